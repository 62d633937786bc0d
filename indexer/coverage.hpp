// SPDX-License-Identifier: GPL-3.0-or-later
// How well the articles of each format came through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/readers/reader.hpp"

namespace fihrist {

struct CoverageExample {
  std::string path;
  std::uint64_t record = 0;
  std::string text;  ///< the article's title, or the reason
};

/// What one format gave. Every record is an article, withheld, no article, or rejected.
struct FormatCoverage {
  std::string format;  ///< "?" for files that no reader takes
  std::uint64_t records = 0;
  std::uint64_t articles = 0;
  /// "no_date", "no_author", "no_title", "no_url", "duplicate", "withheld", "not_article", "rejected", and
  /// the warnings of the readers: how many records, and the first of them.
  std::map<std::string, std::uint64_t> counts;
  std::map<std::string, std::vector<CoverageExample>> examples;
  static constexpr std::size_t most_examples = 3;
};

/// Collects it. Formats have numbers in the order in which they come up.
class Coverage {
 public:
  std::uint8_t number_of(const std::string& format);
  void met(std::uint8_t format, const ReadArticle& read, const std::string& path);
  void skipped(std::uint8_t format, const Skip& skip);
  void rejected(std::uint8_t format, const Reject& reject);
  /// An article told as without it ("no_date", "no_title") has it from a list of pages.
  void found(std::uint8_t format, const std::string& what, const std::string& path, std::uint64_t record);
  void duplicate(std::uint8_t format, CoverageExample&& example);
  /// More examples of duplicates are of no use.
  bool wants_duplicates(std::uint8_t format) const;

  const std::vector<FormatCoverage>& formats() const noexcept { return formats_; }

 private:
  void add(FormatCoverage& coverage, const std::string& what, CoverageExample&& example);

  std::vector<FormatCoverage> formats_;
};

}  // namespace fihrist
