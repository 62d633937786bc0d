// SPDX-License-Identifier: GPL-3.0-or-later
// What no rule can know: broken plurals, names in two scripts, a seed of common words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace fihrist {

/// One way of writing a name, folded; several words have single spaces between («جيت هب»).
struct NameSpelling {
  std::string text;
  bool latin = false;
  /// Also an ordinary word (كريم, ميتا, Meta): asked for by itself it stays itself; it is added only to
  /// queries that use another spelling of the name.
  bool ambiguous = false;
};

/// A noun and plurals of it, bare and folded, the singular first: {كتاب, كتب}.
struct PluralRow {
  /// Whoever asks for the one gets the other too, or only in one direction, since the other word is oftener
  /// something else (بعد, «after», has the plural أبعاد).
  enum class Direction : std::uint8_t { both, to_plural, to_singular };
  std::vector<std::string> words;
  Direction direction = Direction::both;
};

/// Words, one a line, folded with fold_key(); a line that begins with '#' is none.
std::unordered_set<std::string> read_words(std::string_view text);

/// The tables that the program carries (analysis/tables/*.tsv, one group a line). Immutable, folded with
/// fold_key(), safe to share between threads.
class WordTables {
 public:
  /// Built at the first call; lives as long as the program.
  static const WordTables& shipped();

  /// Reads the tables' text; see analysis/tables/README.md for the columns. A line that cannot be read
  /// throws std::invalid_argument with its number: the tables are part of the program.
  WordTables(std::string_view plurals, std::string_view names, std::string_view seed_words,
             std::string_view question_words);

  const std::vector<PluralRow>& plurals() const noexcept { return plurals_; }
  /// A folded plural that the table writes with a hamza above its first alef (أعداد). The same letters with
  /// the hamza below (إعداد) are another word.
  bool is_plural_with_hamza_above(std::string_view word) const;
  /// Groups of spellings of one name in both scripts: {twitter, تويتر}.
  const std::vector<std::vector<NameSpelling>>& name_groups() const noexcept { return names_; }

  /// A common bare word, folded: gives small archives some evidence.
  bool is_seed_word(std::string_view word) const;
  /// A one-word Arabic spelling of some name: stemmed no further than its article and ات.
  bool is_name(std::string_view word) const;
  /// Asks and does not tell: ما من متى أين كيف كم هل لماذا …, folded.
  bool is_question_word(std::string_view word) const;

 private:
  std::vector<PluralRow> plurals_;
  std::vector<std::vector<NameSpelling>> names_;
  std::unordered_set<std::string> plurals_with_hamza_above_, seed_words_, name_words_, question_words_;
};

}  // namespace fihrist
