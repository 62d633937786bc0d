// SPDX-License-Identifier: GPL-3.0-or-later
// Reads assertions and judges results by them.
#include "cli/expectation.hpp"

#include <fmt/format.h>

#include <charconv>

#include "schema/error.hpp"

namespace fihrist {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.push_back(line.substr(begin, tab - begin));
    if (tab == std::string::npos) return cells;
    begin = tab + 1;
  }
}

std::size_t number_in(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

/// False when the word is none of the three.
bool set_kind(Expectation& expectation, const std::string& word) {
  if (word == "must") return true;
  expectation.kind = Expectation::Kind::must_not;
  if (word == "not") return true;
  expectation.kind = Expectation::Kind::top;
  if (word.starts_with("top ")) expectation.top = number_in(std::string_view(word).substr(4));
  return expectation.top > 0;
}

/// Place from 1 in the list; 0 when it is not there.
std::size_t place_in(const std::vector<Hit>& hits, const std::string& id) {
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (hits[i].id == id) return i + 1;
  return 0;
}

std::size_t place_in(const SearchResults& results, const std::string& id) {
  if (const std::size_t place = place_in(results.hits, id)) return place;
  const std::size_t related = place_in(results.related, id);
  return related == 0 ? 0 : results.hits.size() + related;
}

}  // namespace

std::vector<Expectation> read_expectations(std::istream& lines, const std::string& name) {
  std::vector<Expectation> expectations;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.starts_with("# ")) continue;
    const std::vector<std::string> cells = cells_of(line);
    Expectation expectation{.line = number};
    if (cells.size() < 3 || cells[2].empty() || !set_kind(expectation, cells[1]))
      throw Error(
          ErrorCode::failed, fmt::format("{}, line {}: this is no expectation", name, number),
          "Each line is a query, a tab, \"must\", \"top N\" or \"not\", a tab, and the id of an article.");
    expectation.query = cells[0];
    expectation.id = cells[2];
    expectations.push_back(std::move(expectation));
  }
  return expectations;
}

std::optional<std::string> disappointment(const Expectation& expectation, const SearchResults& results) {
  const std::size_t among_hits = place_in(results.hits, expectation.id);
  switch (expectation.kind) {
    case Expectation::Kind::must:
      if (among_hits > 0) return std::nullopt;
      return fmt::format("{} is not among the hits", expectation.id);
    case Expectation::Kind::must_not:
      if (among_hits == 0) return std::nullopt;
      return fmt::format("{} is number {}, but must not be found", expectation.id, among_hits);
    case Expectation::Kind::top:
      break;
  }
  const std::size_t place = place_in(results, expectation.id);
  if (place > 0 && place <= expectation.top) return std::nullopt;
  if (place == 0) return fmt::format("{} was not found", expectation.id);
  return fmt::format("{} is number {}, not among the first {}", expectation.id, place, expectation.top);
}

}  // namespace fihrist
