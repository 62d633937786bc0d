// SPDX-License-Identifier: GPL-3.0-or-later
// How a bare word is written with the article: what the evidence of a collection adds up.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace fihrist {

/// The folded forms of a folded word with the article, alone and behind one proclitic:
///   هاتف -> الهاتف والهاتف بالهاتف فالهاتف كالهاتف للهاتف
/// Behind ل the article loses its alef, and before a word that begins with ل its lam as well, since three
/// are never written in a row: لغه -> للغه.
std::array<std::string, 6> definite_forms(std::string_view bare);

}  // namespace fihrist
