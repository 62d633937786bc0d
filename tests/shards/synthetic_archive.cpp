// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences out of a small vocabulary, drawn by a generator of fixed seed.
#include "tests/shards/synthetic_archive.hpp"

#include <fmt/format.h>

#include <array>
#include <random>
#include <string_view>

namespace fihrist::test {
namespace {

// The first are drawn far more often than the last.
constexpr std::array<std::string_view, 48> vocabulary{
    "في",        "على",     "من",      "الهاتف",   "هاتف",     "الشركة",  "جديد",     "تطبيق",
    "التطبيقات", "هواتف",   "شركات",   "المستخدم", "مستخدمين", "سامسونج", "جوجل",     "Google",
    "شبكة",      "الشبكات", "بيانات",  "حماية",    "أمان",     "تحديث",   "تحديثات",  "نظام",
    "أنظمة",     "Android", "أندرويد", "كاميرا",   "شاشة",     "شاشات",   "بطارية",   "سعر",
    "أسعار",     "برنامج",  "برامج",   "حاسوب",    "حواسيب",   "معالج",   "ذاكرة",    "متصفح",
    "خصوصية",    "تشفير",   "ثغرة",    "ثغرات",    "مطور",     "مطورون",  "خوارزمية", "محرك"};
constexpr std::array<std::string_view, 5> authors{"سلمى العلي", "أحمد منصور", "ليلى حداد", "Karim B.",
                                                  "عمر زين"};
constexpr std::array<std::string_view, 4> sources{"عالم التقنية", "أخبار الشبكة", "The Wire", "مدونة المطور"};
constexpr std::array<std::string_view, 6> tags{"هواتف", "أمن", "برمجة", "شبكات", "Google", "ألعاب"};

class Writer {
 public:
  std::string sentence(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text.append(text.empty() ? "" : " ").append(word());
    return text;
  }

  template <std::size_t Size>
  std::string_view one_of(const std::array<std::string_view, Size>& values) {
    return values[below(Size)];
  }

  /// std::uniform_int_distribution differs between libraries.
  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  std::string_view word() {
    const std::size_t reach = 1 + below(vocabulary.size());
    return vocabulary[below(reach)];
  }

  std::mt19937 random_{20170120};
};

std::string date_of(Writer& writer, int number) {
  const std::size_t year = 2012 + writer.below(6), month = 1 + writer.below(12), day = 1 + writer.below(28);
  switch (number % 11) {
    case 0:
      return "";
    case 1:
      return fmt::format("{}", year);
    case 2:
      return fmt::format("{}-{:02}", year, month);
    case 3:
      return "2015-06-01T10:00";  // many at one instant: their ids order them
    default:
      return fmt::format("{}-{:02}-{:02}T{:02}:{:02}", year, month, day, writer.below(24), writer.below(60));
  }
}

}  // namespace

std::string synthetic_articles(int count) {
  Writer writer;
  std::string lines, copied;
  for (int number = 0; number < count; ++number) {
    std::string text = writer.sentence(40) + ".\\n" + writer.sentence(25) + ".";
    if (number % 7 == 0) text += " يحمي محرك البحث الجديد خصوصية المستخدم.";
    if (number % 13 == 0) text += " صدرت النسخة 4.0 من نظام التشغيل.";
    if (number == 5) copied = text;
    // Near copies: the text of one article with a few words more.
    if (number % 40 == 25) text = copied + " نقلًا عن الصحيفة " + fmt::format("{}", number);
    const std::string date = date_of(writer, number);
    lines += fmt::format(
        R"({{"id":"a{}","title":"{}","text":"{}","author":"{}","source":"{}","tags":["{}"]{},)"
        R"("url":"https://site{}.example/{}"}})"
        "\n",
        number, writer.sentence(5), text, writer.one_of(authors), writer.one_of(sources), writer.one_of(tags),
        date.empty() ? "" : fmt::format(R"(,"date":"{}")", date), number % 3, number);
  }
  return lines;
}

}  // namespace fihrist::test
