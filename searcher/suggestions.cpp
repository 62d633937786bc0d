// SPDX-License-Identifier: GPL-3.0-or-later
// Titles by their stems, words by the lexicon.
#include "searcher/suggestions.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "analysis/definite_forms.hpp"
#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"
#include "searcher/hits.hpp"
#include "searcher/query.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

constexpr std::size_t longest_typed = 100;  ///< code points; nobody types more into a box before looking up
constexpr std::size_t max_completions = 20;
constexpr Xapian::doccount titles_looked_at = 50;
/// Beyond so many articles a count may be an estimate.
constexpr Xapian::doccount articles_counted = 1000;
/// So many endings, the commonest, are also looked for as other spellings of the names they are.
constexpr std::size_t names_looked_at = 5;

struct Typed {
  std::vector<Token> whole;  ///< words before the last
  std::vector<WordId> last;  ///< what the last may become, most frequent first
  std::string before;        ///< the text before the last word, as typed
  std::string key;           ///< all of it, folded
};

/// What the beginning of a word is behind the article that it begins with («الش», «والش» -> «ش»).
std::string_view without_article(std::string_view beginning) {
  std::string_view bare = beginning;
  for (const std::string& article : definite_forms(""))
    if (beginning.starts_with(article) && beginning.size() - article.size() < bare.size())
      bare = beginning.substr(article.size());
  return bare.empty() ? beginning : bare;
}

/// Words that begin so, and such as do behind another form of the article: «الش» is on its way to «والشباب».
std::vector<WordId> completions(const IndexView& index, std::string_view beginning) {
  const WordOrder& words = index.state.word_order();
  std::vector<WordId> found = words.beginning_with(beginning, max_completions);
  if (const std::string_view bare = without_article(beginning); bare != beginning)
    for (const WordId id : words.beginning_with(bare, max_completions))
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
  found.resize(std::min(found.size(), max_completions));
  return found;
}

std::string stem_of(const IndexView& index, const Token& token) {
  return index.state.expansion().stem_of(token.text, token.hamza);
}

/// Behind other words only completions that some article holds beside them are of use, and those that most do
/// are likeliest.
void keep_company(const IndexView& index, Typed& typed) {
  if (typed.whole.empty()) return;
  std::vector<Xapian::Query> all;
  for (const Token& token : typed.whole) all.emplace_back(term_of(Field::text, stem_of(index, token)));
  const Xapian::Query whole(Xapian::Query::OP_AND, all.begin(), all.end());
  std::vector<std::pair<Xapian::doccount, WordId>> counted;
  for (const WordId id : typed.last) {
    Xapian::Enquire enquire(index.database);
    enquire.set_query(
        {Xapian::Query::OP_AND, whole, Xapian::Query(term_of(Field::text, index.lexicon().stem(id)))});
    weigh_nothing(index, enquire);
    const Xapian::doccount count = enquire.get_mset(0, 0, articles_counted).get_matches_estimated();
    if (count > 0) counted.emplace_back(count, id);
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  typed.last.clear();
  for (const auto& [count, id] : counted) typed.last.push_back(id);
}

Typed taken_apart(const IndexView& index, const std::string& text) {
  Typed typed{.key = fold_key(text)};
  auto tokens = index.state.analyzer().words(text);
  std::erase_if(tokens, [](const Token& token) { return token.alternative; });
  if (tokens.empty()) return typed;
  typed.last = completions(index, tokens.back().text);
  typed.before = text.substr(0, tokens.back().begin);
  const std::string beginning = text.substr(tokens.back().begin);
  tokens.pop_back();
  typed.whole = std::move(tokens);
  keep_company(index, typed);
  // Folding lets «الرئ» begin «الرياضة» as well: what is written as typed comes first.
  std::stable_partition(typed.last.begin(), typed.last.end(),
                        [&](WordId id) { return index.lexicon().written(id).starts_with(beginning); });
  return typed;
}

/// The stems under which titles are looked for: of the word, of its plurals, of the name in the other script.
std::vector<std::string> stems_of(const IndexView& index, WordId id) {
  const QueryNode node{.kind = QueryNode::Kind::word,
                       .tokens = {{.text = std::string(index.lexicon().word(id))}}};
  return index.state.expansion().expand({&node}).front().stems;
}

Xapian::Query title_query(const IndexView& index, const Typed& typed) {
  std::vector<Xapian::Query> endings, all;
  for (std::size_t i = 0; i < typed.last.size(); ++i)
    if (i < names_looked_at)
      for (const std::string& stem : stems_of(index, typed.last[i]))
        endings.emplace_back(term_of(Field::title, stem));
    else
      endings.emplace_back(term_of(Field::title, index.lexicon().stem(typed.last[i])));
  for (const Token& token : typed.whole) all.emplace_back(term_of(Field::title, stem_of(index, token)));
  all.emplace_back(Xapian::Query::OP_SYNONYM, endings.begin(), endings.end());
  return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

std::vector<std::string> titles(const IndexView& index, const RankingOptions& options, const Typed& typed) {
  Xapian::Enquire enquire(index.database);
  enquire.set_query(title_query(index, typed));
  enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, 0.5));
  std::vector<std::string> found;
  const Xapian::MSet matches = enquire.get_mset(0, titles_looked_at);
  const std::vector<Xapian::docid> documents(matches.begin(), matches.end());
  index.expect(documents, false);
  for (const Xapian::docid document : documents) found.push_back(index.article(document)->title);
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
