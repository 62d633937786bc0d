// SPDX-License-Identifier: GPL-3.0-or-later
// Shipped, learned and own plurals as pairs of a noun and the stems that go with it.
#include "searcher/plural_groups.hpp"

#include <algorithm>

#include "analysis/add_once.hpp"
#include "analysis/fold.hpp"
#include "analysis/noun_forms.hpp"

namespace fihrist {
namespace {

/// Where more of the articles write the letters of أعداد as إعداد, they are no plural unless they are
/// written as one.
constexpr double mostly = 0.5;

bool leads(PluralRow::Direction direction, std::size_t from, std::size_t to) {
  if (direction == PluralRow::Direction::both) return true;
  return direction == PluralRow::Direction::to_plural ? from == 0 : to == 0;
}

bool holds_pair(const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& left,
                const std::string& right) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
    return (pair.first == left && pair.second == right) || (pair.first == right && pair.second == left);
  });
}

}  // namespace

PluralGroups::PluralGroups(const WordTables& tables, const ArchivePlurals& of_archive,
                           const Stemming& stem_of, const Evidence& evidence)
    : tables_(tables), evidence_(evidence) {
  const std::vector<Pair> forbidden = forbidden_by(of_archive.own);
  for (const PluralRow& row : tables.plurals()) add_group(row, forbidden, stem_of);
  for (const LearnedPlural& pair : of_archive.learned)
    if (pair.joined) add_group({.words = {pair.singular, pair.plural}}, forbidden, stem_of);
  for (const OwnPlural& row : of_archive.own) {
    if (row.forbidden) continue;
    PluralRow group{.words = {fold_key(row.singular)}};
    for (const std::string& plural : row.plurals) group.words.push_back(fold_key(plural));
    add_group(group, {}, stem_of);
  }
}

std::vector<PluralGroups::Pair> PluralGroups::forbidden_by(const std::vector<OwnPlural>& own) const {
  std::vector<Pair> pairs;
  for (const OwnPlural& row : own) {
    if (!row.forbidden) continue;
    for (const std::string& plural : row.plurals)
      pairs.emplace_back(fold_key(row.singular), fold_key(plural));
  }
  return pairs;
}

void PluralGroups::add_group(const PluralRow& row, const std::vector<Pair>& forbidden,
                             const Stemming& stem_of) {
  const Words& words = row.words;
  std::vector<std::string> stems;
  for (const std::string& word : words) stems.push_back(stem_of(word));
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = 0; j < words.size(); ++j)
      if (stems[i] != stems[j] && leads(row.direction, i, j) && !is_usually_below(words[j]) &&
          !holds_pair(forbidden, words[i], words[j]))
        join(words[i], stems[i], stems[j]);
}

bool PluralGroups::is_usually_below(const std::string& plural) const {
  return tables_.is_plural_with_hamza_above(plural) && evidence_.hamza_below_share(plural) > mostly;
}

void PluralGroups::join(const std::string& word, const std::string& stem, const std::string& other_stem) {
  std::vector<Noun>& nouns = nouns_[stem];
  auto noun = std::find_if(nouns.begin(), nouns.end(), [&](const Noun& one) { return one.word == word; });
  if (noun == nouns.end())
    noun = nouns.insert(noun, {.word = word, .hamza_above = tables_.is_plural_with_hamza_above(word)});
  add_once(noun->joined, other_stem);
}

bool PluralGroups::is_other_word(const Token& word, const Noun& noun) const {
  if (!noun.hamza_above || word.alef_hamza == AlefHamza::above) return false;
  return word.alef_hamza == AlefHamza::below || is_usually_below(noun.word);
}

std::vector<std::string> PluralGroups::plurals_of(const Token& word, const std::string& stem) const {
  std::vector<std::string> stems;
  const auto found = nouns_.find(stem);
  if (found == nouns_.end()) return stems;
  for (const Noun& noun : found->second)
    if (is_form_of(word.text, noun.word, evidence_) && !is_other_word(word, noun))
      for (const std::string& other : noun.joined) add_once(stems, other);
  return stems;
}

}  // namespace fihrist
