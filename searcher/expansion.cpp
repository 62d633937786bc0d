// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of expansion, one function each.
#include "searcher/expansion.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/word_splits.hpp"

namespace fihrist {
namespace {

void add_stem(SearchWord& word, std::string stem, FormOrigin origin) {
  if (std::find(word.stems.begin(), word.stems.end(), stem) != word.stems.end()) return;
  word.stems.push_back(std::move(stem));
  word.stem_origins.push_back(origin);
}

void add_spelling(SearchWord& word, StemSequence spelling, FormOrigin origin) {
  if (spelling.size() == 1) return add_stem(word, std::move(spelling.front()), origin);
  if (std::find(word.sequences.begin(), word.sequences.end(), spelling) != word.sequences.end()) return;
  word.sequences.push_back(std::move(spelling));
  word.sequence_origins.push_back(origin);
}

bool any_required(const std::vector<const QueryNode*>& words, std::size_t begin, std::size_t end) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                     words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const QueryNode* word) { return word->required; });
}

std::vector<std::vector<NameSpelling>> spellings_of(const std::vector<SourcedName>& names) {
  std::vector<std::vector<NameSpelling>> groups;
  groups.reserve(names.size());
  for (const SourcedName& name : names) {
    groups.emplace_back();
    for (const SourcedSpelling& one : name) groups.back().push_back(one.spelling);
  }
  return groups;
}

/// A Latin word and its plural: the plural stands for the word when it is this much rarer.
constexpr std::uint32_t plural_rarity = 10;
constexpr std::size_t min_latin_plural = 4;

}  // namespace

Expansion::Expansion(const WordTables& tables, const Lexicon& lexicon, const Analyzer& analyzer,
                     const ArchivePlurals& plurals, const ArchiveNames& names)
    : tables_(tables),
      lexicon_(lexicon),
      analyzer_(analyzer),
      groups_(spellings_of(names_together(tables, names)),
              [this](const std::string& text) { return table_stems(text); }),
      plurals_(
          tables, plurals, [this](const std::string& word) { return stem_of(word, true); }, lexicon) {}

std::string Expansion::stem_of(const std::string& word, bool hamza) const {
  if (const auto id = lexicon_.find(word))
    if (const std::string_view stem = lexicon_.stem(*id); !stem.empty()) return std::string(stem);
  return analyzer_.stem(word, hamza, lexicon_);
}

/// Words of the tables are folded, so their hamza is gone; but they are bare, and what looks like an article
/// on a bare word is none (ألعاب). Names may be listed with theirs, where the collection decides.
StemSequence Expansion::table_stems(const std::string& text) const {
  StemSequence stems;
  for (const Token& token : analyzer_.words(text))
    if (!token.alternative) stems.push_back(stem_of(token.text, true));
  return stems;
}

std::vector<SearchWord> Expansion::expand(const std::vector<const QueryNode*>& words) const {
  std::vector<SearchWord> out;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t taken = 0;
    if (add_name(words, at, out, taken)) {
      at += taken;
    } else if (at + 1 < words.size() && add_joined(*words[at], *words[at + 1], out)) {
      at += 2;
    } else {
      out.push_back(single(*words[at++]));
    }
  }
  return out;
}

bool Expansion::add_name(const std::vector<const QueryNode*>& words, std::size_t at,
                         std::vector<SearchWord>& out, std::size_t& taken) const {
  for (std::size_t size = std::min(groups_.longest_spelling(), words.size() - at); size > 1; --size) {
    StemSequence stems;
    SearchWord name{.field = words[at]->field, .required = any_required(words, at, at + size)};
    for (std::size_t i = at; i < at + size; ++i) {
      const Token& token = words[i]->tokens.front();
      stems.push_back(stem_of(token.text, token.hamza));
      name.typed.push_back(token.text);
    }
    const auto others = groups_.other_spellings(stems);
    if (others.empty()) continue;
    add_spelling(name, std::move(stems), FormOrigin::typed);
    for (const StemSequence& other : others) add_spelling(name, other, FormOrigin::name);
    out.push_back(std::move(name));
    taken = size;
    return true;
  }
  return false;
}

bool Expansion::add_joined(const QueryNode& first, const QueryNode& second,
                           std::vector<SearchWord>& out) const {
  const Token& left = first.tokens.front();
  const Token& right = second.tokens.front();
  if (left.kind != right.kind || left.kind == TokenKind::number || left.kind == TokenKind::mixed)
    return false;
  const std::string joined = left.text + right.text;
  if (lexicon_.document_frequency(joined) == 0) return false;
  SearchWord word{
      .typed = {left.text, right.text}, .field = first.field, .required = first.required || second.required};
  const std::string stem = stem_of(joined, left.hamza);
  add_stem(word, stem, FormOrigin::together);
  add_spelling(word, {stem_of(left.text, left.hamza), stem_of(right.text, right.hamza)}, FormOrigin::typed);
  for (const StemSequence& other : groups_.other_spellings({stem}))
    add_spelling(word, other, FormOrigin::name);
  out.push_back(std::move(word));
  return true;
}

SearchWord Expansion::single(const QueryNode& node) const {
  const Token& token = node.tokens.front();
  SearchWord word{.typed = {token.text}, .field = node.field, .required = node.required};
  const std::string stem = stem_of(token.text, token.hamza);
  add_stem(word, stem, FormOrigin::typed);
  for (const std::string& plural : plurals_.plurals_of(token, stem))
    add_stem(word, plural, FormOrigin::plural);
  for (StemSequence& other : groups_.other_spellings({stem}))
    add_spelling(word, std::move(other), FormOrigin::name);
  if (token.kind == TokenKind::latin) add_latin_singular(word, token);
  if (lexicon_.document_frequency(token.text) == 0) add_split(word);
  if (node.tokens.size() > 2) {  // parts of a whole; a single other reading (.net as net) finds too much
    StemSequence parts;
    for (std::size_t i = 1; i < node.tokens.size(); ++i)
      parts.push_back(stem_of(node.tokens[i].text, node.tokens[i].hamza));
    add_spelling(word, std::move(parts), FormOrigin::parts);
  }
  return word;
}

void Expansion::add_latin_singular(SearchWord& word, const Token& token) const {
  if (token.text.size() < min_latin_plural || token.text.back() != 's') return;
  const std::string singular = token.text.substr(0, token.text.size() - 1);
  const std::uint32_t frequency = lexicon_.document_frequency(singular);
  if (frequency == 0 || frequency < plural_rarity * lexicon_.document_frequency(token.text)) return;
  add_stem(word, stem_of(singular, false), FormOrigin::singular);
  for (StemSequence& other : groups_.other_spellings({singular}))
    add_spelling(word, std::move(other), FormOrigin::name);
}

/// Of the splits whose halves are both attested, the one whose rarer half is commonest.
void Expansion::add_split(SearchWord& word) const {
  const std::string& typed = word.typed.front();
  std::uint32_t best = 0;
  StemSequence halves;
  for (const std::size_t point : split_points(typed)) {
    const std::string left = typed.substr(0, point), right = typed.substr(point);
    const std::uint32_t rarer =
        std::min(lexicon_.document_frequency(left), lexicon_.document_frequency(right));
    if (rarer <= best) continue;
    best = rarer;
    halves = {stem_of(left, false), stem_of(right, false)};
  }
  if (best > 0) add_spelling(word, std::move(halves), FormOrigin::apart);
}

}  // namespace fihrist
