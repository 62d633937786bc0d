// SPDX-License-Identifier: GPL-3.0-or-later
// Two paragraphs that are long enough for a page that holds them to be an article.
#pragma once

#include <string_view>

namespace fihrist {

inline constexpr std::string_view article_paragraphs =
    "<p>أعلنت الشركة أمس عن تحديث جديد لنظامها يصل إلى جميع المستخدمين في الأسابيع القادمة، ويضيف عدداً من "
    "المزايا التي "
    "طال انتظارها، ومنها البحث في الصور دون اتصال بالشبكة.</p><p>ويمكن لكل من لديه حساب أن يجرب النسخة "
    "الأولى من الآن، "
    "على أن تصدر النسخة النهائية في نهاية العام، وقد قال مدير المشروع إن الفريق يعمل عليها منذ سنتين.</p>";

}  // namespace fihrist
