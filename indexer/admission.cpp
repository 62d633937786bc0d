// SPDX-License-Identifier: GPL-3.0-or-later
// What was settled, carried out.
#include "indexer/admission.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "indexer/lexicon_update.hpp"
#include "indexer/prepared_article.hpp"
#include "schema/sort_key.hpp"

namespace fihrist {
namespace {

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

/// What `all` has and `known` has not; both sorted.
std::vector<std::string> missing(const std::vector<std::string>& all, std::vector<std::string> known) {
  std::sort(known.begin(), known.end());
  std::vector<std::string> more;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(), std::back_inserter(more));
  return more;
}

}  // namespace

void Admission::admit(Examined&& examined) {
  const Outcome outcome = count(examined);
  if (outcome == Outcome::unchanged) return;
  for (const NameSighting& seen : examined.words.names)
    state_.names.add(mined(seen), examined.read.article.id);
  if (state_.spool) state_.spool->add(prepare(examined, outcome));
}

void Admission::admit_again(Examined&& examined) { count(examined); }

Outcome Admission::count(const Examined& examined) {
  ++admitted_;
  tell_found(examined);
  const Outcome outcome = examined.is_unchanged() ? Outcome::unchanged
                          : examined.indexed      ? Outcome::updated
                                                  : Outcome::added;
  state_.outcomes.add(outcome);
  if (outcome == Outcome::unchanged) {
    edit(examined);
    return outcome;
  }
  state_.text_bytes_added += static_cast<std::int64_t>(text_bytes(examined.read.article));
  if (examined.indexed) state_.text_bytes_added -= static_cast<std::int64_t>(examined.indexed->text_bytes);
  if (examined.indexed && examined.indexed->id_term != examined.id_term) {
    state_.removed.push_back(examined.indexed->id_term);
    ++state_.taken_places;
  }
  if (!examined.read.article.site_lines.empty()) ++state_.report.site_lines.articles;
  state_.report.site_lines.lines += examined.read.article.site_lines.size();
  state_.warnings.count(warnings_of(examined.read));
  return outcome;
}

/// Reading had told it as missing, before the lists were known.
void Admission::tell_found(const Examined& examined) {
  if (!examined.date_from_list && !examined.title_from_list) return;
  const Meeting& meeting = state_.meetings[examined.meeting];
  const std::string& path = state_.walk.files[state_.read->read(meeting.place).file].path;
  if (examined.date_from_list) state_.coverage.found(meeting.format, "no_date", path, examined.read.record);
  if (examined.title_from_list) state_.coverage.found(meeting.format, "no_title", path, examined.read.record);
}

/// The same article in two inputs belongs to both: --prune of one must not remove it.
void Admission::edit(const Examined& examined) {
  DocumentEdit edit{.id_term = examined.id_term,
                    .added_terms = missing(examined.origins, examined.indexed->origins)};
  const std::uint64_t cluster = state_.settlement.verdicts[examined.meeting].cluster;
  if (cluster != 0 && cluster != examined.indexed->cluster) edit.cluster = cluster;
  if (!edit.added_terms.empty() || edit.cluster) state_.edits.push_back(std::move(edit));
}

PreparedArticle Admission::prepare(const Examined& examined, Outcome outcome) {
  const Article& article = examined.read.article;
  const ArticleWords& words = examined.words;
  const auto ids = enter(words, outcome == Outcome::added, state_.lexicon);
  PreparedArticle prepared{
      .id_term = examined.id_term,
      .record = examined.record,
      .content = examined.content,
      .likeness = pack(state_.meetings[examined.meeting].likeness),
      .cluster = state_.settlement.verdicts[examined.meeting].cluster,
      .sort_key = sort_key(article.date, article.id),
      .facets = facets_of(article),
      .filters = filters_of(article),
      .words = pack(WordSequence{
          .title = numbers(words.title, ids), .text = numbers(words.text, ids), .places = words.places}),
      .word_uses = uses(words.distinct, ids)};
  for (const auto* terms : {&examined.origins, &examined.other_ids})
    prepared.filters.insert(prepared.filters.end(), terms->begin(), terms->end());
  return prepared;
}

}  // namespace fihrist
