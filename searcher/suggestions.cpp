// SPDX-License-Identifier: GPL-3.0-or-later
// Titles by their stems, words by the lexicon.
#include "searcher/suggestions.hpp"

#include <algorithm>
#include <unordered_set>

#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"
#include "searcher/hits.hpp"

namespace fihrist {
namespace {

constexpr std::size_t longest_typed = 100;  ///< code points; nobody types more into a box before looking up
constexpr std::size_t max_completions = 20;
constexpr Xapian::doccount titles_looked_at = 50;

struct Typed {
  std::vector<Token> whole;  ///< words before the last
  std::vector<WordId> last;  ///< what the last may become, most frequent first
  std::string before;        ///< the text before the last word, as typed
  std::string key;           ///< all of it, folded
};

Typed taken_apart(const IndexView& index, const std::string& text) {
  Typed typed{.key = fold_key(text)};
  auto tokens = index.state.analyzer().words(text);
  std::erase_if(tokens, [](const Token& token) { return token.alternative; });
  if (tokens.empty()) return typed;
  typed.last = index.state.word_order().beginning_with(tokens.back().text, max_completions);
  typed.before = text.substr(0, tokens.back().begin);
  tokens.pop_back();
  typed.whole = std::move(tokens);
  return typed;
}

Xapian::Query title_query(const IndexView& index, const Typed& typed) {
  std::vector<Xapian::Query> endings, all;
  for (const WordId id : typed.last) endings.emplace_back(term_of(Field::title, index.lexicon().stem(id)));
  for (const Token& token : typed.whole)
    all.emplace_back(term_of(Field::title, index.state.expansion().stem_of(token.text, token.hamza)));
  all.emplace_back(Xapian::Query::OP_SYNONYM, endings.begin(), endings.end());
  return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

std::vector<std::string> titles(const IndexView& index, const RankingOptions& options, const Typed& typed) {
  Xapian::Enquire enquire(index.database);
  enquire.set_query(title_query(index, typed));
  enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, 0.5));
  std::vector<std::string> found;
  const Xapian::MSet matches = enquire.get_mset(0, titles_looked_at);
  for (auto match = matches.begin(); match != matches.end(); ++match)
    found.push_back(stored_article(index, *match).title);
  std::stable_partition(found.begin(), found.end(),
                        [&](const std::string& title) { return fold_key(title).starts_with(typed.key); });
  return found;
}

}  // namespace

std::vector<std::string> suggestions(const IndexView& index, const RankingOptions& options,
                                     const std::string& typed, std::uint32_t limit) {
  const Typed parts = taken_apart(index, std::string(first_code_points(typed, longest_typed)));
  if (parts.last.empty()) return {};
  std::vector<std::string> candidates = titles(index, options, parts);
  // Half the list stays free for words, which may lead further than titles.
  candidates.resize(std::min<std::size_t>(candidates.size(), (limit + 1) / 2));
  for (const WordId id : parts.last)
    candidates.push_back(parts.before + std::string(index.lexicon().written(id)));
  std::vector<std::string> out;
  std::unordered_set<std::string> known;
  for (std::string& candidate : candidates)
    if (out.size() < limit && known.insert(fold_key(candidate)).second) out.push_back(std::move(candidate));
  return out;
}

}  // namespace fihrist
