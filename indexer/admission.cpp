// SPDX-License-Identifier: GPL-3.0-or-later
// Rulings of the ledger, carried out.
#include "indexer/admission.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "indexer/lexicon_update.hpp"
#include "indexer/prepared_article.hpp"
#include "schema/sort_key.hpp"

namespace fihrist {
namespace {

/// Shown for an article in notes.
std::string name_of(const Article& article) { return article.title.empty() ? article.id : article.title; }

std::vector<std::string> warnings_of(const ReadArticle& read) {
  std::vector<std::string> warnings = read.warnings;
  if (read.article.title.empty()) warnings.emplace_back("no_title");
  if (read.article.authors.empty()) warnings.emplace_back("no_author");
  if (!read.article.date) warnings.emplace_back("no_date");
  return warnings;
}

std::vector<WordId> numbers(const std::vector<std::uint32_t>& places, const std::vector<WordId>& ids) {
  std::vector<WordId> words;
  words.reserve(places.size());
  for (const std::uint32_t place : places) words.push_back(ids[place]);
  return words;
}

std::vector<WordUse> uses(const std::vector<ArticleWord>& words, const std::vector<WordId>& ids) {
  std::vector<WordUse> uses;
  uses.reserve(words.size());
  for (std::size_t place = 0; place < words.size(); ++place)
    uses.push_back({.word = ids[place], .in_title = words[place].in_title, .in_text = words[place].in_text});
  return uses;
}

MinedName mined(const NameSighting& seen) {
  return {.arabic = seen.arabic,
          .latin = seen.latin,
          .bracketed = seen.bracketed ? 1U : 0U,
          .adjacent = seen.bracketed ? 0U : 1U,
          .distance = static_cast<std::uint32_t>(std::lround(100 * seen.distance))};
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

}  // namespace

void Admission::admit(Examined&& examined) {
  if (examined.buried) {
    state_.ledger.skip();
    state_.notes.add("removed for good (tombstones), passed over", name_of(examined.read.article));
  } else if (examined.read.deleted || !examined.read.withheld.empty()) {
    admit_deletion(examined);
  } else {
    admit_article(examined);
  }
}

void Admission::admit_deletion(const Examined& examined) {
  const auto ruling = state_.ledger.meet_deletion({.id_term = examined.id_term, .indexed = examined.indexed});
  take_back(ruling.replaced);
  if (!examined.read.withheld.empty())
    state_.notes.add("not published by its source (" + examined.read.withheld + "), passed over",
                     name_of(examined.read.article));
  if (ruling.outcome == Outcome::removed)
    state_.text_bytes_added -= static_cast<std::int64_t>(examined.indexed_bytes);
}

void Admission::admit_article(const Examined& examined) {
  const auto ruling = state_.ledger.meet(
      {.id_term = examined.id_term, .content = examined.content, .indexed = examined.indexed});
  take_back(ruling.replaced);
  if (ruling.keep) {
    keep(examined, ruling);
  } else {
    note_copy(examined, ruling);
  }
}

/// The same article in two inputs belongs to both: --prune of one must not remove it.
void Admission::note_copy(const Examined& examined, const RunLedger::Ruling& ruling) {
  const std::string origin = origin_term(state_.walk.origins[examined.origin]);
  if (ruling.outcome == Outcome::skipped)
    state_.notes.add("the same article came before in this run", name_of(examined.read.article));
  if (ruling.same_entry != RunLedger::no_entry) {
    if (state_.entries[ruling.same_entry].origin != examined.origin)
      add_once(state_.more_origins[ruling.same_entry], origin);
  } else if (std::find(examined.indexed_origins.begin(), examined.indexed_origins.end(), origin) ==
             examined.indexed_origins.end()) {
    state_.origins_added.emplace_back(examined.id_term, origin);
  }
}

void Admission::take_back(std::uint32_t entry) {
  if (entry == RunLedger::no_entry) return;
  state_.text_bytes_added -= state_.entries[entry].text_bytes;
  state_.warnings.take_back(state_.entries[entry].warnings);
}

void Admission::keep(const Examined& examined, const RunLedger::Ruling& ruling) {
  const Article& article = examined.read.article;
  const auto bytes =
      static_cast<std::int64_t>(text_bytes(article)) - static_cast<std::int64_t>(examined.indexed_bytes);
  state_.text_bytes_added += bytes;
  state_.entries.push_back({.text_bytes = bytes,
                            .origin = static_cast<std::uint32_t>(examined.origin),
                            .warnings = state_.warnings.count(warnings_of(examined.read))});
  if (!texts_.insert(std::hash<std::string>{}(article.text)).second)
    state_.notes.add("its text is that of another article of this run; both are kept", name_of(article));
  for (const NameSighting& seen : examined.words.names) state_.names.add(mined(seen), article.id);
  if (state_.spool) state_.spool->add(prepare(examined, ruling));
}

PreparedArticle Admission::prepare(const Examined& examined, const RunLedger::Ruling& ruling) {
  const Article& article = examined.read.article;
  const ArticleWords& words = examined.words;
  const auto ids = enter(words, ruling.outcome == Outcome::added, state_.lexicon);
  PreparedArticle prepared{
      .entry = ruling.entry,
      .id_term = examined.id_term,
      .record = examined.record,
      .content = examined.content,
      .sort_key = sort_key(article.date, article.id),
      .facets = facets_of(article),
      .filters = filters_of(article),
      .words = pack(WordSequence{.title = numbers(words.title, ids), .text = numbers(words.text, ids)}),
      .word_uses = uses(words.distinct, ids)};
  prepared.filters.insert(prepared.filters.end(), examined.indexed_origins.begin(),
                          examined.indexed_origins.end());
  add_once(prepared.filters, origin_term(state_.walk.origins[examined.origin]));
  return prepared;
}

}  // namespace fihrist
