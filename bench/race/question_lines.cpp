// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs between columns, blanks between words.
#include "bench/race/question_lines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace fihrist::bench {
namespace {

using Kind = QuestionClass::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 9> kinds{
    {{Kind::term, "term"},
     {Kind::all, "all"},
     {Kind::any, "any"},
     {Kind::phrase, "phrase"},
     {Kind::newest, "newest"},
     {Kind::newest_everything, "newest_everything"},
     {Kind::oldest, "oldest"},
     {Kind::filtered, "filtered"},
     {Kind::faceted, "faceted"}}};

std::string_view name_of(Kind kind) {
  return std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == kind; })->second;
}

}  // namespace

std::string question_line(const QuestionClass& asked, const Question& question) {
  return fmt::format("{}\t{}\t{}\t{}", asked.name, name_of(asked.kind), question.year,
                     fmt::join(question.words, " "));
}

std::optional<AskedQuestion> parse_question_line(const std::string& line) {
  std::istringstream columns(line);
  std::string name, kind, year, words;
  std::getline(columns, name, '\t');
  std::getline(columns, kind, '\t');
  if (!std::getline(columns, year, '\t')) return std::nullopt;
  std::getline(columns, words);
  const auto known =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.second == kind; });
  if (known == kinds.end()) return std::nullopt;
  AskedQuestion asked{.kind = known->first, .question = {}};
  std::from_chars(year.data(), year.data() + year.size(), asked.question.year);
  std::istringstream split(words);
  for (std::string word; split >> word;) asked.question.words.push_back(word);
  return asked;
}

}  // namespace fihrist::bench
