// SPDX-License-Identifier: GPL-3.0-or-later
// The table, folded once, and the exceptions for names.
#include "analysis/stop_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "analysis/embedded_tables.hpp"
#include "analysis/fold.hpp"
#include "analysis/word_tables.hpp"

namespace fihrist {
namespace {

constexpr std::string_view ali = "علي";
constexpr std::string_view last_letter_of_on = "ى";
constexpr std::string_view particles_of_names[] = {"de", "du", "des", "la", "le"};
/// Names when written with a capital letter.
constexpr std::string_view names_as_well[] = {"will", "may"};

}  // namespace

bool is_stop_word(std::string_view word) {
  static const std::unordered_set<std::string> words = read_words(embedded_table("stop_words.txt"));
  return words.contains(std::string(word));
}

bool is_no_name(std::string_view folded, std::string_view written) {
  if (!is_stop_word(folded)) return false;
  if (folded == ali) return written.ends_with(last_letter_of_on);
  const bool is_capital = !written.empty() && written.front() >= 'A' && written.front() <= 'Z';
  if (is_capital && std::ranges::find(names_as_well, folded) != std::end(names_as_well)) return false;
  return std::ranges::find(particles_of_names, folded) == std::end(particles_of_names);
}

}  // namespace fihrist
