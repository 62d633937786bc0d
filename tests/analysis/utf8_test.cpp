// SPDX-License-Identifier: GPL-3.0-or-later
// Broken bytes are repaired by the standard's own table, and counted like any other character.
#include "analysis/utf8.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace fihrist;

TEST_CASE("every code point survives a round trip, and surrogates become U+FFFD") {
  for (char32_t c = 0; c <= 0x110000; ++c) {
    std::string bytes;
    append_utf8(bytes, c);
    std::size_t at = 0;
    const bool sound = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    const char32_t back = next_code_point(bytes, at);
    if (back != (sound ? c : 0xFFFD) || at != bytes.size()) FAIL("code point " << static_cast<unsigned>(c));
  }
}

TEST_CASE("an ill-formed sequence counts one for each maximal subpart") {
  struct Row {
    std::string_view bytes;
    std::size_t code_points;
    std::string_view repaired;
  };
  const std::vector<Row> rows{
      {"a\xC2", 2, "a\xEF\xBF\xBD"},
      {"\x80\xBF", 2, "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xC0\xAF", 2, "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xE0\x80\xAF", 3, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xE2\x82z", 2, "\xEF\xBF\xBDz"},
      {"\xED\xA0\x80", 3, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xF0\x9F\x98", 1, "\xEF\xBF\xBD"},
      {"\xF4\x90\x80\x80", 4, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xF0\x9F\x98\x80", 1, "\xF0\x9F\x98\x80"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.repaired);
    CHECK(count_code_points(row.bytes) == row.code_points);
    CHECK(clean_utf8(row.bytes) == row.repaired);
    CHECK(is_valid_utf8(row.bytes) == (row.bytes == row.repaired));
  }
}

TEST_CASE("cleaning counts what it replaced, but not a U+FFFD that was written") {
  std::size_t replaced = 3;
  CHECK(clean_utf8("\xFF written \xEF\xBF\xBD", &replaced) == "\xEF\xBF\xBD written \xEF\xBF\xBD");
  CHECK(replaced == 4);
}

TEST_CASE("controls and directional overrides are taken out, and lines and tabs stay") {
  std::string text = "a\tb\r\nc";
  for (const char32_t c :
       std::vector<char32_t>{0x00, 0x07, 0x1F, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069}) {
    append_utf8(text, c);
  }
  append_utf8(text, 0x200F);  // a mark turns nothing around
  CHECK(clean_utf8(text) == "a\tb\r\nc\xE2\x80\x8F");
}

TEST_CASE("long texts are cleaned as letter by letter, wherever in them something stands") {
  const std::vector<std::string_view> pieces{
      "نص عربي ", "plain text ", "، ",           "«",          "»",        "\u00A0", "…",      "“",
      "\u200F",   "€",           "한",           "\U0001F600", "\n",       "\t",     "\r\n",   "\x01",
      "\x7F",     "\u0085",      "\u202A",       "\u202E",     "\u2066",   "\u2069", "\u2028", "\uFFFD",
      "\uFFFE",   "ﷲ",           "\x80",         "\xC0",       "\xC1\x81", "\xC2",   "\xD8",   "\xE0\x80",
      "\xE2",     "\xE2\x80",    "\xED\xA0\x80", "\xEF",       "\xF0\x9F", "\xFF"};
  const auto letter_by_letter = [](std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
      const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
      if (!control && !turns) append_utf8(clean, c);
    }
    return clean;
  };
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    // Few that are not plain, so that whole blocks are.
    for (auto i = random() % 40; i > 0; --i)
      text += pieces[random() % (random() % 8 == 0 ? pieces.size() : 9)];
    const std::string clean = letter_by_letter(text);
    if (clean_utf8(text) != clean || clean_utf8(clean) != clean || !is_valid_utf8(clean)) {
      CAPTURE(text);
      REQUIRE(clean_utf8(text) == clean);
    }
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) {
      const std::string_view run = std::string_view(text).substr(at, plain_run_end(text, at) - at);
      if (letter_by_letter(run) != run) {
        CAPTURE(text);
        REQUIRE(letter_by_letter(run) == run);
      }
    }
  }
}

TEST_CASE("a run of plain characters holds nothing that cleaning would touch, and ends at what it may") {
  struct Row {
    std::string_view text;
    std::size_t end;
  };
  for (const Row& row :
       {Row{"", 0}, Row{"a\tb\r\nنص\u00A0«", 13}, Row{"ab\x01", 2}, Row{"ab\x7F", 2}, Row{"نص\u0085", 4},
        Row{"ab\xC1\x81", 2}, Row{"نص\xD8", 4}, Row{"نص\xD8z", 4}, Row{"a\x80", 1}, Row{"نص…", 4}}) {
    CAPTURE(row.text);
    CHECK(plain_run_end(row.text, 0) == row.end);
    CHECK(clean_utf8(row.text.substr(0, row.end)) == row.text.substr(0, row.end));
  }
}

TEST_CASE("the first code points of a text are never half a letter") {
  CHECK(first_code_points("هاتف", 2) == "ها");
  CHECK(first_code_points("هاتف", 9) == "هاتف");
  CHECK(first_code_points("هاتف", 0).empty());
}
