// SPDX-License-Identifier: GPL-3.0-or-later
// The languages that pages are written in; the articles themselves stay as they are.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fihrist {

enum class Language { arabic, english, french };

inline constexpr std::array all_languages{Language::arabic, Language::english, Language::french};

/// BCP 47: "ar", "en", "fr".
constexpr std::string_view code_of(Language language) {
  constexpr std::array<std::string_view, all_languages.size()> codes{"ar", "en", "fr"};
  return codes[static_cast<std::size_t>(language)];
}

constexpr std::string_view direction_of(Language language) {
  return language == Language::arabic ? "rtl" : "ltr";
}

constexpr std::optional<Language> language_coded(std::string_view code) {
  for (const Language language : all_languages)
    if (code_of(language) == code) return language;
  return std::nullopt;
}

}  // namespace fihrist
