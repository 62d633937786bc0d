// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of encodings, and when they are believed.
#include "indexer/extraction/page_encoding.hpp"

#include <algorithm>
#include <string>

#include "analysis/ascii.hpp"
#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"
#include "indexer/icu_converter.hpp"

namespace fihrist {
namespace {

/// Browsers look for <meta charset> in the first 1024 bytes; saved pages have comments and styles before it.
constexpr std::size_t searched_for_label = 8192;
constexpr std::size_t longest_label = 40;

struct Label {
  std::string_view label;
  const char* encoding;  ///< as ICU names it
};

/// Those that detect_encoding() does not know. Reference: WHATWG Encoding Standard, "Names and labels".
constexpr Label labels[] = {
    {"windows-1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"windows-1250", "windows-1250"},
    {"iso-8859-2", "ISO-8859-2"},
    {"windows-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"iso-8859-5", "ISO-8859-5"},
    {"windows-1253", "windows-1253"},
    {"iso-8859-7", "ISO-8859-7"},
    {"windows-1254", "windows-1254"},
    {"iso-8859-9", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"iso-8859-15", "ISO-8859-15"},
    {"gbk", "GBK"},
    {"gb2312", "GBK"},
    {"gb18030", "gb18030"},
    {"big5", "Big5"},
    {"shift_jis", "Shift_JIS"},
    {"shift-jis", "Shift_JIS"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"macintosh", "macintosh"},
};

const char* encoding_of(std::string_view label) {
  const std::string wanted = lower_ascii(label);
  const auto* const found = std::find_if(std::begin(labels), std::end(labels),
                                         [&](const Label& one) { return one.label == wanted; });
  return found == std::end(labels) ? nullptr : found->encoding;
}

/// The value behind the first "charset=" of a <meta>.
std::string meta_label(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, searched_for_label));
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 1)) {
    const std::string_view tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    std::size_t at = tag.find("charset");
    if (at == std::string_view::npos) continue;
    at = tag.find_first_not_of(" =\"'\t\r\n", at + 7);
    if (at == std::string_view::npos) continue;
    const std::size_t end = std::min(tag.find_first_of(" \"';/\t\r\n", at), tag.size());
    return std::string(tag.substr(at, std::min(end - at, longest_label)));
  }
  return {};
}

/// True when more letters beyond ASCII are Arabic than not: what windows-1252 was called then, is not.
bool is_mostly_arabic(std::string_view text) {
  std::size_t arabic = 0;
  std::size_t other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x80) ++(is_arabic_letter(c) ? arabic : other);
  }
  return arabic > other;
}

DecodedText decoded_from(const char* encoding, std::string_view bytes) {
  const std::u16string units = to_utf16(encoding, bytes);
  DecodedText decoded{.encoding = encoding};
  decoded.replaced = static_cast<std::size_t>(std::count(units.begin(), units.end(), u'\uFFFD'));
  decoded.text = clean_utf8(utf16_to_utf8(units));
  return decoded;
}

}  // namespace

DecodedText decode_page(std::string_view bytes, std::string_view header_charset) {
  DecodedText detected = decode_text(bytes);
  const bool guessed = detected.encoding == "windows-1256" || detected.encoding == "ISO-8859-6" ||
                       detected.encoding == "IBM-720" || detected.replaced > 0;
  if (!guessed || detected.encoding.starts_with("UTF-16")) return detected;
  const char* labelled = encoding_of(header_charset);
  if (labelled == nullptr) labelled = encoding_of(meta_label(bytes));
  if (labelled == nullptr) return detected;
  if (detected.encoding != "UTF-8" && is_mostly_arabic(detected.text)) {
    // In windows-1251 Arabic looks like Russian and the other way round; what is labelled so is so.
    const std::string_view name = labelled;
    if (name == "windows-1252" || name == "ISO-8859-15") return detected;
  }
  DecodedText decoded = decoded_from(labelled, bytes);
  return decoded.replaced <= detected.replaced || detected.encoding != "UTF-8" ? decoded : detected;
}

}  // namespace fihrist
