// SPDX-License-Identifier: GPL-3.0-or-later
// A query as it was understood: a tree of plain data, before it meets an index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/date.hpp"
#include "analysis/token.hpp"
#include "schema/fields.hpp"

namespace fihrist {

/// A node. Which members count depends on `kind`:
///   word    tokens: one token, then its alternatives; field: text or title
///   phrase  tokens in order, adjacent, as written, without alternatives; field: text or title
///   prefix  tokens[0].text is the beginning of a word (word*); field: text or title
///   filter  field and value: author, source, site, tag as typed; year "2017", month "201701"
///   range   dated at or after the first instant of `from`, before the first instant of `to`; one is missing
///   all     every child (the default between words, AND)
///   any     one child at least (OR, أو)
///   none    not the child (-, NOT, ليس)
struct QueryNode {
  enum class Kind : std::uint8_t { word, phrase, prefix, filter, range, all, any, none };
  Kind kind = Kind::all;
  Field field = Field::text;
  std::vector<Token> tokens;
  std::string value;
  std::optional<Date> from;
  std::optional<Date> to;
  bool required = false;  ///< AND was written beside it: never relaxed
  std::vector<QueryNode> children;
};

/// Limits of what a query may cost, applied while parsing; what is beyond is left out and said.
struct QueryLimits {
  std::size_t code_points = 1024;
  std::size_t words = 64;
  std::size_t prefixes = 2;
  std::size_t prefix_letters = 2;
  std::size_t depth = 16;
};

struct Query {
  QueryNode root;    ///< kind all; no children: every article
  bool cut = false;  ///< something was beyond the limits
};

/// S-expression for tests and `explain`: (all (word هاتف) (none (word نوكيا)) (filter author "…")).
std::string describe(const QueryNode& node);

}  // namespace fihrist
