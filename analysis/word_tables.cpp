// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tables that the program carries; a wrong line is our mistake and stops the program at once.
#include "analysis/word_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "analysis/add_once.hpp"
#include "analysis/embedded_tables.hpp"
#include "analysis/fold.hpp"
#include "analysis/letters.hpp"
#include "analysis/split.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

[[noreturn]] void refuse(std::string_view table, std::size_t line, std::string_view reason) {
  throw std::invalid_argument(fmt::format("{}, line {}: {}", table, line, reason));
}

/// Calls row(line number, line) for every line that is neither empty nor a comment.
template <typename Row>
void for_each_row(std::string_view text, Row row) {
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') row(number, line);
  }
}

char32_t first_letter(std::string_view word) {
  std::size_t at = 0;
  return word.empty() ? 0 : next_code_point(word, at);
}

/// Takes the sign of a one-way row off the front of its plurals.
PluralRow::Direction take_direction(std::string_view& plurals) {
  const char sign = plurals.empty() ? '\0' : plurals.front();
  if (sign != '>' && sign != '<') return PluralRow::Direction::both;
  plurals.remove_prefix(1);
  return sign == '>' ? PluralRow::Direction::to_plural : PluralRow::Direction::to_singular;
}

std::vector<PluralRow> read_plurals(std::string_view text) {
  std::vector<PluralRow> rows;
  for_each_row(text, [&rows](std::size_t number, std::string_view line) {
    auto columns = split(line, '\t');
    if (columns.size() != 2) refuse("plurals", number, "want a singular, a tab and its plurals");
    PluralRow row{.direction = take_direction(columns[1])};
    add_once(row.words, fold_key(columns[0]));
    for (const std::string_view plural : split(columns[1], '|')) add_once(row.words, fold_key(plural));
    if (std::ranges::any_of(row.words, &std::string::empty)) refuse("plurals", number, "a word is empty");
    if (row.words.size() > 1) rows.push_back(std::move(row));
  });
  return rows;
}

std::unordered_set<std::string> read_plurals_with_hamza_above(std::string_view text) {
  std::unordered_set<std::string> words;
  for_each_row(text, [&words](std::size_t, std::string_view line) {
    std::string_view column = split(line, '\t').back();
    take_direction(column);
    for (const std::string_view plural : split(column, '|'))
      if (is_hamza_alef(first_letter(plural)) && alef_hamza_of(plural) == AlefHamza::above)
        words.insert(fold_key(plural));
  });
  return words;
}

void add_spellings(std::vector<NameSpelling>& group, std::string_view column, bool latin) {
  for (const std::string_view spelling : split(column, '|')) {
    std::string text = fold_key(spelling);
    if (!text.empty() && std::ranges::find(group, text, &NameSpelling::text) == group.end())
      group.push_back({.text = std::move(text), .latin = latin});
  }
}

void mark_ambiguous(std::vector<NameSpelling>& group, std::string_view flags, std::size_t number) {
  for (const std::string_view flag : split(flags, '|')) {
    if (flag.empty()) continue;
    if (flag == "ambiguous") {
      for (NameSpelling& spelling : group) spelling.ambiguous = true;
      continue;
    }
    const auto found = std::ranges::find(group, fold_key(flag), &NameSpelling::text);
    if (found == group.end())
      refuse("names", number, fmt::format("flag {} is no spelling of the line", flag));
    found->ambiguous = true;
  }
}

std::vector<std::vector<NameSpelling>> read_names(std::string_view text) {
  std::vector<std::vector<NameSpelling>> groups;
  for_each_row(text, [&groups](std::size_t number, std::string_view line) {
    const auto columns = split(line, '\t');
    if (columns.size() < 2 || columns.size() > 3)
      refuse("names", number, "want Latin spellings, a tab, Arabic spellings and perhaps a tab and flags");
    std::vector<NameSpelling> group;
    add_spellings(group, columns[0], true);
    add_spellings(group, columns[1], false);
    if (columns.size() == 3) mark_ambiguous(group, columns[2], number);
    if (group.size() < 2) refuse("names", number, "fewer than two spellings");
    groups.push_back(std::move(group));
  });
  return groups;
}

std::unordered_set<std::string> arabic_words_of(const std::vector<std::vector<NameSpelling>>& groups) {
  std::unordered_set<std::string> words;
  for (const auto& group : groups) {
    for (const NameSpelling& spelling : group) {
      if (!spelling.latin && spelling.text.find(' ') == std::string::npos) words.insert(spelling.text);
    }
  }
  return words;
}

}  // namespace

std::unordered_set<std::string> read_words(std::string_view text) {
  std::unordered_set<std::string> words;
  for_each_row(text, [&words](std::size_t, std::string_view line) { words.insert(fold_key(line)); });
  words.erase("");
  return words;
}

const WordTables& WordTables::shipped() {
  static const WordTables tables(embedded_table("plurals.tsv"), embedded_table("names.tsv"),
                                 embedded_table("seed_words.txt"), embedded_table("question_words.txt"));
  return tables;
}

WordTables::WordTables(std::string_view plurals, std::string_view names, std::string_view seed_words,
                       std::string_view question_words)
    : plurals_(read_plurals(plurals)),
      names_(read_names(names)),
      plurals_with_hamza_above_(read_plurals_with_hamza_above(plurals)),
      seed_words_(read_words(seed_words)),
      name_words_(arabic_words_of(names_)),
      question_words_(read_words(question_words)) {}

bool WordTables::is_plural_with_hamza_above(std::string_view word) const {
  return plurals_with_hamza_above_.contains(std::string(word));
}
bool WordTables::is_seed_word(std::string_view word) const { return seed_words_.contains(std::string(word)); }
bool WordTables::is_name(std::string_view word) const { return name_words_.contains(std::string(word)); }
bool WordTables::is_question_word(std::string_view word) const {
  return question_words_.contains(std::string(word));
}

}  // namespace fihrist
