// SPDX-License-Identifier: GPL-3.0-or-later
// Is a written word a form of a noun? The stem does not tell: عملة and عمل share theirs.
#pragma once

#include <string_view>

#include "analysis/evidence.hpp"

namespace fihrist {

/// Is the folded `word` this folded bare noun, perhaps with proclitics, article, possessive, dual or sound
/// plural? To be asked of words that share their stem.
///   عمل     عمل العمل وبالعمل عملها عملان عملين
///   not of  عملة العملة عملتها عملات: a noun with ة of its own, which the collection writes with the article
///   مبنى    مبنى المبنى مبناها مبانٍ not
bool is_form_of(std::string_view word, std::string_view noun, const Evidence& evidence);

}  // namespace fihrist
