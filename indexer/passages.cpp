// SPDX-License-Identifier: GPL-3.0-or-later
// Folding, hashing, one-permutation MinHash (Li, Owen, Zhang 2012).
#include "indexer/passages.hpp"

#include <algorithm>
#include <limits>

#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

constexpr std::size_t words_of_passage = 4;
constexpr std::size_t words_of_sentence = 8;
/// Below this a text is too short to be anybody's copy but by all of its words.
constexpr std::size_t fewest_passages = 16;
/// Shorter texts («صورة اليوم») are the same article only under the same title.
constexpr std::size_t letters_of_telling_text = 200;
/// Shorter titles would be masked where they are but a word.
constexpr std::size_t bytes_of_telling_title = 8;

constexpr std::size_t bins = 2 * Likeness::bands;
constexpr std::uint32_t empty_bin = std::numeric_limits<std::uint32_t>::max();

constexpr char title_mask = '\x01';
constexpr char address_mask = '\x02';

/// Calls `visit` with each word of a folded line.
template <typename Visit>
void for_each_word(std::string_view line, Visit&& visit) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) visit(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

/// The finaliser of MurmurHash3: FNV leaves the upper bits of short words alike.
std::uint64_t finished(std::uint64_t hash) noexcept {
  hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCD;
  hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53;
  return hash ^ (hash >> 33U);
}

template <typename Visit>
void for_each_passage(std::string_view line, Visit&& visit) {
  std::vector<std::uint64_t> words;
  for_each_word(line, [&](std::string_view word) { words.push_back(hash_of(word)); });
  if (words.size() < words_of_sentence) return;
  for (std::size_t at = 0; at + words_of_passage <= words.size(); ++at) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words_of_passage; ++i) hash = mixed(hash, words[at + i]);
    visit(finished(hash));
  }
}

std::vector<std::string> folded_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(fold_key(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Empty bins borrow from the next full one, so that short texts have bands as well.
std::array<std::uint32_t, Likeness::bands> bands_of(std::array<std::uint32_t, bins> smallest) {
  std::array<std::uint32_t, Likeness::bands> bands{};
  const auto filled = [&](std::size_t bin) {
    for (std::size_t step = 0; step < bins; ++step) {
      const std::uint32_t value = smallest[(bin + step) % bins];
      if (value != empty_bin) return value + static_cast<std::uint32_t>(step) * 0x9E3779B9U;
    }
    return empty_bin;
  };
  for (std::size_t band = 0; band < bands.size(); ++band) {
    const std::uint64_t both = mixed(filled(2 * band), filled(2 * band + 1));
    bands[band] = std::max(1U, static_cast<std::uint32_t>(finished(mixed(both, band))));
  }
  return bands;
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.starts_with("www.");
}

}  // namespace

std::uint64_t mixed(std::uint64_t left, std::uint64_t right) noexcept {
  return (left ^ (right + 0x9E3779B97F4A7C15 + (left << 6U) + (left >> 2U))) * 0x00000100000001B3;
}

FoldedArticle::FoldedArticle(const Article& article)
    : article_(article), title_(fold_key(article.title)), lines_(folded_lines(article.text)) {}

Likeness FoldedArticle::likeness() const {
  Likeness likeness;
  if (!article_.url.empty()) likeness.address = hash_of(normalised_url(article_.url));
  std::uint64_t text = 0;
  std::size_t passages = 0;
  std::array<std::uint32_t, bins> smallest{};
  smallest.fill(empty_bin);
  for (const std::string& line : lines_) {
    for_each_word(line, [&](std::string_view word) { text = mixed(text, hash_of(word)); });
    for_each_passage(line, [&](std::uint64_t hash) {
      ++passages;
      std::uint32_t& bin = smallest[((hash >> 32U) * bins) >> 32U];
      bin = std::min(bin, static_cast<std::uint32_t>(hash));
    });
  }
  // A few words that many articles consist of tell nothing by themselves.
  const bool is_short =
      first_code_points(article_.text, letters_of_telling_text - 1).size() == article_.text.size();
  if (is_short) text = mixed(text, hash_of(title_));
  likeness.text = lines_.empty() || (is_short && title_.empty()) ? 0 : text;
  if (passages >= fewest_passages) likeness.passages = bands_of(smallest);
  return likeness;
}

std::size_t FoldedArticle::line_number(std::size_t place) const {
  const bool all = lines_.size() <= head_lines + tail_lines;
  return all || place < head_lines ? place : lines_.size() - tail_lines + (place - head_lines);
}

std::vector<std::uint64_t> FoldedArticle::line_keys() const {
  std::vector<std::uint64_t> keys(std::min(lines_.size(), head_lines + tail_lines));
  for (std::size_t place = 0; place < keys.size(); ++place) {
    const std::string line = masked(lines_[line_number(place)]);
    const bool telling = std::any_of(line.begin(), line.end(), [](char c) {
      return c != title_mask && c != address_mask && c != '0' && c != ' ';
    });
    keys[place] = telling ? hash_of(line) : 0;
  }
  return keys;
}

std::string FoldedArticle::masked(std::string_view line) const {
  std::string key;
  if (title_.size() >= bytes_of_telling_title) {
    for (std::size_t at = line.find(title_); at != std::string_view::npos; at = line.find(title_)) {
      key.append(line.substr(0, at)).push_back(title_mask);
      line.remove_prefix(at + title_.size());
    }
  }
  key.append(line);
  std::string words;
  for_each_word(key, [&](std::string_view word) {
    if (!words.empty()) words.push_back(' ');
    if (is_address(word)) {
      words.push_back(address_mask);
      return;
    }
    for (const char c : word) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit) words.push_back(c);
      if (digit && !words.ends_with('0')) words.push_back('0');
    }
  });
  return words;
}

std::vector<std::uint64_t> passages_of(const Article& article) {
  std::vector<std::uint64_t> passages;
  for (const std::string& line : folded_lines(article.text))
    for_each_passage(line, [&](std::uint64_t hash) { passages.push_back(hash); });
  std::sort(passages.begin(), passages.end());
  passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
  return passages;
}

bool nearly_same(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
  const auto [shorter, longer] = std::minmax({left.size(), right.size()});
  if (shorter == 0) return false;
  std::size_t shared = 0;
  for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
    if (*l == *r) ++shared;
    const bool step_left = *l <= *r;
    const bool step_right = *r <= *l;
    l += step_left ? 1 : 0;
    r += step_right ? 1 : 0;
  }
  if (10 * shared >= 9 * shorter && 2 * shorter >= longer) return true;
  return 10 * shared >= 8 * (shorter + longer - shared);
}

}  // namespace fihrist
