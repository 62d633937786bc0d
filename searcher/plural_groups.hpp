// SPDX-License-Identifier: GPL-3.0-or-later
// Which stems are searched for a noun besides its own: those of its broken plurals, or of their singular.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/evidence.hpp"
#include "analysis/token.hpp"
#include "analysis/word_tables.hpp"
#include "schema/learned_plural.hpp"
#include "schema/own_plurals.hpp"

namespace fihrist {

/// What is known of an archive's plurals besides the shipped table.
struct ArchivePlurals {
  std::vector<LearnedPlural> learned;  ///< joined pairs and suggestions; these are passed over
  std::vector<OwnPlural> own;          ///< win over both others
};

/// Immutable and safe to share between threads; the tables and the evidence must outlive it.
class PluralGroups {
 public:
  /// Gives the stem of a folded word, as the collection files it.
  using Stemming = std::function<std::string(const std::string& word)>;
  PluralGroups(const WordTables& tables, const ArchivePlurals& of_archive, const Stemming& stem_of,
               const Evidence& evidence);

  /// Stems that go with a word of a query, without its own, each once. Sharing the stem of a noun is not
  /// enough, the word must be a form of it: أعمال goes with عمل and عملها, not with عملة. Nor is a word that
  /// is written with a hamza below, or is usually and now with none, a plural of the measure أفعال.
  std::vector<std::string> plurals_of(const Token& word, const std::string& stem) const;

 private:
  struct Noun {
    std::string word;
    bool hamza_above = false;         ///< it is so written as a plural
    std::vector<std::string> joined;  ///< stems
  };
  using Words = std::vector<std::string>;
  using Pair = std::pair<std::string, std::string>;

  std::vector<Pair> forbidden_by(const std::vector<OwnPlural>& own) const;
  void add_group(const PluralRow& row, const std::vector<Pair>& forbidden, const Stemming& stem_of);
  void join(const std::string& word, const std::string& stem, const std::string& other_stem);
  bool is_usually_below(const std::string& plural) const;
  bool is_other_word(const Token& word, const Noun& noun) const;

  const WordTables& tables_;
  const Evidence& evidence_;
  std::unordered_map<std::string, std::vector<Noun>> nouns_;  ///< by stem
};

}  // namespace fihrist
