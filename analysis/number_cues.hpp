// SPDX-License-Identifier: GPL-3.0-or-later
// What the words beside a noun tell of its number and gender.
#pragma once

#include <cstdint>
#include <string_view>

namespace fihrist {

/// Things in the plural are spoken of in the feminine singular («هذه الأجهزة الجديدة التي»), so a noun
/// without ة that takes the feminine is most likely a broken plural.
enum class NumberCue : std::uint8_t { none, plural, feminine, masculine };

/// Of a folded word that stands before a noun: ثلاثة, عدة, جميع ask for a plural; هذه, هذا tell the gender of
/// a noun with the article.
NumberCue cue_before(std::string_view word, bool noun_is_definite);

/// Of a folded word that stands behind a noun with the article: التي, الجديدة; الذي, الجديد.
NumberCue cue_behind(std::string_view word);

}  // namespace fihrist
