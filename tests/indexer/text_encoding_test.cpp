// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of encodings: what Arabic was saved in is known from 128 bytes on, and comes out letter for letter.
#include "indexer/text_encoding.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "analysis/utf8.hpp"
#include "indexer/double_encoding.hpp"
#include "indexer/icu_converter.hpp"

namespace fihrist {
namespace {

// Written for this test; none of them is in the model's own sample.
constexpr std::string_view sentences[] = {
    "رفعت مجموعة من المبرمجين دعوى على المنصة بعد أن غيرت شروط الاستخدام من دون إخطار أحد من المشتركين فيها.",
    "تستعد الجامعة لإطلاق أول قمر صناعي صغير بناه طلبتها، وسيحمل جهازاً يقيس تلوث الهواء فوق المدن الكبيرة.",
    "لا يزال كثير من المصارف يستعمل برامج كتبت قبل أربعين سنة، ولا يجد من يصونها إلا بأجور باهظة ووقت طويل.",
    "هل تستحق الساعة الذكية ثمنها؟ جربناها شهراً كاملاً في الرياضة والنوم والسفر، وهذه خلاصة ما توصلنا إليه.",
    "قالت الهيئة إن خدمة الجيل الخامس ستغطي ضواحي العاصمة أولا ثم تمتد إلى بقية الولايات على مراحل متتالية.",
    "ينصح الخبراء بتغيير كلمة السر فوراً وتفعيل التحقق بخطوتين لكل حساب ورد اسمه في قائمة التسريب الأخيرة.",
};

constexpr const char* encodings[] = {"UTF-8",   "windows-1256", "ISO-8859-6",
                                     "IBM-720", "UTF-16LE",     "UTF-16BE"};

/// DOS had no Arabic punctuation.
std::string as_written_in(std::string text, std::string_view encoding) {
  if (encoding != "IBM-720") return text;
  struct Mark {
    std::string_view arabic;
    std::string_view ascii;
  };
  for (const Mark& mark : {Mark{"\u060C", ","}, Mark{"\u061F", "?"}})
    for (std::size_t at = text.find(mark.arabic); at != std::string::npos; at = text.find(mark.arabic))
      text.replace(at, mark.arabic.size(), mark.ascii);
  return text;
}

std::string encoded(std::string_view text, const char* encoding) {
  const auto bytes = from_utf16(encoding, utf8_to_utf16(text));
  REQUIRE(bytes);
  return *bytes;
}

TEST_CASE("Arabic of 128 bytes is known in each of its encodings and decoded exactly") {
  for (const char* encoding : encodings)
    for (const std::string_view first : sentences)
      for (const std::string_view second : sentences) {
        const std::string text = as_written_in(std::string(first) + "\n" + std::string(second), encoding);
        const std::string bytes = encoded(text, encoding);
        REQUIRE(bytes.size() >= 128);
        CAPTURE(encoding);
        CAPTURE(text);
        CHECK(detect_encoding(bytes.substr(0, 128)) == encoding);
        const DecodedText decoded = decode_text(bytes);
        CHECK(decoded.encoding == encoding);
        CHECK(decoded.text == text);
        CHECK(decoded.replaced == 0);
        CHECK_FALSE(decoded.repaired);
      }
}

TEST_CASE("Arabic with Latin names and figures is known as well") {
  const std::string_view sentence =
      "أطلقت Samsung هاتف Galaxy S8 في New York يوم 29/03/2017 بسعر 720 دولارا، وسيصل إلى Best Buy وAmazon "
      "في أبريل.";
  for (const char* encoding : encodings) {
    CAPTURE(encoding);
    const std::string text = as_written_in(std::string(sentence), encoding);
    CHECK(decode_text(encoded(text, encoding)).text == text);
  }
}

TEST_CASE("a byte order mark decides and does not reach the text") {
  CHECK(decode_text("\xEF\xBB\xBFنص").text == "نص");
  CHECK(decode_text(std::string("\xFF\xFE\x46\x06\x35\x06", 6)).text == "نص");
  CHECK(decode_text(std::string("\xFE\xFF\x06\x46\x06\x35", 6)).text == "نص");
  CHECK(decode_text(std::string("\xFF\xFE\x61\x00", 4)).encoding == "UTF-16LE");
}

TEST_CASE("UTF-8 with a broken byte stays UTF-8") {
  std::string text(sentences[0]);
  text[20] = '\xFF';
  const DecodedText decoded = decode_text(text);
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.replaced > 0);
  CHECK(decoded.text.ends_with("المشتركين فيها."));
}

TEST_CASE("UTF-8 that is cut within a letter stays UTF-8") {
  std::string text = "x";
  while (text.size() < 40'000) text += sentences[0];
  for (std::size_t cut = 0; cut < 4; ++cut)
    CHECK(detect_encoding(text.substr(0, text.size() - cut)) == "UTF-8");
  CHECK(decode_text(text).replaced == 0);
}

TEST_CASE("Arabic behind a long beginning in ASCII is known all the same") {
  for (const char* encoding : {"UTF-8", "windows-1256", "ISO-8859-6", "IBM-720"}) {
    CAPTURE(encoding);
    const std::string text = std::string(100'000, '-') + as_written_in(std::string(sentences[1]), encoding);
    CHECK(decode_text(encoded(text, encoding)).text == text);
  }
}

TEST_CASE("French with accents keeps them") {
  const std::string_view text =
      "Le développement a été retardé à cause des problèmes de sécurité où ça bloque, çà et là.";
  CHECK(decode_text(encoded(text, "windows-1252")).text == text);
}

TEST_CASE("lines encoded twice are decoded twice, the others left alone") {
  for (const char* encoding : {"windows-1252", "windows-1256"}) {
    CAPTURE(encoding);
    std::string twice;
    for (const std::string_view sentence : sentences) {
      // Not every byte is a character of the encoding; such a sentence cannot have been encoded so.
      const std::u16string wrong = to_utf16(encoding, sentence);
      if (wrong.find(u'\uFFFD') != std::u16string::npos) continue;
      twice += utf16_to_utf8(wrong) + "\n" + std::string(sentence) + "\n";
    }
    REQUIRE_FALSE(twice.empty());
    const DecodedText decoded = decode_text(twice);
    CHECK(decoded.repaired);
    CHECK(decoded.text.find("Ø") == std::string::npos);
    CHECK(decoded.text.find("ط§") == std::string::npos);
    for (const std::string_view sentence : sentences) {
      const std::size_t at = decoded.text.find(sentence);
      if (at == std::string::npos) continue;
      CHECK(decoded.text.find(sentence, at + 1) != std::string::npos);
    }
  }
}

TEST_CASE("words that only look as if encoded twice stay") {
  for (const std::string_view text : {"ظط", "طظ طظ", "Ø Ù", "ظروف طباعة", "طلب طالب طريقا", "Øresund Øl"}) {
    CAPTURE(text);
    bool repaired = false;
    CHECK(undo_double_encoding(std::string(text), repaired) == text);
    CHECK_FALSE(repaired);
  }
}

TEST_CASE(
    "a line encoded twice is found wherever it stands, also where letters of its signs stand before it") {
  const std::string sentence = "أطلقت الشركة هاتفا جديدا";
  for (const char* encoding : {"windows-1252", "windows-1256"})
    for (std::size_t before = 0; before < 40; ++before) {
      CAPTURE(encoding);
      CAPTURE(before);
      const std::string lines = std::string(before, 'x') + "\nالنفط، وطريق طويل\n";
      bool repaired = false;
      const std::string twice = utf16_to_utf8(to_utf16(encoding, sentence));
      CHECK(undo_double_encoding(lines + twice + "\n" + lines, repaired) == lines + sentence + "\n" + lines);
      CHECK(repaired);
    }
}

TEST_CASE("any bytes give valid text") {
  std::string all;
  for (int i = 0; i < 512; ++i) all += static_cast<char>(i * 167);
  for (const std::string& bytes :
       {std::string(), all, std::string(1000, '\xFF'), std::string(1000, '\0'), std::string("\xD8"),
        std::string("\xFF\xFE\x00", 3), std::string("\xD8\x00\xD8", 3)}) {
    const DecodedText decoded = decode_text(bytes);
    CHECK(is_valid_utf8(decoded.text));
  }
}

}  // namespace
}  // namespace fihrist
