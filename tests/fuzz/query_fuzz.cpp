// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the query language: any bytes are a query, and none costs more than the limits say.
#include "analysis/utf8.hpp"
#include "searcher/query_parser.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"

namespace fihrist {
namespace {

struct Cost {
  std::size_t words = 0, prefixes = 0, depth = 0;
};

Cost cost_of(const QueryNode& node) {
  Cost cost{.words = node.kind == QueryNode::Kind::phrase ? node.tokens.size()
                     : node.kind == QueryNode::Kind::word ? std::size_t{1}
                                                          : std::size_t{0},
            .prefixes = node.kind == QueryNode::Kind::prefix ? std::size_t{1} : std::size_t{0}};
  for (const QueryNode& child : node.children) {
    const Cost below = cost_of(child);
    cost.words += below.words;
    cost.prefixes += below.prefixes;
    cost.depth = std::max(cost.depth, below.depth + 1);
  }
  return cost;
}

}  // namespace

void check_query(std::string_view input) {
  const QueryLimits limits;
  const Query query = parse_query(input, limits);
  const Cost cost = cost_of(query.root);
  require_law(cost.words <= limits.words, "a query has no more words than the limit");
  require_law(cost.prefixes <= limits.prefixes, "a query has no more prefixes than the limit");
  require_law(cost.depth <= 3 * limits.depth, "a query is not nested deeper than its brackets may be");
  require_law(is_valid_utf8(describe(query.root)), "what was understood is text");
  require_law(describe(parse_query(input, limits).root) == describe(query.root), "a query has one meaning");
}

}  // namespace fihrist
