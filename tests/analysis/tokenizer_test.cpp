// SPDX-License-Identifier: GPL-3.0-or-later
// Where words begin and end, line by line: a text and the words that are read in it.
#include "analysis/tokenizer.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "analysis/utf8.hpp"

using namespace fihrist;

namespace {

/// Words parted by blanks; alternatives in braces behind their word: "wifi{wi,fi}".
std::string words(std::string_view text) {
  std::string out;
  bool open = false;
  for (const Token& token : tokenize(text)) {
    if (token.alternative) {
      out += open ? "," : "{";
      open = true;
    } else {
      if (open) out += "}";
      if (!out.empty()) out += " ";
      open = false;
    }
    out += token.text;
  }
  return open ? out + "}" : out;
}

struct Row {
  std::string_view text;
  std::string_view words;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(words(row.text) == row.words);
  }
}

void check_laws(std::string_view text) {
  std::uint32_t begin = 0;
  std::uint32_t position = 0;
  bool first = true;
  const std::vector<Token> tokens = tokenize(text), located = locate_words(text);
  REQUIRE(located.size() == tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    REQUIRE(located[i].begin == token.begin);
    REQUIRE(located[i].end == token.end);
    REQUIRE(located[i].position == token.position);
    REQUIRE(located[i].alternative == token.alternative);
    REQUIRE(located[i].text == (token.kind == TokenKind::arabic ? "" : token.text));
    REQUIRE(!token.text.empty());
    REQUIRE(token.text.size() <= max_token_bytes);
    REQUIRE(is_valid_utf8(token.text));
    REQUIRE(token.begin >= begin);
    REQUIRE(token.begin < token.end);
    REQUIRE(token.end <= text.size());
    if (first)
      REQUIRE(token.position == 0);
    else
      REQUIRE(token.position == position + (token.alternative ? 0 : 1));
    begin = token.begin;
    position = token.position;
    first = false;
  }
}

}  // namespace

TEST_CASE("punctuation parts words even without blanks") {
  check({{"الأمن،الخصوصية،السرعة", "الامن الخصوصيه السرعه"},
         {"سريع؛آمن", "سريع امن"},
         {"أندرويد/آيفون", "اندرويد ايفون"},
         {"#الذكاء_الاصطناعي", "الذكاء الاصطناعي"},
         {"«النظام»:جديد؟", "النظام جديد"},
         {"الشبكة (VPN)", "الشبكه vpn"},
         {"نهاية.Google", "نهايه google"},
         {"", ""},
         {"… ، ؟ !", ""}});
}

TEST_CASE("a clitic before a Latin word or a number is no word") {
  check({{"الـiPhone", "iphone"},
         {"بالـVPN", "vpn"},
         {"والـAI", "ai"},
         {"بـPython", "python"},
         {"للـMac", "mac"},
         {"ال API", "api"},
         {"ال100 شركة", "100 شركه"},
         {"بـ600 دولار", "600 دولار"},
         {"1 و2", "1 2"},
         {"و.NET", ".net{net}"},
         {"وال ستريت", "وال ستريت"},
         {"1445هـ و2017م", "1445 2017"},
         {"سعرiPhone", "سعر iphone"}});
}

TEST_CASE("names keep their inner signs") {
  check({{"C++ C# F# g++", "c++ c# f# g++"},
         {".NET (.NET)", ".net{net} .net{net}"},
         {"Node.js", "node.js{node,js}"},
         {"example.com", "example.com{example,com}"},
         {"user_name@host.org", "user_name@host.org"},
         {"https://www.example.com/a", "www.example.com{example,com} a"},
         {"I.B.M. U.S.", "ibm us"},
         {"H.264", "h264"},
         {"v2.0 5G 4K S8", "v2.0 5g 4k s8"},
         {"Samsung's", "samsung"},
         {"C++17", "c++17{c++,17}"},
         {"a@b", "a b"},
         {"1+1", "1 1"}});
}

TEST_CASE("hyphenated names are one word, and their parts are alternatives") {
  check({{"Wi-Fi", "wifi{wi,fi}"},
         {"WiFi", "wifi"},
         {"GPT-4", "gpt4{gpt,4}"},
         {"GPT-4.5", "gpt4.5{gpt,4.5}"},
         {"10-inch", "10inch{10,inch}"},
         {"state-of-the-art", "state of the art"},
         {"2019-2020", "2019 2020"}});
}

TEST_CASE("glued letters and digits are also what they are glued of, unless a part says nothing") {
  check({{"iPhone15", "iphone15{iphone,15}"},
         {"128GB", "128gb{128,gb}"},
         {"iOS17.4", "ios17.4{ios,17.4}"},
         {"5G", "5g"},
         {"802.11n", "802.11n"},
         {"a1b2c3d4", "a1b2c3d4"}});
}

TEST_CASE("numbers are read whole in three families of digits") {
  check({{"17.4 174", "17.4 174"},
         {"١٢٬٥٠٠٫٧٥", "12500.75"},
         {"12,500 1,2,3", "12500 1 2 3"},
         {"15/03/2024", "15 03 2024"},
         {"١٥/٠٣/٢٠٢٤", "15 03 2024"},
         {"2024.", "2024"},
         {"7.1.1", "7.1.1"},
         {"10:30", "10 30"},
         {"50% ٥٠٪", "50 50"},
         {"٥G", "5g"}});
}

TEST_CASE("three or more equal letters become one, two stay") {
  check({{"مرحباااا جدااا", "مرحبا جدا"}, {"تتبع مميز اللغة", "تتبع مميز اللغه"}, {"ههههه", "ه"}});
}

TEST_CASE("letters that only folding makes equal are no elongation") {
  check({{"بيئي بيئية البيئيين", "بييي بيييه البيييين"},
         {"بطيئين", "بطييين"},
         {"بي\u064A\u0654ي", "بييي"},  // the hamza as a mark of its own
         {"بيئيييي", "بييي"},
         {"ملييييييئة", "ملييه"},
         {"رؤوووس", "رووس"}});
}

TEST_CASE("a tatweel never reaches a term") { check({{"تطبيـــق", "تطبيق"}, {"ـــ", ""}, {"هـ", "ه"}}); }

TEST_CASE("other scripts are parted sanely") {
  check({{"Привет мир", "привет мир"},
         {"日本語テキスト", "日本語 テキスト"},
         {"ภาษาไทย", "ภาษา ไทย"},
         {"🔥 ™", ""}});
}

TEST_CASE("invisible controls do not part a word, but the non-joiner does") {
  CHECK(words(to_utf8(U"iPhone\u200F 15")) == "iphone 15");
  CHECK(words(to_utf8(U"\u2066Windows 11\u2069 متاح")) == "windows 11 متاح");
  CHECK(words(to_utf8(U"\u061Cتحديث")) == "تحديث");
  CHECK(words(to_utf8(U"سناب\u200Cشات")) == "سناب شات");
}

TEST_CASE("kinds tell what a word is made of") {
  struct Kind {
    std::string_view text;
    TokenKind kind;
  };
  for (const Kind& row : std::vector<Kind>{{"هاتف", TokenKind::arabic},
                                           {"گوگل", TokenKind::arabic},
                                           {"galaxy", TokenKind::latin},
                                           {"node.js", TokenKind::latin},
                                           {"17.4", TokenKind::number},
                                           {"s8", TokenKind::mixed},
                                           {"user@host.org", TokenKind::mixed}}) {
    CAPTURE(row.text);
    CHECK(tokenize(row.text).at(0).kind == row.kind);
  }
}

TEST_CASE("hamza is told of the first letter, or of the one behind و and ف") {
  const std::vector<std::pair<std::string, bool>> rows{{"ألعاب", true},
                                                       {"إلكتروني", true},
                                                       {"آلة", true},
                                                       {"وألعاب", true},
                                                       {"فإلى", true},
                                                       {"العاب", false},
                                                       {"الآن", false},
                                                       {"بألعاب", false},
                                                       {"ؤأ", false},
                                                       {"و", false},
                                                       {to_utf8(U"ا\u0654مان"), true},
                                                       {to_utf8(U"ا\u064E\u0655مان"), true},
                                                       {to_utf8(U"\uFE83مان"), true}};
  for (const auto& [text, hamza] : rows) {
    CAPTURE(text);
    CHECK(tokenize(text).at(0).hamza == hamza);
  }
}

TEST_CASE("offsets cover the whole written word with its marks, and nothing else") {
  const std::string text = to_utf8(U"«والهاتف\u064F» بالـVPN\u200F، cafe\u0301!");
  std::vector<std::string> written;
  for (const Token& token : tokenize(text))
    written.push_back(text.substr(token.begin, token.end - token.begin));
  CHECK(written == std::vector<std::string>{to_utf8(U"والهاتف\u064F"), "VPN", to_utf8(U"cafe\u0301")});
}

TEST_CASE("alternatives share the position of their word and know their own place") {
  const auto tokens = tokenize("هاتف iPhone15 جديد");
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[1].position == 1);
  CHECK(tokens[2].position == 1);
  CHECK(tokens[3].position == 1);
  CHECK(tokens[4].position == 2);
  CHECK(tokens[2].end == tokens[3].begin);
}

TEST_CASE("the laws hold for hostile texts") {
  std::string marks = "ب";
  for (int i = 0; i < 100'000; ++i) append_utf8(marks, 0x064E);
  std::string dots;
  for (int i = 0; i < 200'000; ++i) dots += "a.";
  std::string unicode;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) append_utf8(unicode, c);
  std::string commas = "1";
  for (int i = 0; i < 100'000; ++i) commas += ",000";
  std::string letters;
  for (int i = 0; i < 300'000; ++i) letters += i % 2 == 0 ? "ب" : "ت";
  const std::vector<std::string> texts{std::string(1'000'000, 'x'),
                                       letters,
                                       marks + "ا" + marks,
                                       dots,
                                       commas,
                                       unicode,
                                       std::string(10'000, '"'),
                                       std::string(300, 'w') + "@" + std::string(300, 'h') + ".org",
                                       "\xED\xA0\x80\xED\xB0\x80 \xFF\xFE كلمة",
                                       std::string("a\0b", 3),
                                       to_utf8(U"\u202Eهاتف\u202C x\u202Ey"),
                                       to_utf8(U"\uFDFA\uFDFA")};
  for (const std::string& text : texts) check_laws(text);
}

TEST_CASE("the laws hold for whatever is put together of letters, marks, signs, blanks and parts of names") {
  const std::vector<std::u32string> parts{
      U"ا",      U"ل",      U"و",      U"ب", U"ال",     U"هـ",     U"م",      U"أ",      U"ئ",
      U"\u0654", U" ",      U"  ",     U"،", U"\u0640", U"\u064E", U"\u0670", U"a",      U"B",
      U"1",      U"٢",      U".",      U"-", U"_",      U"@",      U"#",      U"++",     U"\u200D",
      U"\u200C", U"\u00AD", U"\u061C", U"“", U"…",      U"漢",     U"\n",     U"\u00A0", U"\u0301",
      U"\u00E9", U"\uFEFB", U"٬",      U",", U"/",      U"(",      U"«",      U"\u2003"};
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    std::u32string text;
    for (std::size_t length = random() % 14; length-- > 0;) text += parts[random() % parts.size()];
    const std::string bytes = to_utf8(text);
    CAPTURE(bytes);
    check_laws(bytes);
  }
}

TEST_CASE("a word beyond the limit is cut between letters and its offsets are not") {
  std::string word;
  while (word.size() < 300) word += "يب";
  const auto tokens = tokenize(word);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].text == word.substr(0, max_token_bytes));
  CHECK(tokens[0].end == word.size());
}
