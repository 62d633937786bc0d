// SPDX-License-Identifier: GPL-3.0-or-later
// Words and stems as two string tables with counts beside them.
#include "schema/lexicon.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "analysis/definite_forms.hpp"
#include "analysis/letters.hpp"
#include "schema/lexicon_piece.hpp"
#include "schema/record_codec.hpp"
#include "schema/string_table.hpp"

namespace fihrist {
namespace {

constexpr std::uint32_t as_folded = 0xFFFFFFFF;
constexpr std::uint8_t most_votes = 255;

struct Counts {
  StemId stem = no_stem;
  std::uint32_t written = as_folded;
  std::uint32_t frequency = 0;
  std::uint32_t hamza = 0;
  std::uint8_t votes = 0;  ///< by which the written form leads; not kept
};

}  // namespace

struct Lexicon::Body {
  StringTable words;
  StringTable stems;
  StringTable written;         ///< only what is not written as folded
  std::vector<Counts> counts;  ///< by word
  std::vector<bool> changed;   ///< by piece

  /// Words by stem: those of stem s are by_stem[first_of[s]] up to by_stem[first_of[s + 1]].
  std::vector<std::uint32_t> first_of;
  std::vector<WordId> by_stem;

  const Counts& at(WordId id) const {
    if (id >= counts.size()) throw std::out_of_range("no such word in the lexicon");
    return counts[id];
  }
  Counts& change(WordId id) {
    if (id >= counts.size()) throw std::out_of_range("no such word in the lexicon");
    changed[id / words_per_piece] = true;
    return counts[id];
  }
  /// Counts for the words that are new.
  void make_room() {
    while (counts.size() < words.size()) {
      if (counts.size() % words_per_piece == 0) changed.push_back(true);
      changed[counts.size() / words_per_piece] = true;
      counts.emplace_back();
    }
  }
  std::string_view stem(const Counts& of) const {
    return of.stem == no_stem ? std::string_view{} : stems[of.stem];
  }
  const Counts* find(std::string_view word) const {
    const auto id = words.find(word);
    return id ? &counts[*id] : nullptr;
  }
};

Lexicon::Lexicon() : body_(std::make_unique<Body>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::size_t Lexicon::size() const noexcept { return body_->counts.size(); }

std::optional<WordId> Lexicon::find(std::string_view word) const { return body_->words.find(word); }

std::string_view Lexicon::word(WordId id) const {
  body_->at(id);
  return body_->words[id];
}

std::string_view Lexicon::stem(WordId id) const { return body_->stem(body_->at(id)); }

StemId Lexicon::stem_id(WordId id) const { return body_->at(id).stem; }

std::optional<StemId> Lexicon::find_stem(std::string_view stem) const { return body_->stems.find(stem); }

void Lexicon::expect(std::span<const WordId> ids) const {
  for (const WordId id : ids) __builtin_prefetch(&body_->at(id));
  for (const WordId id : ids) {
    __builtin_prefetch(stem(id).data());
    __builtin_prefetch(written(id).data());
  }
}

std::uint32_t Lexicon::frequency(WordId id) const { return body_->at(id).frequency; }

std::uint32_t Lexicon::hamza_count(WordId id) const { return body_->at(id).hamza; }

std::string_view Lexicon::written(WordId id) const {
  const Counts& counts = body_->at(id);
  return counts.written == as_folded ? body_->words[id] : body_->written[counts.written];
}

WordId Lexicon::intern(std::string_view word) {
  const WordId id = body_->words.intern(word);
  body_->make_room();
  return id;
}

std::vector<WordId> Lexicon::intern_all(std::span<const std::string_view> words) {
  std::vector<WordId> ids = body_->words.intern_all(words);
  body_->make_room();
  expect(ids);
  return ids;
}

void Lexicon::count(WordId id, bool hamza) {
  Counts& counts = body_->change(id);
  ++counts.frequency;
  if (hamza) ++counts.hamza;
}

void Lexicon::set_stem(WordId id, std::string_view stem) {
  body_->change(id).stem = body_->stems.intern(stem);
}

void Lexicon::vote(WordId id, std::string_view written) {
  body_->at(id);
  Counts& counts = body_->counts[id];
  if (this->written(id) == written) {
    if (counts.votes < most_votes) ++counts.votes;
  } else if (counts.votes > 0) {
    --counts.votes;
  } else {
    const bool same = written == body_->words[id];
    body_->change(id).written = same ? as_folded : body_->written.intern(written);
    counts.votes = 1;
  }
}

std::string Lexicon::votes() const {
  std::string votes;
  votes.reserve(body_->counts.size());
  for (const Counts& counts : body_->counts) votes.push_back(static_cast<char>(counts.votes));
  return votes;
}

void Lexicon::set_votes(std::string_view votes) {
  for (std::size_t id = 0; id < std::min(votes.size(), body_->counts.size()); ++id)
    body_->counts[id].votes = static_cast<std::uint8_t>(votes[id]);
}

std::uint32_t Lexicon::document_frequency(std::string_view word) const {
  const Counts* counts = body_->find(word);
  return counts ? counts->frequency : 0;
}

std::uint32_t Lexicon::definite_frequency(std::string_view word) const {
  std::uint32_t sum = 0;
  for (const std::string& form : definite_forms(word)) sum += document_frequency(form);
  return sum;
}

std::uint32_t Lexicon::hamza_frequency(std::string_view word) const {
  const Counts* counts = body_->find(word);
  return counts ? counts->hamza : 0;
}

double Lexicon::hamza_below_share(std::string_view word) const {
  double all = 0, below = 0;
  const auto add = [&](std::string_view form) {
    const auto id = find(form);
    if (!id) return;
    all += frequency(*id);
    if (alef_hamza_of(written(*id)) == AlefHamza::below) below += frequency(*id);
  };
  add(word);
  for (const std::string& form : definite_forms(word)) add(form);
  return all > 0 ? below / all : 0;
}

void Lexicon::build_stem_index() {
  const auto& counts = body_->counts;
  auto& first_of = body_->first_of;
  first_of.assign(body_->stems.size() + 1, 0);
  for (const Counts& word : counts)
    if (word.stem != no_stem) ++first_of[word.stem + 1];
  std::partial_sum(first_of.begin(), first_of.end(), first_of.begin());
  body_->by_stem.resize(first_of.back());
  std::vector<std::uint32_t> next(first_of.begin(), first_of.end() - 1);
  for (WordId id = 0; id < counts.size(); ++id)
    if (counts[id].stem != no_stem) body_->by_stem[next[counts[id].stem]++] = id;
  // Equally frequent words keep the order of their numbers.
  const auto begin = body_->by_stem.begin();
  for (std::size_t stem = 0; stem + 1 < first_of.size(); ++stem)
    std::sort(begin + first_of[stem], begin + first_of[stem + 1], [&](WordId left, WordId right) {
      return counts[left].frequency != counts[right].frequency
                 ? counts[left].frequency > counts[right].frequency
                 : left < right;
    });
}

std::span<const WordId> Lexicon::words_of_stem(std::string_view stem) const {
  const auto number = body_->stems.find(stem);
  if (!number || *number + 1 >= body_->first_of.size()) return {};
  return std::span(body_->by_stem)
      .subspan(body_->first_of[*number], body_->first_of[*number + 1] - body_->first_of[*number]);
}

std::size_t Lexicon::pieces() const noexcept { return body_->changed.size(); }

std::string Lexicon::save_piece(std::size_t piece) const {
  std::string bytes;
  const std::size_t end = std::min(size(), (piece + 1) * words_per_piece);
  for (std::size_t at = piece * words_per_piece; at < end; ++at) {
    const auto id = static_cast<WordId>(at);
    const Counts& counts = body_->counts[id];
    append_entry(bytes, {.word = body_->words[id],
                         .stem = body_->stem(counts),
                         .has_stem = counts.stem != no_stem,
                         .frequency = counts.frequency,
                         .hamza = counts.hamza,
                         .written = counts.written == as_folded ? std::string_view{}
                                                                : body_->written[counts.written]});
  }
  return RecordCodec().compress(bytes);
}

std::vector<std::size_t> Lexicon::take_changed_pieces() {
  std::vector<std::size_t> changed;
  for (std::size_t piece = 0; piece < body_->changed.size(); ++piece)
    if (body_->changed[piece]) changed.push_back(piece);
  body_->changed.assign(body_->changed.size(), false);
  return changed;
}

void Lexicon::load_piece(std::string_view piece) {
  const std::string expanded = RecordCodec().expand(piece);
  std::string_view bytes = expanded;
  std::string kept;
  std::string written;
  while (!bytes.empty()) {
    const LexiconEntry entry = take_entry(bytes, {.stem = kept, .written = written});
    const WordId id = body_->words.intern(entry.word);
    if (id != body_->counts.size()) throw_damaged_lexicon();
    if (id % words_per_piece == 0) body_->changed.push_back(false);
    body_->counts.push_back(
        {.stem = entry.has_stem ? body_->stems.intern(entry.stem) : no_stem,
         .written = entry.written.empty() ? as_folded : body_->written.intern(entry.written),
         .frequency = entry.frequency,
         .hamza = entry.hamza,
         .votes = static_cast<std::uint8_t>(std::min<std::uint32_t>(entry.frequency, most_votes))});
  }
}

}  // namespace fihrist
