// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of unknown encoding as UTF-8: what Arabic pages were saved in over thirty years.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihrist {

inline constexpr std::string_view utf8_byte_order_mark = "\xEF\xBB\xBF";

struct DecodedText {
  std::string text;          ///< valid UTF-8 without byte order mark, cleaned (clean_utf8)
  std::string encoding;      ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6", "IBM-720"
  std::size_t replaced = 0;  ///< ill-formed sequences that became U+FFFD
  bool repaired = false;     ///< lines encoded twice («Ø§Ù„») were decoded twice
};

/// The encoding of a text, judged in this order: a byte order mark; UTF-16 by its zero and 06 bytes, all
/// at one parity; UTF-8 when well formed but for one sequence in five; then windows-1256, ISO-8859-6
/// (ASMO 708) or IBM-720 (DOS), whichever gives the likeliest Arabic letters. Reliable from 128 bytes on.
/// Latin text with accents is windows-1256, which has those of French at the places of windows-1252.
std::string detect_encoding(std::string_view bytes);

/// Detects, converts, and repairs. Any bytes give a text; `replaced` tells how well it went.
DecodedText decode_text(std::string_view bytes);

/// The name of a file as containers keep it without saying how: UTF-8, else an encoding of Arabic, else that
/// of the first PCs (IBM-437), which zip files have by their rules.
std::string decode_file_name(std::string_view bytes);

}  // namespace fihrist
