// SPDX-License-Identifier: GPL-3.0-or-later
// Which plurals the letters of a singular allow.
#include "analysis/broken_plurals.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/fold.hpp"

using namespace fihrist;

namespace {

struct Pair {
  const char *singular, *plural;
};

const PossiblePlural* found(const std::vector<PossiblePlural>& plurals, const std::string& word) {
  const auto at = std::ranges::find(plurals, word, &PossiblePlural::word);
  return at == plurals.end() ? nullptr : &*at;
}

bool allows(const Pair& pair) {
  return found(possible_plurals(fold_key(pair.singular)), fold_key(pair.plural)) != nullptr;
}

}  // namespace

TEST_CASE("the letters of a singular allow its broken plural") {
  const Pair pairs[]{
      {"قلم", "أقلام"},    {"قلب", "قلوب"},     {"حد", "حدود"},     {"سر", "أسرار"},     {"باب", "أبواب"},
      {"نار", "نيران"},    {"أثر", "آثار"},     {"غرفة", "غرف"},    {"قصة", "قصص"},      {"فكرة", "أفكار"},
      {"قلعة", "قلاع"},    {"هدية", "هدايا"},   {"هاتف", "هواتف"},  {"عامل", "عمال"},    {"شاعر", "شعراء"},
      {"نائب", "نواب"},    {"قاضي", "قضاة"},    {"عاصمة", "عواصم"}, {"مادة", "مواد"},    {"خبير", "خبراء"},
      {"طبيب", "أطباء"},   {"غني", "أغنياء"},   {"رغيف", "أرغفة"},  {"حقيبة", "حقائب"},  {"رسالة", "رسائل"},
      {"جهاز", "أجهزة"},   {"غطاء", "أغطية"},   {"مصنع", "مصانع"},  {"مدرسة", "مدارس"},  {"مفتاح", "مفاتيح"},
      {"مشروع", "مشاريع"}, {"دفتر", "دفاتر"},   {"تجربة", "تجارب"}, {"صندوق", "صناديق"}, {"أسلوب", "أساليب"},
      {"قاموس", "قواميس"}, {"تقرير", "تقارير"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.singular);
    CHECK(allows(pair));
  }
}

TEST_CASE("other words of the same letters are not allowed") {
  const Pair pairs[]{
      {"توفر", "توافر"},    // verbs of two stems
      {"سكني", "سكاني"},    // adjectives
      {"حضرية", "حضارية"},  // their feminines
      {"عملة", "عملات"},    // a sound plural
      {"كتاب", "كتاب"},     // the word itself
      {"بيت", "دفاتر"},     // other letters
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.singular);
    CHECK_FALSE(allows(pair));
  }
}

TEST_CASE("a possible plural tells how sure its shape is") {
  const auto of_device = possible_plurals(fold_key("جهاز"));
  const PossiblePlural* devices = found(of_device, fold_key("أجهزة"));
  REQUIRE(devices != nullptr);
  CHECK(devices->telling);
  CHECK(devices->masculine == fold_key("أجهز"));
  const auto of_pen = possible_plurals("قلم");
  const PossiblePlural* pens = found(of_pen, fold_key("أقلام"));
  REQUIRE(pens != nullptr);
  CHECK_FALSE(pens->telling);
  CHECK(pens->masculine.empty());
  const auto of_poet = possible_plurals("شاعر");
  REQUIRE(found(of_poet, "شعراء") != nullptr);
  CHECK(found(of_poet, "شعراء")->of_persons);
}

TEST_CASE("a plural is offered once, and words that are no Arabic noun have none") {
  for (const char* word : {"عين", "قلم", "حد", "مركز", "صندوق", "كتاب"}) {
    CAPTURE(word);
    auto plurals = possible_plurals(word);
    std::ranges::sort(plurals, {}, &PossiblePlural::word);
    CHECK(std::ranges::adjacent_find(plurals, {}, &PossiblePlural::word) == plurals.end());
  }
  for (const char* word : {"", "windows", "\xFF\xFE", "ا", "s8"}) {
    CAPTURE(word);
    CHECK(possible_plurals(word).empty());
  }
}

TEST_CASE("a plain noun is its own stem, but for its ta marbuta") {
  CHECK(is_plain_noun("قلم", "قلم"));
  CHECK(is_plain_noun("شركه", "شرك"));
  CHECK_FALSE(is_plain_noun("شركتها", "شرك"));
  CHECK_FALSE(is_plain_noun("والقلم", "قلم"));
}
