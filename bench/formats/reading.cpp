// SPDX-License-Identifier: GPL-3.0-or-later
// Reads files of fixtures and counts what of them came out right.
#include "bench/formats/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/registry.hpp"

namespace fihrist {

FileReading read_file(const std::filesystem::path& path, std::string_view format) {
  PeekedSource source(open_file(path));
  const Reader* reader =
      format.empty() ? choose_reader(source.head(), path.filename().string()) : reader_named(format);
  FileReading reading;
  if (reader == nullptr) return reading;
  reading.format = reader->format();
  reader->read(source, path.string(),
               {.article = [&](ReadArticle&& article) { reading.articles.push_back(std::move(article)); },
                .reject = [&](Reject&& reject) { reading.rejects.push_back(std::move(reject)); },
                .skip = [&](Skip&& skip) { reading.skips.push_back(std::move(skip)); }});
  return reading;
}

std::int64_t utc_seconds(const Date& date) {
  return civil_seconds(date) - date.utc_offset_minutes.value_or(0) * 60;
}

void Score::add(bool passed, const std::string& row) {
  ++rows_;
  if (!passed) failed_.push_back(row);
}

bool Score::report(double floor, std::size_t most_rows) const {
  const std::size_t passed = rows_ - failed_.size();
  const double rate = rows_ == 0 ? 0 : static_cast<double>(passed) / static_cast<double>(rows_);
  const bool enough = rows_ > 0 && rate >= floor;
  fmt::print("{}: {} of {} = {:.2f} % (floor {:.0f} %){}\n", set_, passed, rows_, rate * 100, floor * 100,
             enough ? "" : " BELOW");
  for (std::size_t i = 0; i < std::min(failed_.size(), most_rows); ++i) fmt::print("  {}\n", failed_[i]);
  return enough;
}

std::vector<std::vector<std::string>> tsv_rows(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      fields.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    rows.push_back(std::move(fields));
  }
  return rows;
}

}  // namespace fihrist
