// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the query language, one query a line beside what it is understood as.
#include "searcher/query_parser.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace fihrist {
namespace {

struct Row {
  const char* query;
  const char* understood;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.query));
    CHECK(describe(parse_query(row.query).root) == row.understood);
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST_CASE("words side by side are all asked for") {
  check({{"هاتف Galaxy", "(all (word هاتف) (word galaxy))"},
         {"  هاتف  ", "(all (word هاتف))"},
         {"", "(all)"},
         {"الأمن،الخصوصية", "(all (word الامن) (word الخصوصيه))"},
         {"#الذكاء_الاصطناعي", "(all (word الذكاء) (word الاصطناعي))"},
         {"iphone15", "(all (word iphone15|iphone|15))"},
         {"C++", "(all (word c++))"},
         {"؟!", "(all)"}});
}

TEST_CASE("three kinds of quotes ask for words in a row") {
  check({{"\"من نحن\"", "(all (phrase من نحن))"},
         {"«من نحن»", "(all (phrase من نحن))"},
         {"“من نحن”", "(all (phrase من نحن))"},
         {"”من نحن“", "(all (phrase من نحن))"},
         {"»من نحن«", "(all (phrase من نحن))"},
         {"قال «من نحن» غدا", "(all (word قال) (phrase من نحن) (word غدا))"},
         {"كلمة\"من نحن\"", "(all (word كلمه) (phrase من نحن))"},
         {"\"تطبيق\"", "(all (phrase تطبيق))"},
         {"\"\"", "(all)"},
         {"\"iPhone15 Pro\"", "(all (phrase iphone15 pro))"}});
}

TEST_CASE("a minus, NOT and ليس exclude") {
  check({{"هاتف -نوكيا", "(all (word هاتف) (none (word نوكيا)))"},
         {"هاتف NOT نوكيا", "(all (word هاتف) (none (word نوكيا)))"},
         {"هاتف ليس نوكيا", "(all (word هاتف) (none (word نوكيا)))"},
         {"-نوكيا", "(all (none (word نوكيا)))"},
         {"-\"لا شيء\"", "(all (none (phrase لا شيء)))"},
         {"-(أ OR ب)", "(all (none (any (word ا) (word ب))))"},
         {"-author:سمر", "(all (none (filter author \"سمر\")))"},
         {"NOT NOT هاتف", "(all (word هاتف))"},
         {"Wi-Fi", "(all (word wifi|wi|fi))"},
         {"هاتف - نوكيا", "(all (word هاتف) (word نوكيا))"}});
}

TEST_CASE("OR and أو bind tighter than standing side by side") {
  check({{"آيفون OR جالكسي", "(all (any (word ايفون) (word جالكسي)))"},
         {"سعر آيفون أو جالكسي", "(all (word سعر) (any (word ايفون) (word جالكسي)))"},
         {"a OR b OR c", "(all (any (word a) (word b) (word c)))"},
         {"a b OR c d", "(all (word a) (any (word b) (word c)) (word d))"},
         {"(a b) OR c", "(all (any (all (word a) (word b)) (word c)))"},
         {"a OR -b", "(all (any (word a) (none (word b))))"},
         {"او", "(all (word او))"}});
}

TEST_CASE("AND keeps the words beside it from being relaxed") {
  check({{"a AND b c", "(all (word! a) (word! b) (word c))"},
         {"a and b", "(all (word a) (word and) (word b))"}});
}

TEST_CASE("brackets group, and may be missing or too many") {
  check({{"(a b)", "(all (word a) (word b))"},
         {"(a OR b) c", "(all (any (word a) (word b)) (word c))"},
         {"a (b", "(all (word a) (word b))"},
         {"a) b", "(all (word a) (word b))"},
         {")(", "(all)"},
         {"() a", "(all (word a))"},
         {"() OR a", "(all (word or) (word a))"}});
}

TEST_CASE("fields are named in both languages") {
  check({{"title:هاتف", "(all (word title هاتف))"},
         {"عنوان:هاتف", "(all (word title هاتف))"},
         {"title:\"هاتف ذكي\"", "(all (phrase title هاتف ذكي))"},
         {"author:\"أحمد علي\"", "(all (filter author \"أحمد علي\"))"},
         {"كاتب:«أحمد علي»", "(all (filter author \"أحمد علي\"))"},
         {"AUTHOR:سمر", "(all (filter author \"سمر\"))"},
         {"وسم:برمجة", "(all (filter tag \"برمجة\"))"},
         {"مصدر:عالم", "(all (filter source \"عالم\"))"},
         {"site:www.example.com", "(all (filter site \"www.example.com\"))"},
         {"موقع:example.com", "(all (filter site \"example.com\"))"},
         {"title:هات*", "(all (prefix title هات))"}});
}

TEST_CASE("years, months and limits in time are dates in any form") {
  check({{"year:2017", "(all (filter year \"2017\"))"},
         {"سنة:٢٠١٧", "(all (filter year \"2017\"))"},
         {"month:2017-01", "(all (filter month \"201701\"))"},
         {"شهر:1/2017", "(all (filter month \"201701\"))"},
         {"month:\"يناير 2017\"", "(all (filter month \"201701\"))"},
         {"month:2017", "(all (filter year \"2017\"))"},
         {"year:2017-05", "(all (filter month \"201705\"))"},
         {"before:2018", "(all (range to 2018))"},
         {"بعد:2017-01-20", "(all (range from 2017-01-20))"},
         {"قبل:2018 after:2016", "(all (range to 2018) (range from 2016))"}});
}

TEST_CASE("what cannot be understood is searched as words") {
  check({{"OR", "(all (word or))"},
         {"a OR", "(all (word a) (word or))"},
         {"NOT", "(all (word not))"},
         {"أو هاتف", "(all (word او) (word هاتف))"},
         {"\"هاتف", "(all (word هاتف))"},
         {"«هاتف ذكي", "(all (word هاتف) (word ذكي))"},
         {"colour:red", "(all (word colour) (word red))"},
         {"year:غدا", "(all (word year) (word غدا))"},
         {"before:أمس", "(all (word before) (word امس))"},
         {"title:", "(all (word title))"},
         {"سعر: هاتف", "(all (word سعر) (word هاتف))"},
         {"12:30", "(all (word 12) (word 30))"},
         {"-", "(all)"},
         {"--", "(all)"}});
}

TEST_CASE("an asterisk asks for words that begin so, if enough is written") {
  check({{"هات*", "(all (prefix هات))"},
         {"ه*", "(all (word ه))"},
         {"-هات*", "(all (none (prefix هات)))"},
         {"هات* جوا* سام*", "(all (prefix هات) (prefix جوا) (word سام))"}});
  CHECK(parse_query("هات* جوا* سام*").cut);
}

TEST_CASE("marks of direction that come along when pasting change nothing") {
  const std::string right_to_left_mark = "\u200F", isolate = "\u2066", pop = "\u2069";
  CHECK(
      describe(parse_query(right_to_left_mark + "هاتف " + right_to_left_mark + "OR" + isolate + " جوال" + pop)
                   .root) == "(all (any (word هاتف) (word جوال)))");
}

TEST_CASE("a query beyond the limits is cut, and says so") {
  CHECK_FALSE(parse_query(repeated("كلمة ", 64)).cut);
  const Query words = parse_query(repeated("كلمة ", 65));
  CHECK(words.cut);
  CHECK(words.root.children.size() == 64);
  const Query letters = parse_query(std::string(2000, 'a'));
  CHECK(letters.cut);
  const Query deep = parse_query(repeated("(a OR ", 20) + "b" + repeated(")", 20));
  CHECK(deep.cut);
}

TEST_CASE("any bytes give a query") {
  const QueryLimits no_limits{.code_points = 10'000'000};
  for (const std::string& hostile :
       {repeated("\"", 10'000), repeated("(", 10'000), repeated(")", 10'000), repeated("-", 10'000),
        repeated("NOT ", 10'000), repeated("OR ", 10'000), repeated("a OR (", 5'000),
        repeated("title:", 5'000), repeated("«", 10'000), repeated("title:\"", 5'000),
        std::string(1 << 20, 'a'), repeated("ا", 1 << 19), std::string("\xED\xA0\x80\xFF\xFE\x00\xC0", 7),
        std::string(300, '\0'), repeated("author:x ", 1000)}) {
    CAPTURE(hostile.substr(0, 12));
    describe(parse_query(hostile).root);
    describe(parse_query(hostile, no_limits).root);
  }
  CHECK(parse_query(repeated("\"", 10'000)).root.children.empty());
}

TEST_CASE("random mixtures of the language's signs give queries within the limits") {
  const std::vector<std::string> signs{"\"",    "«",     "»",   "(",      ")",      "-",    " ",       " OR ",
                                       " AND ", " NOT ", "أو ", "title:", "year:",  "2017", "author:", "*",
                                       "هاتف",  "a",     ":",   "\xFF",   "\u200F", "“"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 40; i > 0; --i) text += signs[random() % signs.size()];
    CAPTURE(text);
    const Query query = parse_query(text);
    CHECK(query.root.kind == QueryNode::Kind::all);
    CHECK(describe(parse_query(text).root) == describe(query.root));
  }
}

}  // namespace
}  // namespace fihrist
