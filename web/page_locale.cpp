// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of countries and names, and the tags made of them.
#include "web/page_locale.hpp"

#include <algorithm>
#include <array>

#include "analysis/ascii.hpp"
#include "web/quality_list.hpp"

namespace fihrist {
namespace {

struct MonthProfile {
  MonthNames months;
  std::string_view name;
  std::string_view countries;  ///< ISO 3166, the one that stands for all first
};

constexpr std::array month_profiles{
    MonthProfile{MonthNames::eastern, "eastern", "EG SA AE KW QA BH OM YE LY SD SS DJ SO KM ER TD"},
    MonthProfile{MonthNames::levant, "levant", "SY LB JO PS IQ IL"},
    MonthProfile{MonthNames::algeria_tunisia, "algeria-tunisia", "DZ TN"},
    MonthProfile{MonthNames::morocco, "morocco", "MA EH"},
    MonthProfile{MonthNames::mauritania, "mauritania", "MR"},
};

struct DigitsRow {
  Digits digits;
  std::string_view name, numbering_system;
};

constexpr std::array digit_rows{
    DigitsRow{Digits::european, "european", "latn"},
    DigitsRow{Digits::arabic_indic, "arabic-indic", "arab"},
};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::optional<MonthNames> months_of(std::string_view country) {
  if (country.size() != 2) return std::nullopt;
  for (const MonthProfile& row : month_profiles)
    if (row.countries.find(upper(country)) != std::string_view::npos) return row.months;
  return std::nullopt;
}

/// What follows "-u-nu-" in a tag.
std::optional<Digits> digits_in(std::string_view tag) {
  constexpr std::string_view key = "-u-nu-";
  const std::size_t at = tag.find(key);
  if (at == tag.npos) return std::nullopt;
  const std::string_view system = tag.substr(at + key.size(), 4);
  for (const DigitsRow& row : digit_rows)
    if (row.numbering_system == system) return row.digits;
  return std::nullopt;
}

}  // namespace

std::optional<MonthNames> month_names_called(std::string_view name) {
  for (const MonthProfile& row : month_profiles)
    if (row.name == name) return row.months;
  return std::nullopt;
}

std::string_view name_of(MonthNames months) { return month_profiles[static_cast<std::size_t>(months)].name; }

std::optional<Digits> digits_called(std::string_view name) {
  for (const DigitsRow& row : digit_rows)
    if (row.name == name) return row.digits;
  return std::nullopt;
}

std::optional<PageLocale> locale_tagged(std::string_view tag, const PageLocale& otherwise) {
  const std::string lowered = lower_ascii(tag);
  const std::string_view all = lowered;
  const std::size_t hyphen = std::min(all.find('-'), all.size());
  const auto language = language_coded(all.substr(0, hyphen));
  if (!language) return std::nullopt;
  if (*language != Language::arabic) return PageLocale{.language = *language};
  const std::string_view rest = all.substr(std::min(hyphen + 1, all.size()));
  return PageLocale{.language = Language::arabic,
                    .months = months_of(rest.substr(0, rest.find('-'))).value_or(otherwise.months),
                    .digits = digits_in(all).value_or(otherwise.digits)};
}

std::string tag_of(const PageLocale& locale, const PageLocale& otherwise) {
  std::string tag(code_of(locale.language));
  if (locale.language != Language::arabic) return tag;
  for (const MonthProfile& row : month_profiles)
    if (row.months == locale.months && locale.months != otherwise.months)
      tag.append("-").append(row.countries.substr(0, 2));
  for (const DigitsRow& row : digit_rows)
    if (row.digits == locale.digits && locale.digits != otherwise.digits)
      tag.append("-u-nu-").append(row.numbering_system);
  return tag;
}

PageLocale preferred_locale(std::string_view accept_language, const PageLocale& otherwise) {
  const QualityList accepted(accept_language);
  for (const auto& [range, quality] : accepted.best_first())
    if (const auto language = language_coded(std::string_view(range).substr(0, range.find('-'))))
      return *language == Language::arabic
                 ? PageLocale{.months = otherwise.months, .digits = otherwise.digits}
                 : PageLocale{.language = *language};
  return otherwise;
}

}  // namespace fihrist
