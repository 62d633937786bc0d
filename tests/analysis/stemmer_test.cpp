// SPDX-License-Identifier: GPL-3.0-or-later
// All forms of a word share one stem, and words that only look alike do not.
#include "analysis/stemmer.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <unordered_map>
#include <vector>

#include "analysis/definite_forms.hpp"
#include "analysis/tokenizer.hpp"

using namespace fihrist;

namespace {

/// A collection that holds each word of a text so often as it is written there.
class Collection final : public Evidence {
 public:
  explicit Collection(std::string_view text) {
    for (const Token& token : tokenize(text)) {
      Count& count = counts_[token.text];
      ++count.articles;
      if (token.hamza) ++count.with_hamza;
    }
  }

  std::uint32_t document_frequency(std::string_view word) const override { return count(word).articles; }
  std::uint32_t hamza_frequency(std::string_view word) const override { return count(word).with_hamza; }
  double hamza_below_share(std::string_view) const override { return 0; }
  std::uint32_t definite_frequency(std::string_view word) const override {
    std::uint32_t sum = 0;
    for (const std::string& form : definite_forms(word)) sum += document_frequency(form);
    return sum;
  }

 private:
  struct Count {
    std::uint32_t articles = 0;
    std::uint32_t with_hamza = 0;
  };
  Count count(std::string_view word) const {
    const auto found = counts_.find(std::string(word));
    return found == counts_.end() ? Count{} : found->second;
  }
  std::unordered_map<std::string, Count> counts_;
};

const WordTables& small_tables() {
  static const WordTables tables(
      "", "Windows\tويندوز\nAndroid\tأندرويد\nCamera\tكاميرا\nVideo\tفيديو\nApple\tآبل\n",
      "قانون\nلبنان\nالآن\nبطاقة\nكابل\n", "");
  return tables;
}

std::string stem(std::string_view word, const Evidence& evidence) {
  static const auto stemmer = make_light_stemmer(small_tables());
  const auto tokens = tokenize(word);
  REQUIRE(tokens.size() == 1);
  return stemmer->stem(tokens[0].text, tokens[0].hamza, evidence);
}

/// Every word of the line has the stem.
struct Paradigm {
  std::string_view stem;
  std::string_view forms;
};

void check(const std::vector<Paradigm>& paradigms, const Evidence& evidence) {
  for (const Paradigm& paradigm : paradigms) {
    std::istringstream forms{std::string(paradigm.forms)};
    for (std::string form; forms >> form;) {
      CAPTURE(form);
      CHECK(stem(form, evidence) == paradigm.stem);
    }
  }
}

}  // namespace

TEST_CASE("every member of a paradigm has one stem where the collection knows the word") {
  const Collection known(
      "شبكة الشبكة مستخدم المستخدم مستخدمين تطبيق التطبيق بيانات البيانات هاتف الهاتف هاتف خصوصية الخصوصية "
      "لغة اللغة "
      "جهة الجهة أداة الأداة والد الوالد والدة أجزاء الأجزاء مهندس المهندس مهندسين مستوى المستوى بناء البناء "
      "مطور المطور مطورين بطيء البطيء");
  check({{"شبك",
          "شبكة الشبكة والشبكات بشبكتها شبكاتنا وبشبكتها شبكاتهم للشبكة شبكتان شبكتين شبكتنا كشبكة وشبكات "
          "لشبكاتها "
          "فالشبكة شبكته شبكه"},
         {"مستخدم",
          "مستخدم المستخدم مستخدمون مستخدمين للمستخدمين ومستخدم لمستخدمي مستخدميها مستخدمة مستخدمات مستخدمو "
          "والمستخدمون"},
         {"تطبيق",
          "تطبيق التطبيق تطبيقات بتطبيق لتطبيقات تطبيقه تطبيقاتها وتطبيق تطبيقين تطبيقان للتطبيق تطبيقًا"},
         {"بيان", "بيانات البيانات بياناتك بياناتنا ببيانات وبياناتهم للبيانات بياناتي"},
         {"هاتف", "هاتف الهاتف هاتفان هاتفين هاتفها بهاتف للهاتف هاتفه هاتفًا وهاتفك لهاتفك"},
         {"خصوصي", "خصوصية خصوصيتنا الخصوصية بخصوصية خصوصيتك"},
         {"لغه", "لغة اللغة للغة لغات لغتها بلغة ولغات اللغات لغتنا بلغتهم"},
         {"جهه", "جهة الجهات جهات لجهات بجهة"},
         {"ادا", "أداة أدوات الأدوات أدواتها بأدوات"},
         {"اجزاء", "أجزاء أجزائها أجزاؤها الأجزاء بأجزاء أجزائه"},
         {"مهندس", "مهندس مهندسو مهندسي المهندسين مهندسون مهندسة"},
         {"مطور", "مطور مطوري مطورة المطورين مطورون"},
         {"مستوي", "مستوى مستوي مستويات مستواه المستوى مستواها"},
         {"بطيي", "بطيء بطيئة البطيئة بطيئات"},
         {"والد", "والد والدة الوالد والدته والدها"}},
        known);
}

TEST_CASE("a collection that knows nothing still joins article, feminine and plain plurals") {
  check({{"شبك", "شبكة الشبكة شبكات والشبكات للشبكة فالشبكات شبكتها شبكاتنا"},
         {"سيرفر", "سيرفر السيرفر سيرفرات بالسيرفرات"},
         {"مبرمج", "مبرمج مبرمجون مبرمجين المبرمجين للمبرمجين مبرمجة مبرمجات"},
         {"خوارزمي", "خوارزمية خوارزميات الخوارزميات"},
         {"ذكي", "ذكي ذكية الذكي الذكية"},
         {"تقني", "تقني تقنية تقنيات التقنية"},
         {"سريع", "سريع سريعة السريعة"},
         {"مستوي", "مستوى مستويات المستوى"}},
        NoEvidence{});
}

TEST_CASE("a word that takes the article keeps its first letters") {
  const Collection known(
      "الوثيقة الواجهة الوصول الوكالة البنك بنك نك الكتاب كتاب تاب الفلتر فلتر لتر اللقطة لقطة قطة");
  check({{"وثيق", "وثيقة الوثيقة"},
         {"واجه", "واجهة الواجهة"},
         {"وصول", "وصول الوصول"},
         {"بنك", "بنك البنك"},
         {"كتاب", "كتاب الكتاب"},
         {"فلتر", "فلتر"},
         {"لقط", "لقطة"}},
        known);
}

TEST_CASE("a possessive does not uncover a false proclitic") {
  const Collection known("البطاقة بطاقة طاقة الطاقة طاقة");
  check({{"بطاق", "بطاقة بطاقتها بطاقتك بطاقتين بطاقات"}, {"طاق", "طاقة الطاقة طاقتها"}}, known);
}

TEST_CASE("ال of the word itself stays, however it is typed") {
  const Collection known("ألعاب ألعاب العاب الألعاب إلكتروني الكتروني الإلكتروني التقاط التقاط الالتقاط");
  check({{"العاب", "ألعاب العاب الألعاب لألعاب بألعاب وألعاب بالعاب ألعابها"},
         {"الكتروني", "إلكتروني الكتروني الإلكتروني إلكترونية الالكترونية"},
         {"التقاط", "التقاط الالتقاط لالتقاط بالتقاط والتقاط التقاطها"}},
        known);
  check({{"العاب", "ألعاب الألعاب"}, {"الان", "الآن الان"}}, NoEvidence{});
}

TEST_CASE("single letters before a word go only on evidence") {
  const Collection known("أمان كاميرا استخدام شبكة تطلق سرعة");
  check({{"امان", "وأمان أمان"},
         {"كاميرا", "بكاميرا"},
         {"استخدام", "باستخدام لاستخدام واستخدام"},
         {"تطلق", "ستطلق وستطلق"},
         {"سرع", "وبسرعة بسرعة"},
         {"سيار", "سيارات"}},
        Collection("أمان كاميرا استخدام شبكة تطلق سرعة سيارات سيارات"));
  check({{"وامان", "وأمان"}, {"باستخدام", "باستخدام"}}, NoEvidence{});
}

TEST_CASE("a word that nothing is known of keeps the letters that may be its own") {
  for (const Collection& nothing : {Collection(""), Collection("شبكة الشبكة هاتف")}) {
    check({{"كاليفورنيا", "كاليفورنيا الكاليفورنيا"},
           {"كالسيوم", "كالسيوم الكالسيوم"},
           {"كالغاري", "كالغاري"},
           {"بلوتوث", "بلوتوث البلوتوث"},
           {"لينكس", "لينكس اللينكس"},
           {"فايرفوكس", "فايرفوكس"},
           {"ولاي", "ولاية الولاية ولايات"},
           {"باناسونيك", "باناسونيك"},
           {"لابتوب", "لابتوب اللابتوب لابتوبات"},
           {"كابتش", "كابتشا الكابتشا"},
           {"كاميرا", "كاميرا الكاميرا كاميرات"}},
          nothing);
  }
  check({{"شبك", "كالشبكة وكالشبكات"}, {"هاتف", "كالهاتف"}}, Collection("شبكة الشبكة هاتف شبكات"));
}

TEST_CASE("a word of the tables that begins as if with a preposition and the article keeps its letters") {
  const WordTables tables("", "California\tكاليفورنيا\n", "بالون\nكالسيوم\n", "");
  const auto stemmer = make_light_stemmer(tables);
  for (const char* word : {"كاليفورنيا", "بالون", "كالسيوم"})
    CHECK(stemmer->stem(word, false, NoEvidence{}) == word);
}

TEST_CASE("a word of the tables is no dual, whatever would be left of it") {
  const WordTables tables("", "", "بروتين\nحيتان\nبستان\n", "");
  const auto stemmer = make_light_stemmer(tables);
  const Collection known("بره حية الحية حية بستة بسه بسه برو بروة بروه حيه");
  for (const char* word : {"بروتين", "حيتان", "بستان"}) CHECK(stemmer->stem(word, false, known) == word);
}

TEST_CASE("plurals and duals of nisbas and long feminines need no evidence") {
  check({{"سياسي", "سياسي سياسيين السياسيين سياسية سياسيتين"},
         {"لاجي", "لاجئ لاجئين اللاجئين لاجئة"},
         {"عارضي", "عارضية العارضيتين عارضيتان"},
         {"متكلم", "متكلم متكلمة متكلمتين المتكلمتان"},
         {"بييي", "بيئي بيئية البيئيين"},
         {"كاميرا", "كاميرتين الكاميرتان"},
         {"ملايين", "ملايين الملايين"},
         {"نيكوتين", "نيكوتين"},
         {"كونستانتين", "كونستانتين"},
         {"افغانستان", "أفغانستان"},
         {"تلفزيون", "تلفزيون التلفزيون"}},
        NoEvidence{});
}

TEST_CASE("of two nouns that a possessive may stand behind the commoner one is meant") {
  check({{"بيت", "بيتها بيتهم"}, {"لغه", "لغتها"}, {"راي", "رأيك رأينا"}},
        Collection("بيت البيت بيت البيت بيه لغة اللغة لغة لغت بيتها بيتهم لغتها رأي الرأي رأي راء"));
}

TEST_CASE("a short dual or a noun before a genitive joins a noun that is much commoner") {
  std::string text =
      "سطرين سطرين سطرين سطرين سطرين ملعبي دولي الدولي قانوني حسن حسنين حسنين حسنين حسنين حسنين ";
  for (int i = 0; i < 60; ++i) text += "سطر السطر ملعب الملعب دول الدول ";
  check({{"سطر", "سطر سطرين السطرين"},
         {"ملعب", "ملعب ملعبي"},
         {"دولي", "دولي الدولي"},
         {"قانوني", "قانوني"},
         {"حسنين", "حسنين"}},
        Collection(text));
}

TEST_CASE("endings of the word itself stay") {
  const Collection known(
      "زيت زيت زيتون زيتون زيتون زيتون زيتون زيتون لبن اللبن بيان بيان البيان البيان اتجاه سوريا سوريا سوري "
      "تكوين");
  check({{"زيتون", "زيتون"},
         {"لبنان", "لبنان"},
         {"قانون", "قانون القانون"},
         {"سوريا", "سوريا"},
         {"تكوين", "تكوين"},
         {"بيان", "بيان بيانًا"},
         {"بايثون", "بايثون"},
         {"امازون", "أمازون"}},
        known);
}

TEST_CASE("names lose no more than clitics and a plain plural") {
  const Collection known("ويندوز أندرويد");
  check({{"ويندوز", "ويندوز الويندوز بويندوز لويندوز"},
         {"اندرويد", "أندرويد لأندرويد الأندرويد"},
         {"كاميرا", "كاميرا كاميرات بكاميرتين كاميراتها الكاميرات"},
         {"فيديو", "فيديو فيديوهات الفيديوهات"},
         {"كابل", "كابل"}},
        known);
}

TEST_CASE("words of one root and other meaning are kept apart") {
  const Collection known(
      "معلومات علم شبكة اشتباك معالج علاج شركة مشاركة تحديث حديث متصفح صفحة قانون قانوني كمال مال مكتب "
      "اشتباك");
  const std::vector<std::pair<std::string_view, std::string_view>> pairs{
      {"معلومات", "علم"}, {"شبكة", "اشتباك"},  {"معالج", "علاج"},    {"شركة", "مشاركة"}, {"تحديث", "حديث"},
      {"متصفح", "صفحة"},  {"قانون", "قانوني"}, {"أمازون", "أمازيغ"}, {"لبنان", "اللبن"}, {"كابل", "آبل"}};
  for (const auto& [one, other] : pairs) {
    CAPTURE(one);
    CHECK(stem(one, known) != stem(other, known));
  }
}

TEST_CASE("two schools of writing hamza meet in one stem") {
  const Collection known("مسؤول المسؤول مسؤولية شؤون الشؤون ديون تلفزيون");
  check({{"مسوول", "مسؤول مسئول المسئولين"}, {"شوون", "شؤون الشئون"}, {"ديون", "ديون"}}, known);
}

TEST_CASE("an English plural joins a commoner singular and nothing else") {
  const Collection known("iphone iphone iphones window windows windows ios io");
  check({{"iphone", "iphone iphones"}, {"windows", "windows"}, {"ios", "ios"}, {"process", "process"}},
        known);
}

TEST_CASE("what is not Arabic letters only comes back as it is") {
  for (const std::string_view word : {"galaxy", "2017", "s8", "c++", "привет"})
    CHECK(stem(word, NoEvidence{}) == word);
  CHECK(make_light_stemmer(small_tables())->stem("", false, NoEvidence{}).empty());
}

TEST_CASE("a stem is never empty, however short or strange the word") {
  const auto stemmer = make_light_stemmer(small_tables());
  const std::vector<std::string> letters{"ا", "ل", "و", "ف", "ب", "ك", "س", "ت", "ي", "ن", "ه", "م", "ء"};
  std::vector<std::string> words{""};
  for (int length = 1; length <= 4; ++length) {
    std::vector<std::string> longer;
    for (const std::string& word : words) {
      for (const std::string& letter : letters) longer.push_back(word + letter);
    }
    words = std::move(longer);
    for (const std::string& word : words) {
      if (stemmer->stem(word, false, NoEvidence{}).size() < 2) FAIL(word);
    }
  }
}
