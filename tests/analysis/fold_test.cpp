// SPDX-License-Identifier: GPL-3.0-or-later
// Spellings that readers take for the same fold to the same bytes, and each byte knows where it came from.
#include "analysis/fold.hpp"

#include <doctest/doctest.h>
#include <unicode/unorm2.h>

#include <vector>

#include "analysis/utf8.hpp"

using namespace fihrist;

namespace {

std::string folded(std::string_view text) { return fold(text).text; }

std::string normalised(std::string_view text, const UNormalizer2* form) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c > 0xFFFF)
      units += {static_cast<char16_t>(U16_LEAD(c)), static_cast<char16_t>(U16_TRAIL(c))};
    else
      units += static_cast<char16_t>(c);
  }
  std::u16string out(units.size() * 20 + 20, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto length = unorm2_normalize(form, units.data(), static_cast<std::int32_t>(units.size()),
                                       out.data(), static_cast<std::int32_t>(out.size()), &status);
  REQUIRE(U_SUCCESS(status));
  std::string bytes;
  for (std::int32_t i = 0; i < length; ++i) {
    char32_t c = out[static_cast<std::size_t>(i)];
    if (U16_IS_LEAD(c))
      c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, out[static_cast<std::size_t>(++i)]));
    append_utf8(bytes, c);
  }
  return bytes;
}

}  // namespace

TEST_CASE("each spelling folds to its plain form") {
  struct Row {
    std::string_view text;
    std::string_view folded;
  };
  const std::vector<Row> rows{
      {"أإآٱ", "اااا"},
      {"مسؤول مسئول", "مسوول مسيول"},
      {"سماء", "سماء"},
      {"مستوى شاشة", "مستوي شاشه"},
      {"مُعالِجٌ جدًّا", "معالج جدا"},
      {"تطبيـــق", "تطبيق"},
      {"کامیرا شبكۃ ھاتف", "كاميرا شبكه هاتف"},
      {"ڤايبر پايثون", "فايبر بايثون"},
      {"گوگل چات", "گوگل چات"},
      {"٢٠٢٤ ۲۰۲۴ ２０２４", "2024 2024 2024"},
      {"١٢٬٥٠٠٫٧٥ ٥٠٪", "12,500.75 50%"},
      {"ﺷﺒﻜﺔ الاتصاﻻت", "شبكه الاتصالات"},
      {"﷼", "ريال"},
      {"ﷺ", "صلي الله عليه وسلم"},
      {"Galaxy ÉCOLE Straße Œuvre", "galaxy ecole strasse oeuvre"},
      {"İSTANBUL ısı", "istanbul isi"},
      {"ŁÓDŹ Ærø", "lodz aero"},
      {"ｉＰｈｏｎｅ", "iphone"},
      {"ﬁle", "file"},
      {"ПРИВЕТ", "привет"},
      {"ΑΘΉΝΑ", "αθηνα"},
      {"m²", "m²"},
      {"Samsung’s", "samsung's"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(folded(row.text) == row.folded);
  }
}

TEST_CASE("invisible characters vanish or become blanks") {
  CHECK(folded(to_utf8(U"سناب\u200Cشات")) == "سناب شات");
  CHECK(folded(to_utf8(U"جوجل\u00A0كروم")) == "جوجل كروم");
  for (const char32_t c : std::vector<char32_t>{0x200D, 0x200E, 0x200F, 0x061C, 0x202A, 0x202E, 0x2066,
                                                0x2069, 0x00AD, 0xFEFF, 0x2060, 0xFE0F, 0xE0067}) {
    CAPTURE(static_cast<unsigned>(c));
    std::string text = "كل";
    append_utf8(text, c);
    text += "مة";
    CHECK(folded(text) == "كلمه");
  }
}

TEST_CASE("an isolated mark of a presentation block does not cut the word") {
  CHECK(folded(to_utf8(U"ش\uFE76بكة")) == "شبكه");
}

TEST_CASE("broken bytes become one U+FFFD a subpart") {
  CHECK(folded("a\xED\xA0\x80z") == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST_CASE("all of Unicode folds once: folding again changes nothing") {
  std::string text;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    text.clear();
    append_utf8(text, c);
    const std::string once = folded(text);
    if (folded(once) != once) FAIL("U+" << std::hex << static_cast<unsigned>(c) << " " << once);
    if (!is_valid_utf8(once)) FAIL("not UTF-8: U+" << std::hex << static_cast<unsigned>(c));
  }
}

TEST_CASE("canonically equivalent texts fold to the same bytes") {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* composed = unorm2_getNFCInstance(&status);
  const UNormalizer2* decomposed = unorm2_getNFDInstance(&status);
  for (const std::string_view text :
       {"أمان إدارة آلة مسؤول هيئة ۀ", "café Ångström", "й ё ΐ ᾳ", "한국어", "だ"}) {
    CAPTURE(text);
    CHECK(folded(normalised(text, composed)) == folded(normalised(text, decomposed)));
  }
}

TEST_CASE("the origin of each byte is the code point that made it") {
  const std::string text = "مُ﷼é!";
  const FoldedText result = fold(text);
  CHECK(result.text == "مريالe!");
  CHECK(result.origin.size() == result.text.size() + 1);
  const std::vector<std::uint32_t> expected{0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 7, 9, 10};
  CHECK(result.origin == expected);
}

TEST_CASE("a key has no blanks at its ends and single ones inside") {
  CHECK(fold_key(" \t أحمد \n علي ") == "احمد علي");
  CHECK(fold_key("   ").empty());
  CHECK(fold_key("Unified Source") == fold_key("unified  source"));
}

TEST_CASE("a hundred thousand marks on one letter cost nothing and leave the letter") {
  std::string text = "ا";
  for (int i = 0; i < 100'000; ++i) append_utf8(text, i % 2 == 0 ? 0x0654 : 0x0301);
  CHECK(folded(text) == "ا");
}
