// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of sounds: one code in both scripts, and which words are near.
#include "analysis/name_code.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/fold.hpp"

namespace fihrist {
namespace {

NameSounds sounds(const std::string& text) { return NameSounds(fold_key(text)); }

double distance(const std::string& left, const std::string& right) {
  return sounds(left).distance(sounds(right));
}

struct Coded {
  const char* word;
  const char* code;
};

TEST_CASE("a letter's class is one of the codes, in either script") {
  for (const auto& [word, code] :
       {Coded{"تويتر", "TTR"}, {"Twitter", "TTR"},   {"جوجل", "KKL"},         {"غوغل", "KKL"},
        {"قوقل", "KKL"},       {"گوگل", "KKL"},      {"Google", "KKL"},       {"أمازون", "AMSN"},
        {"Amazon", "AMSN"},    {"يوتيوب", "ATB"},    {"YouTube", "ATB"},      {"واتساب", "ATSB"},
        {"WhatsApp", "ATSB"},  {"فيليبس", "FLBS"},   {"Philips", "FLBS"},     {"تشات", "CT"},
        {"شات", "CT"},         {"chat", "CT"},       {"دجانغو", "KNK"},       {"Django", "KNK"},
        {"لينكس", "LNKS"},     {"Linux", "LNKS"},    {"سيسكو", "SSK"},        {"Cisco", "SSK"},
        {"أوراكل", "ARKL"},    {"Oracle", "ARKL"},   {"زيروكس", "SRKS"},      {"Xerox", "SRKS"},
        {"شاومي", "CM"},       {"Xiaomi", "CM"},     {"حسوب", "HSB"},         {"Hsoub", "HSB"},
        {"توشيبا", "TCB"},     {"Toshiba", "TCB"},   {"ثندربيرد", "TNDRBRD"}, {"Thunderbird", "TNDRBRD"},
        {"سناب شات", "SNBCT"}, {"Snapchat", "SNBCT"}}) {
    CAPTURE(word);
    const auto codes = sounds(word).codes();
    CAPTURE(codes);
    CHECK(std::find(codes.begin(), codes.end(), code) != codes.end());
  }
}

TEST_CASE("what is no word of letters has no sounds and is near to nothing") {
  for (const char* word : {"", " ", "s8", "c++", "تويتر2", "3", "日本", "\xD8", "-"}) {
    CAPTURE(word);
    CHECK(NameSounds(word).codes().empty());
    CHECK(NameSounds(word).distance(NameSounds(word)) == 1);
  }
}

TEST_CASE("readings stay few however many letters could be read in two ways") {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "zhwxj";
  CHECK(NameSounds(word).codes().size() <= 12);
}

struct Pair {
  const char* left;
  const char* right;
};

TEST_CASE("spellings of one name are near") {
  for (const auto& [left, right] : {Pair{"تويتر", "Twitter"},
                                    {"سامسونج", "Samsung"},
                                    {"سامسونغ", "Samsung"},
                                    {"مايكروسوفت", "Microsoft"},
                                    {"إنستغرام", "Instagram"},
                                    {"انستجرام", "Instagram"},
                                    {"شوبيفاي", "Shopify"},
                                    {"تيليجرام", "Telegram"},
                                    {"تلغرام", "Telegram"},
                                    {"كاسبرسكي", "Kaspersky"},
                                    {"ووردبريس", "WordPress"},
                                    {"سناب شات", "Snapchat"},
                                    {"دوكر", "Docker"}}) {
    CAPTURE(left);
    CAPTURE(right);
    CHECK(sound_alike(sounds(left), sounds(right)) == (consonants_in(sounds(left).codes().front()) >= 3));
    CHECK(distance(left, right) <= 0.15);
  }
}

TEST_CASE("letters of one class and vowels are all that differs between spellings of a name in Arabic") {
  for (const auto& [left, right] : {Pair{"جوجل", "غوغل"}, {"سامسونج", "سامسونق"}, {"طابليت", "تابليت"}})
    CHECK(distance(left, right) < 0.01);
  CHECK(distance("تيليجرام", "تلغرام") == doctest::Approx(0.6 / 8));
  CHECK(distance("نتفليكس", "نيتفليكس") == doctest::Approx(0.3 / 8));
}

TEST_CASE("words that share a code by accident are farther apart than a name's spellings") {
  for (const auto& [left, right] : {Pair{"ذاكرة", "Docker"}, {"مكافأة", "Microsoft"}, {"تقرير", "Twitter"}}) {
    CAPTURE(left);
    CAPTURE(right);
    CHECK(distance(left, right) > 0.15);
  }
}

TEST_CASE("distance is symmetric, and nothing lies between a word and itself") {
  for (const char* left : {"تويتر", "twitter", "جورج", "xxx", "شة"})
    for (const char* right : {"تويتر", "twitter", "جورج", "google"}) {
      CHECK(distance(left, right) == doctest::Approx(distance(right, left)));
      CHECK((distance(left, right) == 0) == (std::string(left) == right));
    }
}

TEST_CASE("two consonants are too few to sound alike") {
  CHECK_FALSE(sound_alike(sounds("أوبر"), sounds("Uber")));
  CHECK_FALSE(sound_alike(sounds("سوني"), sounds("Sony")));
  CHECK(sound_alike(sounds("إريكسون"), sounds("Ericsson")));
}

TEST_CASE("a name may begin behind conjunction, preposition and article, one after the other") {
  const auto forms = without_clitics("وبالتويتر");
  for (const char* form : {"وبالتويتر", "بالتويتر", "التويتر", "تويتر"})
    CHECK(std::find(forms.begin(), forms.end(), form) != forms.end());
  CHECK(forms.front() == "وبالتويتر");
  CHECK(without_clitics("تويتر") == std::vector<std::string_view>{"تويتر"});
  CHECK(without_clitics("ود") == std::vector<std::string_view>{"ود"});
  CHECK(without_clitics("").size() == 1);
}

}  // namespace
}  // namespace fihrist
