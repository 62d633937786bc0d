// SPDX-License-Identifier: GPL-3.0-or-later
// Which stems are searched for a noun besides its own: those of its broken plurals, or of their singular.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/evidence.hpp"
#include "analysis/word_tables.hpp"
#include "schema/learned_plural.hpp"
#include "schema/own_plurals.hpp"

namespace fihrist {

/// What is known of an archive's plurals besides the shipped table.
struct ArchivePlurals {
  std::vector<LearnedPlural> learned;  ///< joined pairs and suggestions; these are passed over
  std::vector<OwnPlural> own;          ///< win over both others
};

/// Immutable and safe to share between threads; the evidence must outlive it.
class PluralGroups {
 public:
  /// Gives the stem of a folded word, as the collection files it.
  using Stemming = std::function<std::string(const std::string& word)>;
  PluralGroups(const WordTables& tables, const ArchivePlurals& of_archive, const Stemming& stem_of,
               const Evidence& evidence);

  /// Stems that go with a folded word of a query, without its own, each once. Sharing the stem of a noun is
  /// not enough, the word must be a form of it: أعمال goes with عمل and عملها, not with عملة.
  std::vector<std::string> plurals_of(const std::string& word, const std::string& stem) const;

 private:
  struct Noun {
    std::string word;
    std::vector<std::string> joined;  ///< stems
  };
  using Words = std::vector<std::string>;
  using Pair = std::pair<std::string, std::string>;

  std::vector<Pair> forbidden_by(const std::vector<OwnPlural>& own) const;
  void add_group(const Words& words, const std::vector<Pair>& forbidden, const Stemming& stem_of);
  void join(const std::string& word, const std::string& stem, const std::string& other_stem);

  const Evidence& evidence_;
  std::unordered_map<std::string, std::vector<Noun>> nouns_;  ///< by stem
};

}  // namespace fihrist
