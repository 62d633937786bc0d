// SPDX-License-Identifier: GPL-3.0-or-later
// Shingles are counted by their words, joined.
#include "bench/extraction/shingles.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <string>

#include "analysis/utf8.hpp"

namespace fihrist::bench {
namespace {

constexpr std::size_t words_of_shingle = 4;
using Counts = std::map<std::string, int>;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool word = c == '_' || u_isalnum(static_cast<UChar32>(c)) != 0;
    if (word && !inside) words.emplace_back();
    if (word) words.back() += text.substr(begin, at - begin);
    inside = word;
  }
  return words;
}

Counts shingles_of(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  Counts counts;
  if (words.empty()) return counts;
  const std::size_t length = std::min(words_of_shingle, words.size());
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t k = i; k < i + length; ++k) shingle.append(words[k]).append(" ");
    ++counts[shingle];
  }
  return counts;
}

double share(double part, double rest) { return part + rest > 0 ? part / (part + rest) : 1; }

}  // namespace

Overlap compare(std::string_view wanted, std::string_view extracted) {
  const Counts want = shingles_of(wanted);
  Counts have = shingles_of(extracted);
  double found = 0;
  double missed = 0;
  double surplus = 0;
  for (const auto& [shingle, count] : want) {
    const auto it = have.find(shingle);
    const int both = it == have.end() ? 0 : std::min(count, it->second);
    found += both;
    missed += count - both;
    if (it != have.end()) it->second -= both;
  }
  for (const auto& [_, count] : have) surplus += count;
  const double all = found + missed + surplus;
  return all > 0 ? Overlap{found / all, surplus / all, missed / all} : Overlap{};
}

Quality quality_of(const std::vector<Overlap>& pages) {
  double precision = 0;
  double recall = 0;
  double extracted = 0;
  double wanted = 0;
  for (const Overlap& page : pages) {
    if (page.found + page.surplus > 0) precision += share(page.found, page.surplus), ++extracted;
    if (page.found + page.missed > 0) recall += share(page.found, page.missed), ++wanted;
  }
  Quality quality{.precision = extracted > 0 ? precision / extracted : 0,
                  .recall = wanted > 0 ? recall / wanted : 0};
  const double sum = quality.precision + quality.recall;
  if (sum > 0) quality.f1 = 2 * quality.precision * quality.recall / sum;
  return quality;
}

double f1_of(const Overlap& page) { return quality_of({page}).f1; }

}  // namespace fihrist::bench
