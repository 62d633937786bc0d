// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of decoding XML: what the bytes are counts, not what they are said to be.
#include "indexer/readers/xml_decoder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/byte_sources.hpp"
#include "indexer/icu_converter.hpp"

namespace fihrist {
namespace {

constexpr std::string_view sentence =
    "في هذه المقالة نتحدث عن لغات البرمجة وعن طريقة اختيار اللغة الأولى التي يتعلمها من يدخل هذا المجال "
    "اليوم";

std::string decoded(std::string bytes) {
  const auto source = open_text(std::move(bytes));
  XmlDecoder decoder(*source);
  std::string out;
  for (std::string_view piece = decoder.next(); !piece.empty(); piece = decoder.next()) out += piece;
  return out;
}

std::string document(std::string_view label) {
  return "<?xml version=\"1.0\" encoding=\"" + std::string(label) + "\"?><a>" + std::string(sentence) +
         "</a>";
}

std::string in_encoding(const char* encoding, std::string_view text) {
  return from_utf16(encoding, utf8_to_utf16(text)).value();
}

TEST_CASE("a text comes out whatever its encoding and its label") {
  struct Row {
    const char* encoding;
    std::string_view label;
  };
  for (const Row& row :
       {Row{"UTF-8", "UTF-8"}, Row{"UTF-8", "windows-1256"}, Row{"UTF-8", "no-such-encoding"},
        Row{"windows-1256", "windows-1256"}, Row{"windows-1256", "UTF-8"}, Row{"windows-1256", "iso-8859-1"},
        Row{"ISO-8859-6", "iso-8859-6-i"}, Row{"ISO-8859-6", "utf-8"}, Row{"UTF-16LE", "UTF-16"},
        Row{"UTF-16BE", "windows-1256"}}) {
    CAPTURE(row.encoding);
    CAPTURE(row.label);
    const std::string text = document(row.label);
    CHECK(decoded(in_encoding(row.encoding, text)) == text);
  }
}

TEST_CASE("a label counts for what the bytes do not show") {
  const std::string text = "<?xml version='1.0' encoding='koi8-r'?><a>Привет, это русский текст</a>";
  CHECK(decoded(in_encoding("KOI8-R", text)) == text);
  const std::string french = "<?xml version='1.0' encoding='ISO-8859-1'?><a>l’été à Paris déjà</a>";
  CHECK(decoded(in_encoding("windows-1252", french)) == french);
}

TEST_CASE("controls go and ill-formed bytes leave a mark") {
  CHECK(decoded("<a>x\x01y\xFFz\xEF\xBF\xBF مرحبا بكم</a>") == "<a>xy\uFFFDz\uFFFD مرحبا بكم</a>");
}

TEST_CASE("the place of a tag in the input is known in every encoding") {
  for (const char* encoding : {"UTF-8", "windows-1256", "UTF-16LE"}) {
    CAPTURE(encoding);
    const std::string text = document("windows-1256") + "<b/>";
    const std::string bytes = in_encoding(encoding, text);
    const std::size_t place = bytes.size() - in_encoding(encoding, "<b/>").size();
    const auto source = open_text(bytes);
    XmlDecoder decoder(*source);
    CHECK(decoder.next() == text);
    CHECK(decoder.source_offset(text.size() - 4) == place);
  }
}

}  // namespace
}  // namespace fihrist
