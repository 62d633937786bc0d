// SPDX-License-Identifier: GPL-3.0-or-later
// The table of words in dates, one meaning a row; keys are folded when the table is built.
#include "analysis/date_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "analysis/fold.hpp"

namespace fihrist {
namespace {

using enum DateWordKind;

struct WordRow {
  DateWordKind kind;
  int value;
  std::string_view spellings;  ///< separated by '|'
};

constexpr int half(HalfDay value) { return static_cast<int>(value); }

// Month names of the Arabic locales are those of CLDR 42 (ar, ar-DZ, ar-TN, ar-MA, ar-MR, ar-IQ, ar-JO,
// ar-LB, ar-PS, ar-SY): no name means two months, so that one table serves all countries. Spellings that
// differ by hamza, ى or the article need no row of their own.
constexpr WordRow month_rows[] = {
    {month, 1, "يناير|جانفي|كانون الثاني|january|jan|janvier|janv|januar|január"},
    {month, 2, "فبراير|فيفري|شباط|february|feb|février|févr|február"},
    {month, 3, "مارس|آذار|march|mar|mars|március"},
    {month, 4, "أبريل|أفريل|نيسان|april|apr|avril|avr|április"},
    {month, 5, "مايو|ماي|مايس|أيار|may|mai|május"},
    {month, 6, "يونيو|يونيه|جوان|حزيران|june|jun|juin|június"},
    {month, 7, "يوليو|يوليه|يوليوز|جويلية|تموز|july|jul|juillet|juil|július"},
    {month, 8, "أغسطس|أغشت|غشت|أوت|آب|august|aug|août|augusztus"},
    {month, 9, "سبتمبر|شتنبر|شتمبر|أيلول|september|sep|sept|septembre|szeptember"},
    {month, 10, "أكتوبر|أوكتوبر|تشرين الأول|october|oct|octobre|október"},
    {month, 11, "نوفمبر|نونبر|تشرين الثاني|november|nov|novembre"},
    {month, 12, "ديسمبر|دجنبر|دجمبر|كانون الأول|december|dec|décembre"},
    {month, 1, "Ιαν"},
    {month, 2, "Φεβ"},
    {month, 3, "Μάώ|Μαρ"},
    {month, 4, "Απρ"},
    {month, 5, "Μάι|Μαϊ|Μαι"},
    {month, 6, "Ιούν|Ιουν"},
    {month, 7, "Ιούλ|Ιουλ"},
    {month, 8, "Αύγ|Αυγ"},
    {month, 9, "Σεπ"},
    {month, 10, "Οκτ"},
    {month, 11, "Νοέ|Νοε"},
    {month, 12, "Δεκ"},
};

constexpr WordRow hijri_month_rows[] = {
    {hijri_month, 1, "محرم"},
    {hijri_month, 2, "صفر"},
    {hijri_month, 3, "ربيع الأول"},
    {hijri_month, 4, "ربيع الآخر|ربيع الثاني"},
    {hijri_month, 5, "جمادى الأولى|جمادى الأول"},
    {hijri_month, 6, "جمادى الآخرة|جمادى الآخر|جمادى الثانية|جمادى الثاني"},
    {hijri_month, 7, "رجب"},
    {hijri_month, 8, "شعبان"},
    {hijri_month, 9, "رمضان"},
    {hijri_month, 10, "شوال"},
    {hijri_month, 11, "ذو القعدة|ذي القعدة|ذوالقعدة"},
    {hijri_month, 12, "ذو الحجة|ذي الحجة|ذوالحجة"},
};

constexpr WordRow weekday_rows[] = {
    {weekday, 0, "السبت|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة"},
    {weekday, 0, "saturday|sunday|monday|tuesday|wednesday|thursday|friday"},
    {weekday, 0, "sat|sun|mon|tue|tues|wed|thu|thur|thurs|fri"},
    {weekday, 0, "samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi"},
    {weekday, 0, "Κυρ|Δευ|Τρι|Τετ|Πεμ|Παρ|Σαβ"},
};

constexpr WordRow hour_rows[] = {
    {half_day, half(HalfDay::before_noon), "ص|صباحا|فجرا|قبل الظهر|am|a.m"},
    {half_day, half(HalfDay::after_noon), "مساء|مساءا|عصرا|بعد الظهر|pm|p.m"},
    {half_day, half(HalfDay::noon), "ظهرا"},
    {half_day, half(HalfDay::night), "ليلا|منتصف الليل|بعد منتصف الليل"},
    {korean_half, half(HalfDay::before_noon), "오전"},
    {korean_half, half(HalfDay::after_noon), "오후"},
    {meem, 0, "م"},
    {hour_word, 0, "الساعة|ساعة|على الساعة|في الساعة|عند الساعة|في تمام الساعة"},
    {era, 0, "ميلادي|ميلادية|للميلاد|ad|ce"},
    {hijri_mark, 0, "هـ|هجري|هجرية|للهجرة|ah"},
    {same_day, 0, "الموافق|موافق|الموافق ل|الموافق لـ"},
};

// RFC 822, section 5, with the European and Arab zones; MET and MEST as Blogger and feeds use them.
constexpr WordRow zone_rows[] = {
    {zone, 0, "utc|ut|gmt|z|wet|غرينتش|جرينتش|غرينيتش|بتوقيت غرينتش|بتوقيت جرينتش"},
    {zone, 60, "cet|met|bst|west"},
    {zone, 120, "cest|mest|eet"},
    {zone, 180, "eest|msk|بتوقيت مكة|بتوقيت مكة المكرمة|بتوقيت السعودية"},
    {zone, 240, "بتوقيت الإمارات"},
    {zone, korean_zone, "jst|kst|년"},
    {zone, -180, "adt"},
    {zone, -240, "edt"},
    {at, -240, "at"},
    {zone, -300, "est|et|cdt"},
    {zone, -360, "cst|ct|mdt"},
    {zone, -420, "mst|mt|pdt"},
    {zone, -480, "pst|pt"},
    {zone, unknown_zone, "ast|ist|بالتوقيت المحلي"},
};

constexpr WordRow filler_rows[] = {
    {filler, 0, "في|يوم|بتاريخ|تاريخ|من|شهر|من شهر|سنة|عام|لعام|ل|لـ|و|بتوقيت|الموافقة"},
    {filler, 0, "نشر|نشرت|نشر في|تم النشر|كتب|كتبت|أضيف|أضيفت|تاريخ النشر|تاريخ الإضافة"},
    {filler, 0,
     "نشره|نشرها|تم نشره|تم نشرها|إضافته|إضافتها|تم إضافته|تم إضافتها|تمت إضافته|تمت إضافتها|تمت الإضافة"},
    {filler, 0, "منشور|وقت النشر|تاريخ الكتابة|تاريخ الخبر|تاريخ المقال|تاريخ المقالة|حرر في|حرر بتاريخ|عند"},
    {filler, 0, "آخر تحديث|تم التحديث|تم تحديثه|تم تحديثها|تاريخ التحديث|تاريخ آخر تحديث|حدث في|حدث بتاريخ"},
    {filler, 0, "آخر تعديل|تم التعديل|تم تعديله|تم تعديلها|تاريخ التعديل|عدل في|عدل بتاريخ"},
    {filler, 0,
     "published|posted|written|publié|publiée|posté|updated|last updated|last update|modified|last modified"},
    {filler, 0, "mis à jour|mise à jour|modifié|modifiée|dernière mise à jour|uhr"},
    {filler, 0, "on|of|the|le|à|de|t|etc|st|nd|rd|th|er|월|일"},
};

std::string without_articles(std::string_view words) {
  constexpr std::string_view article = "ال";
  constexpr std::size_t shortest_with_article = 8;  // four letters of two bytes
  std::string bare;
  while (!words.empty()) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    std::string_view word = words.substr(0, blank);
    if (word.size() >= shortest_with_article && word.starts_with(article)) word.remove_prefix(article.size());
    if (!bare.empty()) bare += ' ';
    bare += word;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return bare;
}

using Table = std::unordered_map<std::string, DateWord>;

void add(Table& table, const WordRow& row) {
  std::string_view rest = row.spellings;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    table.emplace(without_articles(fold_key(rest.substr(0, bar))), DateWord{row.kind, row.value});
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
}

const Table& date_words() {
  static const Table table = [] {
    Table made;
    for (const WordRow& row : month_rows) add(made, row);
    for (const WordRow& row : hijri_month_rows) add(made, row);
    for (const WordRow& row : weekday_rows) add(made, row);
    for (const WordRow& row : hour_rows) add(made, row);
    for (const WordRow& row : zone_rows) add(made, row);
    for (const WordRow& row : filler_rows) add(made, row);
    return made;
  }();
  return table;
}

}  // namespace

std::optional<DateWord> find_date_word(std::string_view words) {
  const auto found = date_words().find(without_articles(words));
  if (found == date_words().end()) return std::nullopt;
  return found->second;
}

int hour_of_day(int hour, HalfDay half) noexcept {
  if (hour > 12) return hour;
  switch (half) {
    case HalfDay::before_noon:
      return hour % 12;
    case HalfDay::after_noon:
      return hour % 12 + 12;
    case HalfDay::noon:
      return hour >= 10 ? hour : hour + 12;
    case HalfDay::night:
      return hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour;
  }
  return hour;
}

}  // namespace fihrist
