// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what readers type, understood without ever failing.
#pragma once

#include <string_view>

#include "searcher/query.hpp"

namespace fihrist {

/// Parses a query. Any bytes give a query.
///   هاتف Galaxy            every word, in any of its forms
///   "…"  «…»  “…”          exactly these words, adjacent; spelling folded only
///   -نوكيا  NOT  ليس       without
///   OR  أو   AND           either; both          ( … )  grouping
///   word*                  words that begin so
///   title: author: tag: source: site: year: month: before: after:
///   عنوان: كاتب: وسم: مصدر: موقع: سنة: شهر: قبل: بعد:     a value of several words is quoted
/// An operator without its operand, an unclosed quote or bracket, a field that does not exist or a date
/// that is none: searched as words. A query of nothing but exclusions is taken from every article.
Query parse_query(std::string_view text, const QueryLimits& limits = {});

}  // namespace fihrist
