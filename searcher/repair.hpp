// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader may have meant whose query finds nothing, or next to nothing. Internal to this room.
#pragma once

#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/query_compiler.hpp"

namespace fihrist {

/// Texts to offer instead of a query as typed, best first; at most four. Whether they find more, the caller
/// must look.
///   keyboard   hguhf -> العاب: no word of three letters is known, and on the other layout's keys all are
///   Arabizi    7asoub -> حاسوب: a Latin word that hardly any article holds, and that reads as a commoner one
///   spelling   الاصتناعي -> الاصطناعي: a word that no article holds in any form
///   names      شوبفاي -> Shopify: the same, in the other script or spelled otherwise
/// A word that some article holds is never corrected, but for Arabizi, which one quotation in Latin letters
/// would otherwise switch off. Everything around the words (operators, quotes, fields) stays as it is.
std::vector<std::string> repairs(const IndexView& index, const CompiledQuery& query, const std::string& text);

}  // namespace fihrist
