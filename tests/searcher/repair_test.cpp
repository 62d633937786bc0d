// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of what is offered when a query finds nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;

const std::vector<Article>& library() {
  static const std::vector<Article> articles{
      article("1", "ألعاب مجانية للهاتف", "أفضل الألعاب المجانية على متجر التطبيقات"),
      article("2", "الذكاء الاصطناعي في المدارس", "مؤتمر الذكاء الاصطناعي يناقش التعليم"),
      article("3", "نظام التشغيل لينكس", "نظام لينكس مفتوح المصدر وأنظمة أخرى"),
      article("4", "Windows 11 متاح للجميع", "بدأ إطلاق Windows 11 وتحديث Android"),
      article("5", "حاسوب محمول رخيص", "حاسوب بشاشة كبيرة، والحاسوب خفيف"),
      article("6", "شبكة لاسلكية منزلية", "شبكة منزلية سريعة"),
      article("7", "تدعم الشاشة اللمس", "تدعم الشاشة القلم أيضًا"),
      article("8", "الحوسبة السحابية", "خدمات السحابة والحوسبة السحابية"),
  };
  return articles;
}

TEST_CASE("a query that finds nothing is offered in the words of the archive") {
  struct Row {
    const char* query;
    const char* offered;  ///< empty: nothing
  };
  OpenedIndex index(library());
  for (const Row& row : {
           Row{"hguhf", "العاب"},                                // Latin keys for Arabic
           Row{"صهىيخصس", "windows"},                            // and the other way
           Row{"7asoub", "حاسوب"},                               // Arabic in Latin letters
           Row{"الذكاء الاصتناعي", "الذكاء الاصطناعي"},          // written as it sounds
           Row{"نضام التشغيل", "نظام التشغيل"},                  // ض for ظ
           Row{"\"الذكاء الاصتناعي\"", "\"الذكاء الاصطناعي\""},  // what stands around the words stays
           Row{"windwos", "Windows"},
           Row{"وندووص", "Windows"},  // sounds like a name
           Row{"الذكاء", ""},         // finds something
           Row{"زغبرجي", ""},         // is like nothing
           Row{"قز", ""},             // too short to guess
           Row{"", ""},
       }) {
    CAPTURE(std::string(row.query));
    const auto meant = index.search(row.query).did_you_mean;
    CHECK((meant ? meant->text : "") == row.offered);
    if (meant) CHECK(meant->total > 0);
  }
}

TEST_CASE("of a query of many words that nobody wrote the first four are corrected, and the rest stays") {
  OpenedIndex index(library());
  const std::vector<std::string> strangers{"زغبرجيز", "زغبرجيح", "زغبرجيض", "زغبرجيط"};
  const auto is_mended_behind = [&](std::size_t count) {
    std::string query;
    for (std::size_t i = 0; i < count; ++i) query += strangers[i] + " OR ";
    return index.search(query + "نضام").did_you_mean.has_value();
  };
  CHECK(is_mended_behind(3));
  CHECK_FALSE(is_mended_behind(4));
}

TEST_CASE("what is offered finds what its count says, under the same filters") {
  OpenedIndex index(library());
  const auto meant = index.search("نضام").did_you_mean;
  REQUIRE(meant);
  CHECK(index.search(meant->text).total == meant->total);
  CHECK(!index.searcher.search({.text = "نضام", .authors = {"لا أحد"}}).did_you_mean);
}

TEST_CASE("a word that the archive holds is never corrected") {
  OpenedIndex index({article("1", "", "ضهور النص القديم"), article("2", "", "ظهور إعلان مزعج"),
                     article("3", "", "ظهور الشاشة")});
  CHECK(!index.search("ضهور").did_you_mean);
}

TEST_CASE("a word that the archive holds is never taken for keys of the other layout") {
  OpenedIndex index({article("1", "", "a tag of the page"), article("2", "", "فشل التحديث"),
                     article("3", "", "فشل الاتصال")});
  CHECK(!index.search("tag").did_you_mean);
  CHECK(index.search("tag tag2x").total == 0);
  CHECK(!index.search("tag tag2x").did_you_mean);
}

TEST_CASE("the value of a field stays as it is typed where the same word is corrected") {
  Article tagged = article("1", "نظام التشغيل", "شرح");
  tagged.tags = {"نضام"};
  tagged.authors = {"نضام الدين"};
  OpenedIndex index({tagged});
  for (const auto& [query, offered] : {std::pair{"نضام tag:نضام", "نظام tag:نضام"},
                                       std::pair{"كاتب:\"نضام الدين\" نضام", "كاتب:\"نضام الدين\" نظام"},
                                       std::pair{"عنوان:نضام", "عنوان:نظام"}}) {
    CAPTURE(std::string(query));
    const auto meant = index.search(query).did_you_mean;
    CHECK((meant ? meant->text : "") == offered);
  }
}

TEST_CASE("a lone rare word finds words spelt or derived almost alike behind its own, as related") {
  struct Row {
    const char* query;
    const char* related;
  };
  OpenedIndex index(library());
  for (const Row& row : {Row{"يدعم", "7"}, Row{"سحابي", "8"}, Row{"نضام", "3"}}) {
    CAPTURE(std::string(row.query));
    const SearchResults results = index.search(row.query);
    CHECK(std::any_of(results.related.begin(), results.related.end(), [&](const Hit& hit) {
            return hit.id == row.related;
          }) != std::any_of(results.hits.begin(), results.hits.end(), [&](const Hit& hit) {
            return hit.id == row.related;
          }));
  }
}

}  // namespace
}  // namespace fihrist
