// SPDX-License-Identifier: GPL-3.0-or-later
// What no rule can know: broken plurals, names in two scripts, a seed of common words.
#pragma once

#include <cstddef>
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

  /// Groups of a singular and its broken plurals, bare folded words: {كتاب, كتب}.
  const std::vector<std::vector<std::string>>& plural_groups() const noexcept { return plurals_; }
  /// Groups of spellings of one name in both scripts: {twitter, تويتر}.
  const std::vector<std::vector<NameSpelling>>& name_groups() const noexcept { return names_; }

  /// A common bare word, folded: gives small archives some evidence.
  bool is_seed_word(std::string_view word) const;
  /// A one-word Arabic spelling of some name: stemmed no further than its article and ات.
  bool is_name(std::string_view word) const;
  /// Asks and does not tell: ما من متى أين كيف كم هل لماذا …, folded.
  bool is_question_word(std::string_view word) const;

 private:
  std::vector<std::vector<std::string>> plurals_;
  std::vector<std::vector<NameSpelling>> names_;
  std::unordered_set<std::string> seed_words_, name_words_, question_words_;
};

}  // namespace fihrist
