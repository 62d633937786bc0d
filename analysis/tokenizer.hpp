// SPDX-License-Identifier: GPL-3.0-or-later
// Text into words: where they begin and end, and what is glued to them.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace fihrist {

/// Splits a text into folded words, in order of `begin`, then longest first.
///
/// Word boundaries follow UAX #29, mended for technology writing:
///   «الأمن،الخصوصية»  -> الامن · الخصوصيه
///   C++ · C# · .NET · Node.js · v2.0 · 5G · user@host.org · example.com   stay whole
///   GPT-4 -> gpt4, and as alternatives gpt · 4     Wi-Fi -> wifi, and as alternatives wi · fi
///   «بالـVPN» -> vpn     «ال100» -> 100     «128GB» -> 128gb, and as alternatives 128 · gb
///   «#الذكاء_الاصطناعي» -> الذكاء · الاصطناعي     «١٢٬٥٠٠٫٧٥» -> 12500.75
///   «مرحباااا» -> مرحبا (three or more equal Arabic letters become one)
/// Clitics and endings stay on the word: that is the stemmer's work.
/// Pure and thread-safe; linear in the size of the text.
std::vector<Token> tokenize(std::string_view text);

/// Where the same tokens stand, for texts whose words are known already: Arabic ones have no text and no
/// hamza, which takes most of the time. Others are whole, so that their alternatives can be told.
std::vector<Token> locate_tokens(std::string_view text);

/// The same, three times as fast where most of the text is Arabic words.
std::vector<Token> locate_words(std::string_view text);

}  // namespace fihrist
