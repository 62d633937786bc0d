// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of phrases, folded when they are built; a new site's words are added here, one line a kind.
#include "indexer/page_lexicon.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analysis/fold.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

using enum PagePhrase;

struct Row {
  PagePhrase phrase;
  std::string_view spellings;  ///< separated by '|'
};

constexpr Row whole_lines[] = {
    {chrome, "الرئيسية|الصفحة الرئيسية|القائمة|بحث|ابحث|تسجيل الدخول|تسجيل|اتصل بنا|من نحن|سياسة الخصوصية"},
    {chrome, "شارك|مشاركة|شارك المقال|شارك الموضوع|شارك هذا الموضوع|شاركها|انشر|طباعة|نسخ الرابط|حفظ|أعجبني"},
    {chrome, "إرسال بالبريد الإلكتروني|اقرأ المزيد|المزيد|عرض المزيد|تخطي إلى المحتوى|الانتقال إلى المحتوى"},
    {chrome,
     "home|menu|search|share|share this|share on facebook|tweet|print|email this|read more|more|login"},
    {chrome,
     "share this story|share this article|caption|close|text size|sign in|skip to content|blogthis!|powered "
     "by blogger|يتم التشغيل بواسطة blogger|about|contact"},
    {page_end, "إرسال تعليق|أضف تعليقا|اترك تعليقا|اترك تعليقك|اكتب تعليقا|اترك ردا|إلغاء الرد|أرسل تعليقا"},
    {page_end, "أحدث أقدم|رسالة أحدث|رسالة أقدم|رسالة أحدث رسالة أقدم|مشاركة أحدث|مشاركة أقدم"},
    {page_end, "المقال السابق|المقال التالي|التدوينة السابقة|التدوينة التالية|الموضوع السابق|الموضوع التالي"},
    {page_end,
     "مواضيع ذات صلة|مقالات ذات صلة|مواضيع مشابهة|مقالات مشابهة|قد يعجبك أيضا|ربما يعجبك|أخبار ذات صلة"},
    {chrome, "التعليقات|تعليقات|comments|أحدث|أقدم|newer|older"},
    {page_end, "عن الكاتب|نبذة عن الكاتب|الأكثر قراءة|المشاركات الشائعة|أرشيف المدونة"},
    {page_end, "post a comment|leave a comment|leave a reply|add comment|newer older"},
    {page_end, "newer post|older post|newer posts|older posts|previous post|next post|related posts"},
    {page_end,
     "related articles|related stories|you may also like|you might also like|more stories|more from this "
     "author|"
     "about the author|popular posts|blog archive"},
    {promotion,
     "إعلان|إعلانات|إعلان ممول|إعلان مدفوع|مساحة إعلانية|محتوى ممول|برعاية|رعاية|أعلن معنا|اشترك الآن"},
    {promotion,
     "تسوق الآن|اطلب الآن|زوروا موقعنا|زر موقعنا|اضغط هنا|حمل التطبيق|حمل التطبيق الآن|تابعنا|تابعونا"},
    {promotion,
     "visit now|visit site|visit website|visit us|shop now|buy now|order now|learn more|click here"},
    {promotion,
     "subscribe|subscribe now|follow us|sponsored|advertisement|advert|sponsored links|sponsored "
     "content|ad|ads|promoted|get the app|sign up"},
    {source_note, "المصدر|مصدر|المصادر|مصادر|المصدر الأصلي|عبر|source|sources|via"},
};

constexpr Row leading[] = {
    {chrome, "اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|طالع أيضا|قد يهمك|قد يهمك أيضا|جميع الحقوق محفوظة"},
    {chrome,
     "all rights reserved|copyright ©|read also|read more:|see more:|read next:|related:|see also:|حقوق "
     "النشر|شارك على|share on|©"},
    {promotion,
     "تابعنا على|تابعونا على|تابعنا عبر|تابعونا عبر|تابع صفحتنا|تابع قناتنا|تابعوا صفحتنا|تابعوا قناتنا"},
    {promotion,
     "اشترك في قناتنا|اشترك في القناة|اشترك في النشرة|اشترك في نشرتنا|اشترك في القائمة|اشترك معنا"},
    {promotion,
     "اشتركوا في قناتنا|اشتركوا في القناة|اشتركوا في النشرة|انضم إلى قناتنا|انضم إلينا|انضموا إلينا"},
    {promotion,
     "انضم إلى مجموعتنا|لا تنس الاشتراك|لا تنسوا الاشتراك|للإعلان معنا|للإعلان في|أعلن معنا|إعلان:"},
    {promotion,
     "حمل تطبيقنا|حملوا تطبيقنا|حمل تطبيق الموقع|زوروا صفحتنا|زوروا متجرنا|تسوق الآن|اطلب الآن|إعلان ممول"},
    {promotion,
     "visit our|visit us|follow us|follow on|follow me on|follow our|subscribe to|join our|join us on"},
    {promotion,
     "like us on|find us on|sign up for|download our app|get our app|shop now|sponsored by|advertise with"},
    {source_note, "المصدر:|مصدر:|المصادر:|المصدر :|مصدر :|source:|sources:|via:|رابط الخبر|رابط المصدر"},
    {author_label, "بقلم|بواسطة|نشر بواسطة|تم النشر بواسطة|مرسلة بواسطة|كتب بواسطة|كتبه|كتبته"},
    {author_label, "by|posted by|written by|published by"},
    {author_colon, "كتب|كتبت|الكاتب|الكاتبة|المؤلف|تحرير|إعداد|الناشر|نشر|المحرر|author"},
    {date_label,
     "نشر في|نشرت في|نشر بتاريخ|نشر يوم|تاريخ النشر|التاريخ|تاريخ|بتاريخ|تم النشر في|تم النشر بتاريخ|نشر"},
    {date_label, "published|published on|published at|posted|posted on|date|on"},
    {updated_label,
     "آخر تحديث|آخر تحديث في|آخر تحديث بتاريخ|تم التحديث|تم التحديث في|تم التحديث بتاريخ|تاريخ التحديث|حدث "
     "في|عدل في"},
    {updated_label,
     "آخر تعديل|تم التعديل|تم التعديل في|تاريخ التعديل|تحديث:|updated|updated on|last updated|last modified"},
    {tags_label, "الوسوم:|وسوم:|الأوسمة:|التصنيفات:|تصنيفات:|التصنيف:|التسميات:|تسميات:|الكلمات المفتاحية:"},
    {tags_label,
     "كلمات مفتاحية:|كلمات دليلية:|الكلمات الدلالية:|كلمات دلالية:|الأقسام:|القسم:|الوسوم :|التصنيفات :"},
    {tags_label, "tags:|labels:|categories:|category:|keywords:|filed under:|topics:"},
    {comments_label, "التعليقات|تعليقات|تعليق|تعليقا|comments|comment|commentaires"},
};

constexpr std::string_view shorteners =
    "ift.tt|bit.ly|t.co|goo.gl|feedproxy.google.com|feeds.feedburner.com|buff.ly|ow.ly|tinyurl.com|dlvr.it|"
    "fb.me|j.mp"
    "|is.gd|wp.me|lnkd.in|youtu.be|cutt.ly|rb.gy|shorturl.at|trib.al|amzn.to";

template <typename Take>
void for_each_spelling(std::string_view spellings, Take take) {
  while (!spellings.empty()) {
    const std::size_t bar = std::min(spellings.find('|'), spellings.size());
    take(spellings.substr(0, bar));
    spellings.remove_prefix(std::min(bar + 1, spellings.size()));
  }
}

using PhraseTable = std::unordered_map<std::string, PagePhrase>;
using WordSet = std::unordered_set<std::string>;

template <std::size_t count>
PhraseTable build(const Row (&rows)[count]) {
  PhraseTable table;
  for (const Row& row : rows)
    for_each_spelling(row.spellings,
                      [&](std::string_view spelling) { table.emplace(fold_key(spelling), row.phrase); });
  return table;
}

WordSet build_set(std::string_view words) {
  WordSet set;
  for_each_spelling(words, [&](std::string_view word) { set.insert(fold_key(word)); });
  return set;
}

/// No phrase of the tables is longer.
constexpr std::size_t most_words_of_phrase = 4;

bool ends_word(std::string_view key, std::size_t at) {
  constexpr std::string_view ends = " :(|-";
  return at == key.size() || ends.find(key[at]) != std::string_view::npos;
}

}  // namespace

std::optional<PagePhrase> whole_line_phrase(std::string_view key) {
  static const PhraseTable table = build(whole_lines);
  const std::size_t end = key.find_last_not_of(" :.!-");
  if (end == std::string_view::npos) return std::nullopt;
  const auto found = table.find(std::string(key.substr(0, end + 1)));
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LeadingPhrase> leading_phrase(std::string_view key) {
  static const PhraseTable table = build(leading);
  std::optional<LeadingPhrase> longest;
  std::size_t words = 0;
  for (std::size_t at = 1; at <= key.size() && words <= most_words_of_phrase; ++at) {
    const bool behind_colon = key[at - 1] == ':';
    if (!ends_word(key, at) && !behind_colon) continue;
    const auto found = table.find(std::string(key.substr(0, at)));
    if (found != table.end()) longest = LeadingPhrase{found->second, at};
    words += at < key.size() && key[at] == ' ' ? 1U : 0U;
  }
  return longest;
}

std::string_view behind_phrase(std::string_view line, std::size_t bytes) {
  const FoldedText folded = fold(line);
  std::string_view rest = trimmed(line.substr(folded.origin[std::min(bytes, folded.text.size())]));
  while (!rest.empty() && (rest.front() == ':' || rest.front() == '-')) rest = trimmed(rest.substr(1));
  return rest;
}

std::optional<std::uint32_t> worded_comment_count(std::string_view key) {
  static const std::unordered_map<std::string, std::uint32_t> table = [] {
    std::unordered_map<std::string, std::uint32_t> made;
    const auto add = [&](std::string_view phrase, std::uint32_t count) {
      made.emplace(fold_key(phrase), count);
    };
    for_each_spelling("لا توجد تعليقات|لا يوجد تعليقات|لا تعليقات|بلا تعليقات|بدون تعليقات|no comments",
                      [&](std::string_view phrase) { add(phrase, 0); });
    for_each_spelling("تعليق واحد|one comment", [&](std::string_view phrase) { add(phrase, 1); });
    for_each_spelling("تعليقان|تعليقين", [&](std::string_view phrase) { add(phrase, 2); });
    return made;
  }();
  const auto found = table.find(std::string(key));
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

bool is_link_shortener(std::string_view host) {
  static const WordSet set = build_set(shorteners);
  return set.contains(std::string(host));
}

}  // namespace fihrist
