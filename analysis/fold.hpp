// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: spellings that readers take for the same become the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// A folded text that remembers where each of its bytes came from.
struct FoldedText {
  std::string text;  ///< valid UTF-8
  /// origin[i] is the byte of the original text where the code point that made text[i] begins;
  /// origin.size() == text.size() + 1 and origin.back() is the size of the original.
  std::vector<std::uint32_t> origin;
};

/// The spelling folds, in one pass, listed in docs/arabic.md: compatibility forms (UAX #15, NFKC for the
/// presentation blocks and full width only), alef forms, ى, ة, ؤ ئ, Persian and Urdu letters, digits of
/// three families, marks, tatweel, directional and joining controls; Latin letters are lower-cased and
/// lose their accents. Invalid UTF-8 becomes U+FFFD, one a maximal subpart (Unicode 15, section 3.9).
/// Idempotent: folding the folded text changes nothing. Linear in the size of the text.
FoldedText fold(std::string_view text);

/// fold() without the map, blanks at the ends cut and inner runs of blanks made one space: the key under
/// which names of authors, tags, sources and fields are compared.
std::string fold_key(std::string_view text);

}  // namespace fihrist
