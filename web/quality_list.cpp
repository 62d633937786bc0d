// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over a header.
#include "web/quality_list.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/ascii.hpp"
#include "web/optional_space.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_items = 64;

/// "0", "1", "0.5", "1.000": one digit and at most three behind a point, at most 1.
std::optional<int> quality(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  std::string digits(text.substr(0, 1));
  digits += text.size() > 2 ? text.substr(2) : std::string_view{};
  digits.resize(4, '0');
  int thousandths = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), thousandths);
  const bool is_number = failure == std::errc{} && end == digits.data() + digits.size();
  return is_number && thousandths <= 1000 ? std::optional(thousandths) : std::nullopt;
}

std::optional<QualityList::Item> item(std::string_view text) {
  const std::size_t semicolon = std::min(text.find(';'), text.size());
  QualityList::Item item{.value = std::string(without_optional_space(text.substr(0, semicolon)))};
  if (item.value.empty()) return std::nullopt;
  std::transform(item.value.begin(), item.value.end(), item.value.begin(), to_ascii_lower);
  if (semicolon == text.size()) return item;
  const std::string_view weight = without_optional_space(text.substr(semicolon + 1));
  const bool is_weight = weight.starts_with("q=") || weight.starts_with("Q=");
  const auto value = is_weight ? quality(weight.substr(2)) : std::nullopt;
  if (!value) return std::nullopt;
  item.quality = *value;
  return item;
}

}  // namespace

QualityList::QualityList(std::string_view header) {
  for (std::size_t begin = 0; begin < header.size() && items_.size() < most_items;) {
    const std::size_t end = std::min(header.find(',', begin), header.size());
    if (auto read = item(header.substr(begin, end - begin))) items_.push_back(std::move(*read));
    begin = end + 1;
  }
  std::copy_if(items_.begin(), items_.end(), std::back_inserter(acceptable_),
               [](const Item& one) { return one.quality > 0; });
  std::stable_sort(acceptable_.begin(), acceptable_.end(),
                   [](const Item& a, const Item& b) { return a.quality > b.quality; });
}

std::optional<int> QualityList::quality_of(std::string_view value) const {
  for (const Item& one : items_)
    if (one.value == value) return one.quality;
  return std::nullopt;
}

}  // namespace fihrist
