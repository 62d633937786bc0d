// SPDX-License-Identifier: GPL-3.0-or-later
// Arabic in Latin letters and digits finds its words.
#include "analysis/arabizi.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/tokenizer.hpp"

namespace fihrist {
namespace {

/// The words of a text, as often as they stand there.
class Words final : public ArabiziVocabulary {
 public:
  explicit Words(std::string_view text) {
    for (const Token& token : tokenize(text)) ++counts_[token.text];
  }
  bool is_beginning(std::string_view folded) const override {
    CHECK_FALSE(folded.empty());
    ++questions_;
    const auto found = counts_.lower_bound(std::string(folded));
    return found != counts_.end() && found->first.starts_with(folded);
  }
  std::uint32_t frequency(std::string_view folded) const override {
    const auto found = counts_.find(std::string(folded));
    return found == counts_.end() ? 0 : found->second;
  }
  std::size_t questions() const { return questions_; }

 private:
  std::map<std::string, std::uint32_t> counts_;
  mutable std::size_t questions_ = 0;
};

const Words& technology() {
  static const Words words(
      "حاسوب شبكة شبكة شبكة شباك الشبكة الشبكات تعلم تعلم تعليم تطبيق تطبيقات أمن أمن امان الأمن إنترنت "
      "الإنترنت "
      "معلومات المعلومات برنامج برامج برمجة ذكاء اصطناعي الذكاء هاتف هواتف الهاتف سماعة ساعة كتاب كتب مكتبة "
      "خبر "
      "أخبار تقنية التقنية مستخدم المستخدمين صورة صور طريقة طريق غرفة خدمة خدمات خصوصية ضوء ضغط ظلام نظام "
      "النظام "
      "تكنولوجيا على إلى مستوى الصحافة الشمس والشبكة بالشبكة للشبكة وشبكة قلم قمر تحديث تحميل شاشة كاميرا "
      "مسؤول قراءة "
      "قرآن "
      "لغة اللغة مشكلة حل سؤال أسئلة ماء سماء شكرا موضوع مواضيع مفتوح مفتاح عربي العربية ثلاثة هذا ذهب جديد "
      "جهاز "
      "أجهزة حماية شركة عمل فيديو موبايل كمبيوتر يوم فلوس محفظة رقم أرقام متصفح تشفير لعبة ألعاب شحن مجاني "
      "ثغرة");
  return words;
}

std::string best_of(const std::string& word) {
  const auto readings = arabizi_readings(word, technology());
  return readings.empty() ? "" : readings.front();
}

TEST_CASE("a word in Latin letters is read as the Arabic word it sounds like") {
  for (const auto& [latin, arabic] : std::vector<std::pair<std::string, std::string>>{
           {"7asoub", "حاسوب"},      {"hasoub", "حاسوب"},      {"shabaka", "شبكه"},
           {"shabakeh", "شبكه"},     {"chabaka", "شبكه"},      {"ta3allam", "تعلم"},
           {"ta3leem", "تعليم"},     {"tatbiq", "تطبيق"},      {"tatbee2", "تطبيق"},
           {"ta6bi8at", "تطبيقات"},  {"2amn", "امن"},          {"amn", "امن"},
           {"amaan", "امان"},        {"internet", "انترنت"},   {"el-internet", "الانترنت"},
           {"ma3loomat", "معلومات"}, {"ma'loumat", "معلومات"}, {"barnamej", "برنامج"},
           {"barameg", "برامج"},     {"zaka2", "ذكاء"},        {"dhakaa'", "ذكاء"},
           {"4aka2", "ذكاء"},        {"estena3i", "اصطناعي"},  {"istina3y", "اصطناعي"},
           {"hatef", "هاتف"},        {"hawatif", "هواتف"},     {"samma3a", "سماعه"},
           {"kitaab", "كتاب"},       {"maktaba", "مكتبه"},     {"5abar", "خبر"},
           {"akhbar", "اخبار"},      {"2a5bar", "اخبار"},      {"7'abar", "خبر"},
           {"taqniya", "تقنيه"},     {"te2neya", "تقنيه"},     {"mosta5dem", "مستخدم"},
           {"soora", "صوره"},        {"9oura", "صوره"},        {"tari2a", "طريقه"},
           {"6aree8a", "طريقه"},     {"ghorfa", "غرفه"},       {"3'orfa", "غرفه"},
           {"khidma", "خدمه"},       {"5adamat", "خدمات"},     {"khososeya", "خصوصيه"},
           {"daght", "ضغط"},         {"9'aght", "ضغط"},        {"dhalaam", "ظلام"},
           {"6'alam", "ظلام"},       {"nizam", "نظام"},        {"nitham", "نظام"},
           {"3ala", "علي"},          {"mustawa", "مستوي"},     {"ta7dith", "تحديث"},
           {"ta7mil", "تحميل"},      {"shasha", "شاشه"},       {"camera", "كاميرا"},
           {"mas2ool", "مسوول"},     {"qur2an", "قران"},       {"qira2a", "قراءه"},
           {"logha", "لغه"},         {"moshkela", "مشكله"},    {"su2al", "سوال"},
           {"as2ila", "اسيله"},      {"sama2", "سماء"},        {"shokran", "شكرا"},
           {"mawdou3", "موضوع"},     {"maftou7", "مفتوح"},     {"mifta7", "مفتاح"},
           {"3arabi", "عربي"},       {"arabi", "عربي"},        {"el3arabia", "العربيه"},
           {"thalatha", "ثلاثه"},    {"hatha", "هذا"},         {"gehaz", "جهاز"},
           {"ajhiza", "اجهزه"},      {"7imaya", "حمايه"},      {"video", "فيديو"},
           {"mobile", "موبايل"},     {"computer", "كمبيوتر"},  {"technologia", "تكنولوجيا"},
           {"tashfeer", "تشفير"},    {"lo3ba", "لعبه"},        {"al3ab", "العاب"},
           {"magani", "مجاني"},      {"mota9afe7", "متصفح"}}) {
    CAPTURE(latin);
    CHECK(best_of(latin) == arabic);
  }
}

TEST_CASE("the article and what stands before it are read with the word") {
  for (const auto& [latin, arabic] :
       std::vector<std::pair<std::string, std::string>>{{"el-shabaka", "الشبكه"},
                                                        {"elshabaka", "الشبكه"},
                                                        {"al-shabaka", "الشبكه"},
                                                        {"ash-shabaka", "الشبكه"},
                                                        {"eshshabaka", "الشبكه"},
                                                        {"ash-shams", "الشمس"},
                                                        {"as-sa7afa", "الصحافه"},
                                                        {"assa7afa", "الصحافه"},
                                                        {"en-nizam", "النظام"},
                                                        {"el-2amn", "الامن"},
                                                        {"wel-shabaka", "والشبكه"},
                                                        {"wshabaka", "وشبكه"},
                                                        {"bil-shabaka", "بالشبكه"},
                                                        {"lil-shabaka", "للشبكه"}}) {
    CAPTURE(latin);
    CHECK(best_of(latin) == arabic);
  }
}

TEST_CASE("usual letters come before rare ones, then frequent words before rare ones") {
  const Words words("قلب كلب كلب كلب صور سور سور طب تاب تاب");
  CHECK(arabizi_readings("qalb", words) == std::vector<std::string>{"قلب"});
  CHECK(arabizi_readings("kalb", words) == std::vector<std::string>{"كلب", "قلب"});
  CHECK(arabizi_readings("2alb", words) == std::vector<std::string>{"قلب"});
  CHECK(arabizi_readings("sour", words) == std::vector<std::string>{"سور", "صور"});
  CHECK(arabizi_readings("sour", words, 1) == std::vector<std::string>{"سور"});
  CHECK(arabizi_readings("sour", words, 0).empty());
}

TEST_CASE("only words of the vocabulary come back") {
  for (const char* word : {"", "xyz", "qqqq", "привет", "شبكة", "12", "-", "'"}) {
    CAPTURE(word);
    CHECK(arabizi_readings(word, technology()).empty());
  }
}

TEST_CASE("no word asks without end") {
  /// Every text begins a word of this vocabulary, and none is one.
  struct Endless final : ArabiziVocabulary {
    bool is_beginning(std::string_view) const override {
      ++questions;
      return true;
    }
    std::uint32_t frequency(std::string_view) const override { return 0; }
    mutable std::size_t questions = 0;
  };
  const Endless endless;
  CHECK(arabizi_readings(std::string(40, 'a') + "i", endless).empty());
  CHECK(endless.questions == 0);
  CHECK(arabizi_readings("2a2i2u2e2o2a2i2u2e2o2a2i2u2e2o2a2i2u2e2o", endless).empty());
  CHECK(endless.questions <= 4000);
  const Words words("حاسوب شبكة");
  arabizi_readings("7asoub", words);
  CHECK(words.questions() < 300);
}

TEST_CASE("chat words may be Arabizi, technical terms and names may not") {
  for (const char* word : {"7asoub", "shabaka", "ta3allam", "tatbiq", "2amn", "mawdou3", "tari2", "fat7a",
                           "rou7", "el-shabaka", "ash-shams", "3'orfa", "ma'loumat", "sa77a", "SHABAKA"}) {
    CAPTURE(word);
    CHECK(may_be_arabizi(word));
  }
  for (const char* word :
       {"mp3",     "h264",     "web3",    "3d",     "4k",   "5g",       "s8",     "gpt4", "windows7",
        "iphone6", "google",   "android", "5ghz",   "4gb",  "3gpp",     "i18n",   "x86",  "python3",
        "utf8",    "http2",    "html5",   "https",  "ab",   "",         "2024",   "c++",  "node.js",
        "شبكة",    "e-mail-x", "wi-fi",   "area51", "1amn", "mas23oul", "ex@mple"}) {
    CAPTURE(word);
    CHECK_FALSE(may_be_arabizi(word));
  }
}

}  // namespace
}  // namespace fihrist
