// SPDX-License-Identifier: GPL-3.0-or-later
// Lexemes into a tree, by recursive descent:
//   group   = { chain [AND] }            every chain of it
//   chain   = operand { OR operand }     OR binds tighter than standing side by side: a b OR c is a (b OR c)
//   operand = { - | NOT } ( word | quote | "(" group ")" )
#include "searcher/query_parser.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/fold.hpp"
#include "analysis/tokenizer.hpp"
#include "analysis/utf8.hpp"
#include "searcher/query_dates.hpp"
#include "searcher/query_lexer.hpp"

namespace fihrist {
namespace {

using Kind = QueryNode::Kind;

bool is_empty(const QueryNode& node) { return node.kind == Kind::all && node.children.empty(); }

/// A group of one is its member.
QueryNode unwrapped(QueryNode node) {
  if (node.kind != Kind::all || node.children.size() != 1) return node;
  QueryNode only = std::move(node.children.front());
  return only;
}

/// What stands side by side in brackets is required as it would be without them.
void append_flat(QueryNode& group, QueryNode node) {
  if (is_empty(node)) return;
  if (node.kind != Kind::all) {
    group.children.push_back(std::move(node));
    return;
  }
  for (QueryNode& child : node.children) {
    child.required = child.required || node.required;
    group.children.push_back(std::move(child));
  }
}

class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, const QueryLimits& limits, bool cut)
      : lexemes_(std::move(lexemes)), limits_(limits), cut_(cut) {}

  Query run() {
    Query query;
    query.root = group(0);
    query.cut = cut_;
    return query;
  }

 private:
  bool at_end() const { return at_ >= lexemes_.size(); }
  bool next_is(Lexeme::Kind kind) const { return !at_end() && lexemes_[at_].kind == kind; }
  static bool excludes(const Lexeme& lexeme) {
    return lexeme.kind == Lexeme::Kind::exclude || lexeme.kind == Lexeme::Kind::except;
  }

  bool operand_at(std::size_t at) const {
    while (at < lexemes_.size() && excludes(lexemes_[at])) ++at;
    if (at >= lexemes_.size()) return false;
    const Lexeme::Kind kind = lexemes_[at].kind;
    return kind == Lexeme::Kind::word || kind == Lexeme::Kind::quoted || kind == Lexeme::Kind::open;
  }

  QueryNode group(std::size_t depth) {
    QueryNode all{.kind = Kind::all};
    bool required = false;
    while (!at_end() && !closes(depth)) {
      if (next_is(Lexeme::Kind::both) && !all.children.empty() && operand_at(at_ + 1)) {
        all.children.back().required = required = true;
        ++at_;
        continue;
      }
      QueryNode next = !required && plain_word_at(at_) ? side_by_side() : chain(depth);
      next.required = next.required || std::exchange(required, false);
      append_flat(all, std::move(next));
    }
    return all;
  }

  bool plain_word_at(std::size_t at) const {
    const auto is = [this](std::size_t i, Lexeme::Kind kind) {
      return i < lexemes_.size() && lexemes_[i].kind == kind;
    };
    if (!is(at, Lexeme::Kind::word) || lexemes_[at].qualifier || lexemes_[at].text.back() == '*')
      return false;
    return !is(at + 1, Lexeme::Kind::either) || !operand_at(at + 2);
  }

  /// Words that no operator touches are cut as one text, because a word may depend on the next one: the
  /// article that stands apart («ال API»), a conjunction before a Latin word.
  QueryNode side_by_side() {
    std::string text = lexemes_[at_++].text;
    for (; plain_word_at(at_); ++at_) text.append(" ").append(lexemes_[at_].text);
    return words(text, Field::text);
  }

  /// True at the bracket that ends this group; brackets that end nothing are passed over.
  bool closes(std::size_t depth) {
    while (next_is(Lexeme::Kind::close)) {
      if (unopened_ == 0 && depth > 0) return true;
      if (unopened_ > 0) --unopened_;
      ++at_;
    }
    return at_end();
  }

  QueryNode chain(std::size_t depth) {
    QueryNode first = operand(depth);
    if (!next_is(Lexeme::Kind::either) || !operand_at(at_ + 1) || is_empty(first)) return first;
    QueryNode any{.kind = Kind::any};
    any.children.push_back(unwrapped(std::move(first)));
    while (next_is(Lexeme::Kind::either) && operand_at(at_ + 1)) {
      ++at_;
      QueryNode next = operand(depth);
      if (!is_empty(next)) any.children.push_back(unwrapped(std::move(next)));
    }
    if (any.children.size() > 1) return any;
    QueryNode only = std::move(any.children.front());
    return only;
  }

  QueryNode operand(std::size_t depth) {
    if (excludes(lexemes_[at_]) && operand_at(at_)) return negated(depth);
    if (next_is(Lexeme::Kind::open)) return bracketed(depth);
    const Lexeme& lexeme = lexemes_[at_++];
    if (lexeme.qualifier) return qualified(lexeme);
    return lexeme.kind == Lexeme::Kind::quoted ? phrase(lexeme.text, Field::text)
                                               : words(lexeme.text, Field::text);
  }

  QueryNode negated(std::size_t depth) {
    bool negative = false;
    for (; excludes(lexemes_[at_]); ++at_) negative = !negative;
    QueryNode inner = operand(depth);
    if (!negative || is_empty(inner)) return inner;
    QueryNode none{.kind = Kind::none};
    none.children.push_back(unwrapped(std::move(inner)));
    return none;
  }

  QueryNode bracketed(std::size_t depth) {
    ++at_;
    if (depth >= limits_.depth) {
      cut_ = true;
      ++unopened_;
      return {};
    }
    QueryNode inner = group(depth + 1);
    if (!at_end()) ++at_;
    return inner;
  }

  QueryNode qualified(const Lexeme& lexeme) {
    const Qualifier& qualifier = *lexeme.qualifier;
    if (qualifier.field == Field::title)
      return lexeme.kind == Lexeme::Kind::quoted ? phrase(lexeme.text, Field::title)
                                                 : words(lexeme.text, Field::title);
    const bool dated = qualifier.limit != Qualifier::Limit::none || qualifier.field == Field::year ||
                       qualifier.field == Field::month;
    if (dated) {
      if (auto node = dated_node(qualifier, lexeme.text)) return *node;
      return words(lexeme.qualifier_name + " " + lexeme.text, Field::text);
    }
    if (fold_key(lexeme.text).empty()) return {};
    return {.kind = Kind::filter, .field = qualifier.field, .value = lexeme.text};
  }

  QueryNode phrase(const std::string& text, Field field) {
    QueryNode node{.kind = Kind::phrase, .field = field};
    for (Token& token : tokenize(text)) {
      if (token.alternative) continue;
      if (!take_word()) break;
      node.tokens.push_back(std::move(token));
    }
    if (node.tokens.empty()) return {};
    return node;
  }

  QueryNode words(const std::string& text, Field field) {
    if (auto node = prefix(text, field)) return *node;
    QueryNode all{.kind = Kind::all};
    for (Token& token : tokenize(text)) {
      if (token.alternative) {
        if (!all.children.empty()) all.children.back().tokens.push_back(std::move(token));
        continue;
      }
      if (!take_word()) break;
      all.children.push_back({.kind = Kind::word, .field = field, .tokens = {std::move(token)}});
    }
    return all;
  }

  std::optional<QueryNode> prefix(const std::string& text, Field field) {
    if (text.size() < 2 || text.back() != '*') return std::nullopt;
    auto tokens = tokenize(std::string_view(text).substr(0, text.find_last_not_of('*') + 1));
    std::erase_if(tokens, [](const Token& token) { return token.alternative; });
    if (tokens.size() != 1 || count_code_points(tokens.front().text) < limits_.prefix_letters)
      return std::nullopt;
    if (prefixes_ >= limits_.prefixes) {
      cut_ = true;
      return std::nullopt;
    }
    if (!take_word()) return QueryNode{};
    ++prefixes_;
    return QueryNode{.kind = Kind::prefix, .field = field, .tokens = {std::move(tokens.front())}};
  }

  bool take_word() {
    if (words_ >= limits_.words) {
      cut_ = true;
      return false;
    }
    ++words_;
    return true;
  }

  std::vector<Lexeme> lexemes_;
  const QueryLimits& limits_;
  bool cut_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::size_t prefixes_ = 0;
  std::size_t unopened_ = 0;  ///< brackets beyond the depth that were passed over and will be closed
};

}  // namespace

Query parse_query(std::string_view text, const QueryLimits& limits) {
  const std::string_view kept = first_code_points(text, limits.code_points);
  return Parser(query_lexemes(kept), limits, kept.size() < text.size()).run();
}

}  // namespace fihrist
