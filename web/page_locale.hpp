// SPDX-License-Identifier: GPL-3.0-or-later
// In which language a page speaks, how it names months and writes digits; chosen by a link or the browser.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "web/language.hpp"

namespace fihrist {

/// Names of the months in Arabic: يناير (Egypt, the Gulf, Libya, Sudan, Yemen), كانون الثاني (the Levant,
/// Iraq), جانفي (Algeria, Tunisia), يناير … غشت … دجنبر (Morocco), يناير … أغشت … دجمبر (Mauritania). The
/// calendar is Gregorian in all of them.
enum class MonthNames : std::uint8_t { eastern, levant, algeria_tunisia, morocco, mauritania };

enum class Digits : std::uint8_t { european, arabic_indic };

struct PageLocale {
  Language language = Language::arabic;
  MonthNames months = MonthNames::eastern;  ///< these two for Arabic only: others have one way
  Digits digits = Digits::european;

  friend bool operator==(const PageLocale&, const PageLocale&) = default;
};

inline constexpr std::array all_month_names{MonthNames::eastern, MonthNames::levant,
                                            MonthNames::algeria_tunisia, MonthNames::morocco,
                                            MonthNames::mauritania};

/// Names as fihrist.toml takes them: "eastern", "levant", "algeria-tunisia", "morocco", "mauritania".
std::optional<MonthNames> month_names_called(std::string_view name);
std::string_view name_of(MonthNames months);
/// "european", "arabic-indic".
std::optional<Digits> digits_called(std::string_view name);

/// A language tag (BCP 47) of one of our languages: "fr"; for Arabic a country chooses the months and -u-nu-
/// the digits, "ar-SY", "ar-u-nu-arab", "ar-TN-u-nu-latn"; what the tag does not say is as in `otherwise`.
/// Nothing for other languages.
std::optional<PageLocale> locale_tagged(std::string_view tag, const PageLocale& otherwise);

/// The shortest tag that locale_tagged() reads back, given the same `otherwise`.
std::string tag_of(const PageLocale& locale, const PageLocale& otherwise);

/// The language that a browser likes best of ours (Accept-Language; RFC 4647, 3.4); `otherwise` when it
/// likes none. Months and digits stay those of the archive: browsers name countries that nobody chose.
PageLocale preferred_locale(std::string_view accept_language, const PageLocale& otherwise);

}  // namespace fihrist
