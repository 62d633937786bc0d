// SPDX-License-Identifier: GPL-3.0-or-later
// The article in front of a word.
#include "analysis/definite_forms.hpp"

namespace fihrist {
namespace {

std::string joined(std::string_view front, std::string_view bare) {
  std::string form;
  form.reserve(front.size() + bare.size());
  return form.append(front).append(bare);
}

}  // namespace

std::array<std::string, 6> definite_forms(std::string_view bare) {
  return {joined("ال", bare),  joined("وال", bare), joined("بال", bare),
          joined("فال", bare), joined("كال", bare), joined(bare.starts_with("ل") ? "ل" : "لل", bare)};
}

std::array<std::string_view, 2> bare_forms(std::string_view form) {
  for (const std::string_view front : {"ال", "وال", "بال", "فال", "كال"})
    if (form.starts_with(front)) return {form.substr(front.size()), {}};
  constexpr std::string_view lam = "ل", two_lams = "لل";
  if (!form.starts_with(two_lams)) return {};
  const std::string_view behind_one = form.substr(lam.size()), behind_both = form.substr(two_lams.size());
  if (behind_both.empty() || behind_both.starts_with(lam)) return {behind_one, {}};
  return {behind_both, behind_one};
}

}  // namespace fihrist
