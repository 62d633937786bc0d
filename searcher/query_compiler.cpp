// SPDX-License-Identifier: GPL-3.0-or-later
// Query trees into Xapian's.
#include "searcher/query_compiler.hpp"
#include "searcher/copies.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "searcher/filters.hpp"
#include "searcher/near_words.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/word_frequency.hpp"

namespace fihrist {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t max_prefix_words = 50;

/// A lone word of fewer articles than a page shows is looked up in its neighbours too.
constexpr std::uint64_t few_articles = 9;
constexpr std::size_t max_near_stems = 8;

bool finds(const QueryNode& node) {
  return node.kind == Kind::word || node.kind == Kind::phrase || node.kind == Kind::prefix ||
         node.kind == Kind::any;
}

class Compiler {
 public:
  Compiler(const IndexView& index, bool exact, CompiledQuery& out)
      : index_(index), exact_(exact), out_(out) {}

  void root(const QueryNode& node, const SearchRequest& request) {
    QueryGroup group = sorted(node, true);
    add_filters(group, request);
    out_.scored = group.weighed();
    out_.strict = strict_query(group);
    out_.conditions = std::move(group);
  }

 private:
  QueryGroup sorted(const QueryNode& all, bool wanted) {
    QueryGroup group;
    std::vector<const QueryNode*> run;
    const auto flush = [&] {
      for (SearchWord& word : index_.state.expansion().expand(run)) {
        if (wanted) out_.words.push_back(word);
        group.words.push_back(std::move(word));
      }
      run.clear();
    };
    for (const QueryNode& child : all.children) {
      if (is_idle_question(child, all)) continue;
      const bool expands = child.kind == Kind::word && !exact_;
      if (!run.empty() && (!expands || child.field != run.back()->field)) flush();
      if (expands)
        run.push_back(&child);
      else
        sort_in(child, group, wanted);
    }
    flush();
    return group;
  }

  /// Question words ask and do not tell: they need not be met when another word is left.
  bool is_idle_question(const QueryNode& node, const QueryNode& all) const {
    const auto asks = [&](const QueryNode& child) {
      return child.kind == Kind::word && index_.state.expansion().is_question_word(child.tokens.front().text);
    };
    if (exact_ || node.required || node.field != Field::text || !asks(node)) return false;
    return std::any_of(all.children.begin(), all.children.end(),
                       [&](const QueryNode& child) { return finds(child) && !asks(child); });
  }

  void sort_in(const QueryNode& node, QueryGroup& group, bool wanted) {
    switch (node.kind) {
      case Kind::filter:
        group.filters[node.field].push_back(field_filter(index_, node.field, node.value));
        return;
      case Kind::range:
        group.ranges.push_back(range(node));
        return;
      case Kind::none:
        group.excluded.push_back(whole(node.children.front(), false));
        return;
      case Kind::phrase:
        if (exact_ || node.required) break;
        group.phrases.push_back({.whole = phrase(node, wanted), .words = words_of(node)});
        return;
      default:
        break;
    }
    group.required.push_back(whole(node, wanted));
  }

  /// A phrase's words by themselves, in all their forms.
  std::vector<SearchWord> words_of(const QueryNode& phrase) const {
    std::vector<QueryNode> nodes;
    for (const Token& token : phrase.tokens)
      nodes.push_back({.kind = Kind::word, .field = phrase.field, .tokens = {token}});
    std::vector<const QueryNode*> run;
    for (const QueryNode& node : nodes) run.push_back(&node);
    return index_.state.expansion().expand(run);
  }

  /// A node by itself, as one query.
  Xapian::Query whole(const QueryNode& node, bool wanted) {
    switch (node.kind) {
      case Kind::word:
      case Kind::phrase:
        if (node.kind == Kind::phrase || exact_) return phrase(node, wanted);
        break;
      case Kind::prefix:
        return prefix(node, wanted);
      case Kind::any: {
        std::vector<Xapian::Query> either;
        for (const QueryNode& child : node.children) either.push_back(whole(child, wanted));
        return any_of(either);
      }
      default:
        break;
    }
    QueryNode all{.kind = Kind::all};
    all.children.push_back(node);
    const QueryGroup group = sorted(node.kind == Kind::all ? node : all, wanted);
    return strict_query(group);
  }

  Xapian::Query phrase(const QueryNode& node, bool wanted) {
    std::vector<WordId> ids;
    std::vector<Xapian::Query> terms;
    std::vector<std::string> texts;
    const std::size_t size = node.kind == Kind::word ? 1 : node.tokens.size();
    for (std::size_t i = 0; i < size; ++i) {
      const Token& token = node.tokens[i];
      const std::string stem = index_.state.expansion().stem_of(token.text, token.hamza);
      if (wanted)
        out_.words.push_back({.typed = {token.text}, .stems = {stem}, .field = node.field, .quoted = true});
      texts.push_back(token.text);
      terms.emplace_back(term_of(node.field, stem));
      if (const auto id = index_.lexicon().find(token.text)) ids.push_back(*id);
    }
    if (wanted) out_.phrases.push_back(std::move(texts));
    if (ids.size() < size) return Xapian::Query::MatchNothing;
    return phrase_query(index_, {.words = std::move(ids), .field = node.field, .stems = all_of(terms)},
                        out_.budget);
  }

  Xapian::Query prefix(const QueryNode& node, bool wanted) {
    bool capped = false;
    const std::string& beginning = node.tokens.front().text;
    SearchWord word{.typed = {beginning}, .field = node.field};
    for (const WordId id : index_.state.word_order().beginning_with(beginning, max_prefix_words, &capped)) {
      const std::string stem(index_.lexicon().stem(id));
      if (std::find(word.stems.begin(), word.stems.end(), stem) == word.stems.end())
        word.stems.push_back(stem);
    }
    if (capped) out_.notices.emplace_back("expansion_capped");
    if (word.stems.empty()) return Xapian::Query::MatchNothing;
    Xapian::Query query = synonym(word);
    if (wanted) out_.words.push_back(std::move(word));
    return query;
  }

  Xapian::Query range(const QueryNode& node) const {
    return time_filter(index_, node.from ? std::optional(civil_seconds(*node.from)) : std::nullopt,
                       node.to ? std::optional(civil_seconds(*node.to)) : std::nullopt);
  }

  void add_filters(QueryGroup& group, const SearchRequest& request) const {
    for (const auto& [field, values] : {std::pair{Field::author, &request.authors},
                                        {Field::tag, &request.tags},
                                        {Field::source, &request.sources}})
      for (const std::string& value : *values)
        group.filters[field].push_back(field_filter(index_, field, value));
    if (!request.copies_of.empty()) group.ranges.push_back(cluster_filter(index_, request.copies_of));
    if (!request.from && !request.to) return;
    group.ranges.push_back(
        time_filter(index_, request.from ? std::optional(civil_seconds(*request.from)) : std::nullopt,
                    request.to ? std::optional(civil_seconds_end(*request.to) + 1) : std::nullopt));
  }

  const IndexView& index_;
  bool exact_;
  CompiledQuery& out_;
};

/// Words of at most `rare` articles are taken for others as well that are spelt or derived almost alike.
std::vector<SearchWord> words_near(const QueryGroup& group, std::uint64_t rare, const IndexView& index) {
  std::vector<SearchWord> found;
  for (const SearchWord& word : group.words) {
    if (word.required || word.typed.size() != 1 || word.stems.empty()) continue;
    if (frequency_of(index, word, word.field) > rare) continue;
    SearchWord near{.typed = word.typed, .field = word.field};
    near.stems = near_stems(index.lexicon(), word.typed.front(), word.stems.front(), max_near_stems);
    if (!near.stems.empty()) found.push_back(std::move(near));
  }
  return found;
}

std::string key_of(const SearchRequest& request, const QueryNode& root) {
  std::string key = describe(root);
  for (const auto* values : {&request.authors, &request.tags, &request.sources}) {
    key.push_back('\n');
    for (const std::string& value : *values) key.append(value).push_back('\t');
  }
  return key.append(fmt::format("\n{}\n{}\n{}\n{}", request.copies_of,
                                request.from ? to_iso(*request.from) : "",
                                request.to ? to_iso(*request.to) : "", request.exact));
}

}  // namespace

CompiledQuery compile(const SearchRequest& request, const IndexView& index) {
  const fihrist::Query query = parse_query(request.text);
  CompiledQuery out{.budget = std::make_shared<VerificationBudget>(), .key = key_of(request, query.root)};
  if (query.cut) out.notices.emplace_back("query_cut");
  Compiler(index, request.exact, out).root(query.root, request);
  return out;
}

LooseQuery loosen(const CompiledQuery& query, const IndexView& index) {
  const QueryGroup& group = query.conditions;
  std::size_t relaxable = 0;
  for (const SearchWord& word : group.words) relaxable += word.required ? 0 : word.typed.size();
  for (const PhraseCondition& phrase : group.phrases) relaxable += phrase.words.size();
  if (relaxable == 0) return {};
  LooseQuery loose{.near = words_near(group, relaxable == 1 ? few_articles : 0, index)};
  if (relaxable > 1 || !loose.near.empty()) loose.articles = loose_query(group, loose.near);
  return loose;
}

}  // namespace fihrist
