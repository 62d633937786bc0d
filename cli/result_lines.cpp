// SPDX-License-Identifier: GPL-3.0-or-later
// Writes and reads the line formats of searches.
#include "cli/result_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "cli/wording.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

std::string one_cell(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

std::string without_blanks(const std::string& id) {
  std::string text;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ')
      text += fmt::format("%{:02X}", byte);
    else
      text += c;
  }
  return text;
}

std::string tsv_line(const Hit& hit, std::uint64_t rank) {
  return fmt::format("{}\t{}\t{}\t{:.6f}\t{}\t{}\t{}\t{}\n", rank, one_cell(hit.id),
                     hit.date ? to_iso(*hit.date) : "", hit.score, one_cell(hit.source),
                     one_cell(joined(hit.authors, "; ")), one_cell(hit.title), one_cell(hit.url));
}

/// Scores in millionths, each below the one before.
class FallingScores {
 public:
  double next(double score) {
    const auto wanted = static_cast<std::int64_t>(std::llround(score * 1e6));
    last_ = std::min(wanted, last_ - 1);
    return static_cast<double>(last_) / 1e6;
  }

 private:
  std::int64_t last_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace

std::string tsv_lines(const SearchResults& results) {
  std::string lines;
  std::uint64_t rank = results.offset;
  for (const Hit& hit : results.hits) lines += tsv_line(hit, ++rank);
  return lines;
}

std::string trec_lines(const std::string& query_id, const SearchResults& results, std::size_t limit) {
  std::vector<const Hit*> ranked;
  for (const auto* part : {&results.hits, &results.related})
    for (const Hit& hit : *part) ranked.push_back(&hit);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Hit* left, const Hit* right) { return left->score > right->score; });
  if (ranked.size() > limit) ranked.resize(limit);

  std::string lines;
  std::size_t rank = 0;
  FallingScores scores;
  const auto add = [&](const std::string& id, double score) {
    if (rank == limit) return;
    lines += fmt::format("{} Q0 {} {} {:.6f} fihrist\n", without_blanks(query_id), without_blanks(id), ++rank,
                         scores.next(score));
  };
  for (const Hit* hit : ranked) {
    add(hit->id, hit->score);
    for (const std::string& id : hit->other_ids) add(id, hit->score);
  }
  return lines;
}

std::vector<NumberedQuery> read_queries(std::istream& lines, const std::string& name) {
  std::vector<NumberedQuery> queries;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos)
      throw Error(ErrorCode::failed,
                  fmt::format("{}, line {}: no tab between the query's id and its text", name, number),
                  "Each line is an id, a tab, and the text of a query.");
    queries.push_back({.id = line.substr(0, tab), .text = line.substr(tab + 1)});
  }
  return queries;
}

}  // namespace fihrist
