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

/// The inverse: the words that have `form` among their definite forms. الهاتف is a form of هاتف, and للغه one
/// of غه as well as of لغه. Views into `form`; those that are empty name no word.
std::array<std::string_view, 2> bare_forms(std::string_view form);

}  // namespace fihrist
