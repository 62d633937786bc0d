// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions into Xapian's operators.
#include "searcher/query_group.hpp"
#include "searcher/unweighted.hpp"

#include <utility>

namespace fihrist {
namespace {

/// What a word spelt almost alike is worth beside the word itself.
constexpr double near_weight = 0.5;

Xapian::Query conjunction(const std::vector<std::string>& stems, Field field) {
  std::vector<Xapian::Query> terms;
  for (const std::string& stem : stems) terms.emplace_back(term_of(field, stem));
  return all_of(terms);
}

/// The word where not all is required: a name of several words may be there in part.
Xapian::Query relaxed(const SearchWord& word) {
  if (word.typed.size() < 2 || word.sequences.empty()) return synonym(word);
  std::vector<Xapian::Query> parts;
  for (const std::string& stem : word.sequences.front()) parts.emplace_back(term_of(word.field, stem));
  if (!word.stems.empty() || word.sequences.size() > 1) parts.push_back(synonym(word, 1));
  return any_of(parts);
}

/// Adds the conditions without weight. Empty queries match nothing and stay so.
Xapian::Query limited(Xapian::Query base, const QueryGroup& group) {
  std::vector<Xapian::Query> limits = group.ranges;
  for (const auto& [field, values] : group.filters) limits.push_back(any_of(values));
  if (!group.weighed())
    base =
        limits.empty() ? every_article() : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, all_of(limits), 0.0);
  else if (!limits.empty())
    base = Xapian::Query(Xapian::Query::OP_FILTER, base, all_of(limits));
  return group.excluded.empty() ? base
                                : Xapian::Query(Xapian::Query::OP_AND_NOT, base, any_of(group.excluded));
}

}  // namespace

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}
Xapian::Query all_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_AND, queries.begin(), queries.end()};
}

Xapian::Query synonym(const SearchWord& word, std::size_t first_sequence) {
  std::vector<Xapian::Query> forms;
  for (const std::string& stem : word.stems) forms.emplace_back(term_of(word.field, stem));
  for (std::size_t i = first_sequence; i < word.sequences.size(); ++i)
    forms.push_back(conjunction(word.sequences[i], word.field));
  if (forms.size() == 1) return forms.front();
  return {Xapian::Query::OP_SYNONYM, forms.begin(), forms.end()};
}

Xapian::Query strict_query(const QueryGroup& group) {
  std::vector<Xapian::Query> all = group.required;
  for (const PhraseCondition& phrase : group.phrases) all.push_back(phrase.whole);
  for (const SearchWord& word : group.words) all.push_back(synonym(word));
  return limited(all_of(all), group);
}

Xapian::Query loose_query(const QueryGroup& group, const std::vector<SearchWord>& near) {
  std::vector<Xapian::Query> all = group.required, some;
  for (const SearchWord& word : group.words) (word.required ? all : some).push_back(relaxed(word));
  for (const PhraseCondition& phrase : group.phrases)
    for (const SearchWord& word : phrase.words) some.push_back(relaxed(word));
  for (const SearchWord& one : near)
    some.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, synonym(one), near_weight);
  all.push_back(any_of(some));
  return limited(all_of(all), group);
}

}  // namespace fihrist
