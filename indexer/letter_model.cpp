// SPDX-License-Identifier: GPL-3.0-or-later
// The model is counted from a few sentences: for telling encodings apart a letter's rough rank is enough.
#include "indexer/letter_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fihrist {
namespace {

constexpr std::u16string_view sample =
    u"أطلقت الشركة أمس تحديثاً جديداً لنظام التشغيل يصل إلى جميع المستخدمين خلال الأسابيع القادمة، ويضيف عدداً "
    u"من المزايا التي طال انتظارها. هل يكفي ذلك لإقناع من ترك التطبيق؟ يقول المطورون إن العمل على النسخة "
    u"الثانية "
    u"بدأ منذ عامين، وإن الهدف كان تقليل استهلاك البطارية وتحسين الأمن والخصوصية. ظهر الهاتف أول مرة في معرض "
    u"برشلونة ثم غاب عن الأسواق بضعة أشهر بسبب نقص الرقائق؛ وها هو يعود بشاشة أكبر وذاكرة أوسع وكاميرا "
    u"ثلاثية. "
    u"«لا نرى في الذكاء الاصطناعي خطراً» هكذا ردّ رئيس الفريق على سؤال أحد الصحفيين حول مستقبل الوظائف. "
    u"ويمكن لأي شخص لديه حساب مجاني أن يرفع ملفاته ويشاركها مع أصدقائه، ثم يحذفها متى شاء من لوحة الإعدادات.";

constexpr double floor_likelihood = -9.0;
constexpr double lowest = -1000.0;
constexpr char16_t first_kept = 0x80;
constexpr char16_t end_kept = 0x700;

using Model = std::array<float, end_kept>;

Model count_sample() {
  Model model{};
  double total = 0;
  for (const char16_t letter : sample) {
    if (letter < first_kept || letter >= end_kept) continue;
    model[letter] += 1;
    total += 1;
  }
  for (float& value : model)
    value = static_cast<float>(value > 0 ? std::log(static_cast<double>(value) / total) : floor_likelihood);
  return model;
}

}  // namespace

double arabic_likelihood(std::u16string_view text) noexcept {
  static const Model model = count_sample();
  double sum = 0;
  std::size_t count = 0;
  for (const char16_t letter : text) {
    if (letter < first_kept) continue;
    sum += letter < end_kept ? static_cast<double>(model[letter]) : floor_likelihood;
    ++count;
  }
  return count == 0 ? lowest : sum / static_cast<double>(count);
}

}  // namespace fihrist
