// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the article off a name.
#include "analysis/filing_form.hpp"

#include "analysis/affixes.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::size_t fewest_letters = 3;

}  // namespace

std::string_view filing_form(std::string_view name) {
  if (!name.starts_with(definite_article)) return name;
  const std::string_view rest = name.substr(definite_article.size());
  return count_code_points(rest.substr(0, rest.find(' '))) >= fewest_letters ? rest : name;
}

}  // namespace fihrist
