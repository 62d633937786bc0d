// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a query to what is searched for them.
#pragma once

#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "schema/lexicon.hpp"
#include "searcher/archive_names.hpp"
#include "searcher/plural_groups.hpp"
#include "searcher/query.hpp"
#include "searcher/search_word.hpp"
#include "searcher/stem_groups.hpp"

namespace fihrist {

/// Expands words by what the tables and the collection know. Immutable and safe to share between threads;
/// the lexicon and the tables must outlive it.
///   هاتف               هاتف, and the stem of its plural هواتف
///   Twitter            twitter, تويتر
///   جيت هب             both words, or github
///   لاب توب            both words, or لابتوب when the collection holds it
///   وزارةالاتصالات     both words, when the collection holds them and not the one
///   iphone15           iphone15, or iphone and 15
///   iphones            iphone, when the plural is rare beside it
class Expansion {
 public:
  Expansion(const WordTables& tables, const Lexicon& lexicon, const Analyzer& analyzer,
            const ArchivePlurals& plurals = {}, const ArchiveNames& names = {});

  /// Words that stand side by side in a query, in order: nodes of kind word.
  std::vector<SearchWord> expand(const std::vector<const QueryNode*>& words) const;

  /// The stem under which the collection files a word: the one it was indexed under, else the stemmer's.
  std::string stem_of(const std::string& word, bool hamza) const;

  bool is_question_word(const std::string& word) const { return tables_.is_question_word(word); }

 private:
  SearchWord single(const QueryNode& word) const;
  bool add_name(const std::vector<const QueryNode*>& words, std::size_t at, std::vector<SearchWord>& out,
                std::size_t& taken) const;
  bool add_joined(const QueryNode& first, const QueryNode& second, std::vector<SearchWord>& out) const;
  void add_split(SearchWord& word) const;
  void add_latin_singular(SearchWord& word, const Token& token) const;
  StemSequence table_stems(const std::string& text) const;

  const WordTables& tables_;
  const Lexicon& lexicon_;
  const Analyzer& analyzer_;
  StemGroups groups_;
  PluralGroups plurals_;
};

}  // namespace fihrist
