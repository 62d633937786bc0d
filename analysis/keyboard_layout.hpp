// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys would have written on the other script's keyboard: hguhf is ألعاب, شىيقخهي is android.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// The texts that the same keys give on the other script's layout, most usual first and without duplicates;
/// empty when the query has no letter, or letters of both scripts.
///   hgHlk      -> الأمن (Arabic 101 on QWERTY), then where they differ AZERTY and Mac Arabic
///   لاهفؤخهى   -> bitcoin; لا is the key B before it is G and H, so that هلاف is ibt, then ight
/// `query` is raw, as it was typed: ; ' [ ] , . / ` are letters of the Arabic layout, so it must not have
/// been tokenized or folded. Capitals are the shifted keys (H is أ) and, read once more, a caps lock.
/// Blanks, digits, double quotes, - : * ( ) and the words AND OR NOT stay, being of the query language. Names
/// of fields are retyped like any other letters. Any bytes are accepted; ill-formed ones become U+FFFD.
/// Whether the texts mean anything, the collection must tell. Pure and thread-safe; linear in the query.
std::vector<std::string> retyped(std::string_view query);

}  // namespace fihrist
