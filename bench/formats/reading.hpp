// SPDX-License-Identifier: GPL-3.0-or-later
// One file through a reader, and the comparing of what came out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.hpp"

namespace fihrist {

struct FileReading {
  std::string format;  ///< of the reader that was surest; empty when none took it
  std::vector<ReadArticle> articles;
  std::vector<Reject> rejects;
  std::vector<Skip> skips;
};

/// Chooses the reader by the first bytes, unless one is named. Throws what reading the file throws.
FileReading read_file(const std::filesystem::path& path, std::string_view format = {});

/// Seconds since 1970 in UTC; a date without a zone counts as one of UTC.
std::int64_t utc_seconds(const Date& date);

/// The rows of one set: how many passed, and what those that did not were about.
class Score {
 public:
  explicit Score(std::string set) : set_(std::move(set)) {}

  void add(bool passed, const std::string& row);
  /// Prints the rate and the failing rows; false when the rate is below the floor or there were no rows.
  bool report(double floor, std::size_t most_rows) const;

 private:
  std::string set_;
  std::size_t rows_ = 0;
  std::vector<std::string> failed_;
};

/// Each line of a file of tab-separated values but those that begin with '#', its fields as they stand.
std::vector<std::vector<std::string>> tsv_rows(const std::filesystem::path& path);

bool score_feedparser(const std::filesystem::path& fixtures);
bool score_gofeed(const std::filesystem::path& fixtures);
bool score_exports(const std::filesystem::path& fixtures);
bool score_bad_xml(const std::filesystem::path& fixtures);

}  // namespace fihrist
