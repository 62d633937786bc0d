// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of searching: what is found and what is not.
#include "searcher/searcher.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "schema/error.hpp"
#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;
using Ids = std::vector<std::string>;

bool holds(const Ids& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

struct Row {
  const char* query;
  const char* text;
  bool found;
};

/// Every row's text in one index, so that the stemmer has something to go by.
void check(const std::vector<Row>& rows) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < rows.size(); ++i)
    articles.push_back(article(std::to_string(i), "", rows[i].text));
  OpenedIndex index(articles);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(std::string(rows[i].query));
    CAPTURE(std::string(rows[i].text));
    CHECK(holds(index.ids(rows[i].query), std::to_string(i)) == rows[i].found);
  }
}

TEST_CASE("a word is found in all its forms") {
  check({{"هاتف", "الهاتف الجديد في الأسواق", true},
         {"الهاتف", "أعلنت عن هاتف جديد", true},
         {"هاتف", "أفضل هواتف الفئة المتوسطة", true},
         {"شبكة", "وبالشبكات اللاسلكية", true},
         {"مستخدم", "ملايين المستخدمين تأثروا بالعطل", true},
         {"أمان", "امان الحسابات أولا", true},
         {"شاشه", "شاشة بتقنية أوليد", true},
         {"٢٠٢٤", "أفضل تطبيقات عام 2024", true},
         {"كابل", "آبل تعلن أرباحها الفصلية", false},
         {"معالج", "علاج طبي بالليزر", false}});
}

TEST_CASE("a name is found in either script and every spelling") {
  check({{"Twitter", "تويتر يغيّر اسمه وشعاره", true},
         {"تويتر", "Twitter has a new name", true},
         {"GitHub", "مستودع على جيت هب", true},
         {"جيت هب", "GitHub مستودع على", true},
         {"Google", "قال المدير التنفيذي إن الأرباح ارتفعت", false}});
}

TEST_CASE("a blank too much or too few is forgiven") {
  check({{"وزارةالاتصالات", "وزارة الاتصالات تطلق منصة رقمية", true},
         {"لاب توب", "أفضل لابتوب للمبرمجين", true},
         {"فيس بوك", "فيسبوك تحذف ملايين الحسابات الوهمية", true},
         {"iPhone15", "أسعار iPhone 15 اليوم", true},
         {"iphones", "أغلى iPhone في السوق", true}});
}

TEST_CASE("all words are required, whatever they are") {
  check({{"غير متصل", "الجهاز متصل بالإنترنت", false},
         {"غير متصل", "الجهاز غير متصل بالإنترنت", true},
         {"العمل عن بعد", "بدأ العمل في المصنع أمس", false},
         {"قبل وبعد", "صور قبل وبعد المعالجة", true}});
}

TEST_CASE("question words need not be met when another word is left") {
  check({{"كيف أحذف حسابي", "خطوات كي أحذف حسابي من المنصة", true},
         {"ما البلوكتشين", "البلوكتشين سجل رقمي موزع", true},
         {"كيف", "كيف تعمل البطاريات", true},
         {"كيف", "طريقة عمل المحركات", false},
         {"\"كيف تعمل\"", "كيف نصنعها وهي تعمل", false}});
}

TEST_CASE("quotes ask for these words, in this order, side by side") {
  check({{"\"الذكاء الاصطناعي\"", "مؤتمر الذكاء الاصطناعي في دبي", true},
         {"\"البيانات الضخمة\"", "تحليل البياناتِ الضخمةِ في السحابة", true},
         {"\"تطبيق\"", "تطبيقات مفيدة للطلاب", false},
         {"\"تطبيق\"", "حمل تطبيق الخرائط", true},
         {"\"كلمة المرور\"", "المرور عبر كلمة واحدة", false},
         {"\"نظام التشغيل\"", "نظام جديد لإدارة التشغيل", false},
         {"\"iPhone 15\"", "مراجعة آيفون 15", false},
         {"\"في بي إن\"", "ما هو في بي إن وكيف يعمل؟", true},
         {"\"C++\"", "الجديد في لغة C++ هذا العام", true},
         {"\"كلمة لم يكتبها أحد\"", "كلمة كتبها كل أحد", false}});
}

TEST_CASE("a phrase is found alike whether its articles were just read or not, and however many they are") {
  std::vector<Article> articles;
  Ids with_phrase, in_title;
  for (int i = 0; i < 700; ++i) {
    const std::string id = std::to_string(1000 + i);
    const bool holds_it = i % 70 == 3, heads_it = i % 70 == 5;
    articles.push_back(article(id, heads_it ? "هاتف جديد" : "خبر",
                               holds_it ? "وصل هاتف جديد اليوم" : "جديد الشركة هاتف وحاسوب"));
    if (holds_it || heads_it) with_phrase.push_back(id);
    if (heads_it) in_title.push_back(id);
  }
  OpenedIndex index(articles);
  const auto found = [&](const std::string& text) {
    Ids ids;
    for (const Hit& hit : index.searcher.search({.text = text, .limit = 1000, .afresh = true}).hits)
      ids.push_back(hit.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  for (int asked = 0; asked < 3; ++asked) {
    CHECK(found("\"هاتف جديد\"") == with_phrase);
    CHECK(found("title:\"هاتف جديد\"") == in_title);
  }
}

TEST_CASE("exact asks for every word as typed") {
  OpenedIndex index({article("forms", "", "الهواتف القابلة للطي"), article("typed", "", "هاتف قابل للطي")});
  CHECK(index.found("هاتف") == Ids{"forms", "typed"});
  CHECK(index.list({.text = "هاتف", .exact = true}) == Ids{"typed"});
  CHECK(index.list({.text = "هاتف للطي", .exact = true}) == Ids{"typed"});
  CHECK(index.list({.text = "للطي -هاتف", .exact = true}) == Ids{"forms"});
}

TEST_CASE("operators combine what is found") {
  OpenedIndex index({article("a", "", "تفاح مع برتقال"), article("b", "", "تفاح مع موز"),
                     article("c", "", "عنب مع موز"), article("d", "", "مشمش")});
  const std::vector<std::pair<const char*, Ids>> rows{{"تفاح -موز", {"a"}},
                                                      {"تفاح NOT موز", {"a"}},
                                                      {"برتقال OR عنب", {"a", "c"}},
                                                      {"موز (تفاح أو عنب)", {"b", "c"}},
                                                      {"-موز", {"a", "d"}},
                                                      {"-(موز OR مشمش)", {"a"}},
                                                      {"مشمش OR \"تفاح مع موز\"", {"b", "d"}},
                                                      {"-\"تفاح مع موز\"", {"a", "c", "d"}},
                                                      {"تفاح OR -موز", {"a", "b", "d"}},
                                                      {"غائب", {}},
                                                      {"-تفاح -موز -مشمش", {}}};
  for (const auto& [query, ids] : rows) {
    CAPTURE(std::string(query));
    CHECK(index.found(query) == ids);
    CHECK(index.search(query).total == ids.size());
  }
}

TEST_CASE("an asterisk finds the words that begin so, with the article too") {
  OpenedIndex index(
      {article("a", "", "برمجيات حرة"), article("b", "", "البرمجة للجميع"), article("c", "", "مبرمج")});
  CHECK(index.found("برمج*") == Ids{"a", "b"});
  CHECK(index.found("غا*").empty());
  CHECK(index.found("-برمج*") == Ids{"c"});
}

TEST_CASE("the title may be asked for alone") {
  OpenedIndex index(
      {article("a", "نظام التشغيل", "عن الحواسيب"), article("b", "الحواسيب", "نظام التشغيل فيها")});
  CHECK(index.found("title:نظام") == Ids{"a"});
  CHECK(index.found("عنوان:\"نظام التشغيل\"") == Ids{"a"});
  CHECK(index.found("نظام") == Ids{"a", "b"});
}

Article filed(const std::string& id, const std::string& author, const std::string& tag,
              const std::string& source, const std::string& url, const std::string& date) {
  Article one = article(id, "خبر", "نص الخبر", date);
  one.authors = {author};
  one.tags = {tag};
  one.source = source;
  one.url = url;
  return one;
}

TEST_CASE("filters are typed in the query or given beside it") {
  OpenedIndex index({filed("a", "أحمد علي", "برمجة", "عالم", "https://www.one.example/a", "2016-12-31"),
                     filed("b", "سمر", "أمن", "عالم", "https://two.example/b", "2017-01-20T10:00"),
                     filed("c", "احمد على", "أمن", "دنيا", "https://one.example/c", "2017-02"),
                     filed("d", "ليلى", "ألعاب", "دنيا", "", "")});
  const std::vector<std::pair<const char*, Ids>> rows{{"author:\"أحمد علي\"", {"a", "c"}},
                                                      {"خبر كاتب:سمر", {"b"}},
                                                      {"author:سمر author:ليلى", {"b", "d"}},
                                                      {"tag:أمن source:عالم", {"b"}},
                                                      {"وسم:امن -كاتب:سمر", {"c"}},
                                                      {"site:one.example", {"a", "c"}},
                                                      {"موقع:https://www.one.example/", {"a", "c"}},
                                                      {"year:2017", {"b", "c"}},
                                                      {"شهر:1/2017", {"b"}},
                                                      {"before:2017", {"a"}},
                                                      {"after:2017", {"b", "c"}},
                                                      {"after:2017-01-21", {"c"}},
                                                      {"after:2016-12-31 before:2017-01-20", {"a"}},
                                                      {"after:2016-12-31 before:2017-01-21", {"a", "b"}},
                                                      {"before:1990", {}},
                                                      {"خبر year:1990", {}},
                                                      {"author:غائب", {}},
                                                      {"-year:2017", {"a", "d"}},
                                                      {"سمر OR author:سمر", {"b"}}};
  for (const auto& [query, ids] : rows) {
    CAPTURE(std::string(query));
    CHECK(index.found(query) == ids);
  }
  CHECK(index.list({.text = "خبر", .authors = {"سمر", "ليلى"}}).size() == 2);
  CHECK(index.list({.text = "خبر", .authors = {"سمر"}, .tags = {"ألعاب"}}).empty());
  CHECK(index.list({.from = parse_date("2017-01")}) == Ids{"c", "b"});
  CHECK(index.list({.to = parse_date("2017-01")}) == Ids{"b", "a"});
  CHECK(index.list({.from = parse_date("2016-12-31"), .to = parse_date("2016-12-31")}) == Ids{"a"});
}

TEST_CASE("every article is found by its own title") {
  std::vector<Article> articles;
  for (const char* title : {"هاتف سامسونج الجديد: كل ما نعرفه عن Galaxy S8", "لماذا؟", "C++ و C# و .NET",
                            "أو", "-", "قبل: ما بعد", "كيف تحمي حسابك؟", "«من نحن»", "ليس كل ما يلمع",
                            "OR NOT AND", "الـiPhone 15 بـ600 دولار", "مرحباااا"})
    articles.push_back(article(std::to_string(articles.size()), title, "نص آخر"));
  OpenedIndex index(articles);
  for (const Article& one : articles) {
    CAPTURE(one.title);
    const bool excludes = one.title == "-" || one.title == "OR NOT AND" || one.title == "ليس كل ما يلمع";
    if (excludes) continue;
    const Ids ids = index.ids(one.title);
    REQUIRE_FALSE(ids.empty());
    CHECK(ids.front() == one.id);
  }
}

TEST_CASE("articles with only some of the words are shown apart, and not counted") {
  OpenedIndex index({article("both", "", "بطارية الهاتف"), article("one", "", "بطارية السيارة"),
                     article("other", "", "هاتف الطوارئ"), article("none", "", "كتاب الطبخ")});
  const SearchResults results = index.search("بطارية هاتف");
  CHECK(results.total == 1);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].id == "both");
  CHECK(results.related.size() == 2);
  CHECK(index.searcher.search({.text = "بطارية هاتف", .related = false}).related.empty());
  CHECK(index.searcher.search({.text = "بطارية هاتف", .offset = 1}).related.empty());
  CHECK(index.search("بطارية AND هاتف").related.empty());
  CHECK(index.search("\"بطارية الهاتف\" الطبخ").hits.empty());
  CHECK(index.search("غائب بطارية").related.size() == 2);
  for (const std::uint32_t limit : {1U, 2U, 10U}) {
    CAPTURE(limit);
    const SearchResults page = index.searcher.search({.text = "بطارية هاتف", .limit = limit});
    for (const Hit& hit : page.related) CHECK(hit.id != "both");
  }
}

TEST_CASE("excluded words and filters bind what is related as well") {
  OpenedIndex index({article("a", "", "بطارية السيارة", "2017"), article("b", "", "بطارية الدراجة", "2016")});
  CHECK(index.search("بطارية هاتف year:2017").related.size() == 1);
  CHECK(index.search("بطارية هاتف -سيارة").related.size() == 1);
}

TEST_CASE("forms that were searched besides the typed ones are told") {
  OpenedIndex index({article("a", "", "الهاتف هواتف الهواتف"), article("b", "", "هاتف")});
  const auto also = index.search("هاتف").also_searched;
  CHECK(holds(also, "الهاتف"));
  CHECK(holds(also, "هواتف"));
  CHECK_FALSE(holds(also, "هاتف"));
  CHECK(index.search("\"هاتف\"").also_searched.empty());
}

TEST_CASE("an empty index answers every question with nothing") {
  OpenedIndex index({});
  for (const char* query : {"", "هاتف", "\"من نحن\"", "هات*", "author:x", "-هاتف", "a OR b", "before:2017"})
    for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
      CAPTURE(std::string(query));
      const SearchResults results = index.searcher.search({.text = query, .sort = sort, .facets = true});
      CHECK(results.total == 0);
      CHECK(results.hits.empty());
    }
  CHECK(index.searcher.years().empty());
  CHECK(index.searcher.suggest("ها", 5).empty());
  CHECK(index.searcher.stats().articles == 0);
}

TEST_CASE("hostile queries are answered") {
  OpenedIndex index({article("a", "هاتف", "نص"), article("b", "جوال", "نص")});
  std::string many_fields, brackets;
  for (int i = 0; i < 10'000; ++i) many_fields += "title:\"a\" ";
  for (const std::string& query :
       {std::string(10'000, '"'), std::string(10'000, '('), std::string(1 << 20, 'x'), many_fields,
        std::string("\xED\xA0\x80\xFF"), std::string("\u202Eهاتف\u202C"), std::string(300, '*'),
        std::string("author:\"") + std::string(5000, 'x') + "\"", std::string("a* b* c* d*")}) {
    CAPTURE(query.substr(0, 20));
    CHECK_NOTHROW(index.searcher.search({.text = query, .facets = true}));
    CHECK_NOTHROW(index.searcher.suggest(query, 10));
    CHECK_NOTHROW(index.searcher.highlights(query, true, query));
  }
  CHECK_NOTHROW(index.searcher.search({.text = "نص", .limit = 4'000'000'000U, .offset = 4'000'000'000U}));
}

}  // namespace
}  // namespace fihrist
