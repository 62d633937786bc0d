// SPDX-License-Identifier: GPL-3.0-or-later
// Queries written out for people and tests.
#include "searcher/query.hpp"

#include <array>
#include <string_view>

namespace fihrist {
namespace {

constexpr std::array<std::string_view, 8> kind_names{"word",  "phrase", "prefix", "filter",
                                                     "range", "all",    "any",    "none"};

/// A word with its other readings: iphone15|iphone|15.
void append_tokens(std::string& out, const std::vector<Token>& tokens) {
  for (const Token& token : tokens) out.append(token.alternative ? "|" : " ").append(token.text);
}

void append_node(std::string& out, const QueryNode& node) {
  out.append("(").append(kind_names[static_cast<std::size_t>(node.kind)]);
  if (node.required) out.push_back('!');
  if (node.field != Field::text) out.append(" ").append(row_of(node.field).name);
  append_tokens(out, node.tokens);
  if (!node.value.empty()) out.append(" \"").append(node.value).append("\"");
  if (node.from) out.append(" from ").append(to_iso(*node.from));
  if (node.to) out.append(" to ").append(to_iso(*node.to));
  for (const QueryNode& child : node.children) append_node(out.append(" "), child);
  out.push_back(')');
}

}  // namespace

std::string describe(const QueryNode& node) {
  std::string out;
  append_node(out, node);
  return out;
}

}  // namespace fihrist
