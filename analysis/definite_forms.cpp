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

}  // namespace fihrist
