// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed on the wrong layout comes back as it was meant.
#include "analysis/keyboard_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string first_of(const std::string& typed) {
  const auto texts = retyped(typed);
  return texts.empty() ? "" : texts.front();
}

bool gives(const std::string& typed, const std::string& meant) {
  const auto texts = retyped(typed);
  return std::ranges::find(texts, meant) != texts.end();
}

TEST_CASE("Latin letters are read as the Arabic 101 keys of QWERTY first") {
  for (const auto& [typed, meant] : Pairs{{"j,djv", "تويتر"},
                                          {"hguhf", "العاب"},
                                          {"`;hx hw'khud", "ذكاء اصطناعي"},
                                          {"hgHlk", "الأمن"},
                                          {"phs,f", "حاسوب"},
                                          {"a[vm", "شجرة"},
                                          {"]vhsm", "دراسة"},
                                          {"/hivm", "ظاهرة"},
                                          {"lc.j", "مؤزت"},
                                          {"v'fz", "رطبئ"},
                                          {"p]de", "حديث"},
                                          {"rhzlm", "قائمة"},
                                          {"lsjau]", "مستشعد"},
                                          {"glh`h", "لماذا"}}) {
    CAPTURE(typed);
    CHECK(first_of(typed) == meant);
  }
}

TEST_CASE("shifted keys are alefs with hamza, and B G T with their lam") {
  for (const auto& [typed, meant] : Pairs{{"Hlk", "أمن"},
                                          {"Y]hvm", "إدارة"},
                                          {"Ndt,k", "آيفون"},
                                          {"Glk", "لأمن"},
                                          {"T]hvm", "لإدارة"},
                                          {"Bgm", "لآلة"},
                                          {"bds;d", "لايسكي"}}) {
    CAPTURE(typed);
    CHECK(first_of(typed) == meant);
  }
  CHECK(fold_key(first_of("fJJJdj")) == "بيت");  // J is the tatweel
  CHECK(fold_key(first_of("lEjQwt~p")) == "متصفح");
}

TEST_CASE("a caps lock is no shift") {
  CHECK(first_of("HGUHF") == "العاب");
  CHECK(gives("Hguhf", "العاب"));
  CHECK(first_of("Hguhf") == "ألعاب");
  CHECK(gives("Phs,f", "حاسوب"));
}

TEST_CASE("AZERTY and Apple's Arabic follow where they differ") {
  for (const auto& [typed, meant] : Pairs{{"qs", "شس"},
                                          {"z", "ص"},
                                          {"w", "ئ"},
                                          {"phs;f", "حاسوب"},
                                          {"m", "ك"},
                                          {"j;djv", "تويتر"},
                                          {"^hlum", "جامعك"},
                                          {"ùvdr", "طريق"},
                                          {"²mhx", "ذكاء"}}) {
    CAPTURE(typed);
    CHECK(gives(typed, meant));
  }
  for (const auto& [typed, meant] : Pairs{
           {"jmdjn", "تويتر"}, {"fnhl[", "برامج"}, {"xndr", "طريق"}, {"c;hV", "ذكاء"}, {"hgBlk", "الأمن"}}) {
    CAPTURE(typed);
    CHECK(gives(typed, meant));
  }
}

TEST_CASE("Arabic letters are read as QWERTY first, and لا as one key before it is two") {
  for (const auto& [typed, meant] : Pairs{{"شىيقخهي", "android"},
                                          {"صهىيخصس", "windows"},
                                          {"لاهفؤخهى", "bitcoin"},
                                          {"هحاخىث", "iphone"},
                                          {"لخخلمث", "google"},
                                          {"بشؤثلاخخن", "facebook"},
                                          {"لهفاعلا", "github"},
                                          {"ىخيثزتس", "node.js"},
                                          {"لأخخلمث", "Google"},
                                          {"لإصهففثق", "Twitter"},
                                          {"لآهفؤخهى", "Bitcoin"},
                                          {"أعشصثه", "Huawei"},
                                          {"آخنهش", "Nokia"},
                                          {"[شؤثلاخخن", "Facebook"},
                                          {"’هؤقخسخبف", "Microsoft"},
                                          {"؛غفاخى", "Python"},
                                          {"/هىعء", "Linux"},
                                          {"ـشرش", "Java"}}) {
    CAPTURE(typed);
    CHECK(first_of(typed) == meant);
  }
}

TEST_CASE("lam and alef typed with two keys are read, too, and the ligature as the two letters") {
  CHECK(first_of("مهلافقخخة") == "libtroom");
  CHECK(gives("مهلافقخخة", "lightroom"));
  CHECK(gives("لالاهلا", "bbib"));
  CHECK(gives("لالاهلا", "ghghigh"));
  CHECK(first_of("ﻻهفؤخهى") == "bitcoin");
  CHECK(first_of("ﻷخخلمث") == "Google");
}

TEST_CASE("Arabic letters are read as AZERTY and Apple's keys, too") {
  CHECK(gives("ضكضصخى", "amazon"));
  CHECK(gives("ئخقيحقثسس", "wordpress"));
  CHECK(gives("شريقخهي", "android"));
}

TEST_CASE("blanks, digits and the signs of the query language stay") {
  for (const auto& [typed, meant] : Pairs{{"\"hgHlk hgsdfvhkd\"", "\"الأمن السيبراني\""},
                                          {"-hguhf 2024", "-العاب 2024"},
                                          {"(hguhf OR j,djv)", "(العاب OR تويتر)"},
                                          {"hguhf NOT j,djv", "العاب NOT تويتر"},
                                          {"phs*", "حاس*"},
                                          {"هحاخىث 15", "iphone 15"},
                                          {"هحاخىث ١٥", "iphone ١٥"}}) {
    CAPTURE(typed);
    CHECK(first_of(typed) == meant);
  }
}

TEST_CASE("nothing comes of a query without letters or with those of both scripts") {
  for (const char* typed :
       {"", " ", "2024", "\"\"", ";'[]", "١٥", "iphone جديد", "الـAPI", "привет", "中文"}) {
    CAPTURE(typed);
    CHECK(retyped(typed).empty());
  }
}

TEST_CASE("no text comes twice, and any bytes give sound texts") {
  for (const std::string typed :
       {"hguhf", "Hguhf", "شىيقخهي", "لالالالالا", "a\xFF\xD8", "ا\xC3", "ABC", "ê"}) {
    CAPTURE(typed);
    auto texts = retyped(typed);
    for (const std::string& text : texts) CHECK(is_valid_utf8(text));
    std::ranges::sort(texts);
    CHECK(std::ranges::adjacent_find(texts) == texts.end());
  }
}

TEST_CASE("a long query is read in few ways") {
  std::string typed;
  for (int i = 0; i < 2000; ++i) typed += "لا";
  CHECK(retyped(typed).size() <= 5);
  CHECK(first_of(typed) == std::string(2000, 'b'));
}

}  // namespace
}  // namespace fihrist
