// SPDX-License-Identifier: GPL-3.0-or-later
// Query text into lexemes: words, quotes, brackets, operators and fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/fields.hpp"

namespace fihrist {

/// What stands before a colon: a field of the table, or a limit in time.
struct Qualifier {
  enum class Limit : std::uint8_t { none, before, after };
  Field field = Field::text;
  Limit limit = Limit::none;
};

/// One lexeme. `text` is the written word, the inside of the quotes, or the operator as typed. Words and
/// quotes may carry a qualifier, whose name is kept as typed for the case that its value makes no sense.
struct Lexeme {
  enum class Kind : std::uint8_t { word, quoted, open, close, exclude, either, both, except };
  Kind kind = Kind::word;
  std::string text;
  std::optional<Qualifier> qualifier;
  std::string qualifier_name;
  std::size_t begin = 0;  ///< bytes of the query in which the text of a word or a quote stands
  std::size_t end = 0;
};

/// Splits a query. Any bytes give lexemes; linear in the size of the text.
///   -x -> exclude, word x         OR أو -> either     AND -> both     NOT ليس -> except
///   "x y" «x y» “x y” -> quoted   ( ) -> open close   title:x -> word x with its qualifier
/// A quote that is never closed is no quote; a minus counts only before a word.
std::vector<Lexeme> query_lexemes(std::string_view text);

/// The field or limit that a name stands for, in either language and any spelling of it.
std::optional<Qualifier> qualifier_named(std::string_view name);

}  // namespace fihrist
