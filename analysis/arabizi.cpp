// SPDX-License-Identifier: GPL-3.0-or-later
// A search in depth through the letters a word may stand for, cut wherever no word of the vocabulary begins
// so; repeated with rarer letters while nothing is found.
#include "analysis/arabizi.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analysis/arabizi_letters.hpp"
#include "analysis/ascii.hpp"
#include "analysis/word_tables.hpp"

namespace fihrist {
namespace {

/// Questions to the vocabulary for one word, at most. Words of ten letters ask some hundreds.
constexpr std::size_t most_questions = 4000;
/// Longer words are no chat.
constexpr std::size_t longest_word = 40;
/// How rare the letters of a reading may be in all, from one search to the next.
constexpr std::array cost_limits{1, 3, 6};

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_arabizi_digit(char c) { return c >= '2' && c <= '9'; }

/// Lower case, with one kind of apostrophe.
std::string plain(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    constexpr std::string_view curly = "’";
    if (word.substr(at, curly.size()) == curly) {
      out.push_back('\'');
      at += curly.size() - 1;
      continue;
    }
    const char c = word[at];
    out.push_back(to_ascii_lower(c));
  }
  return out;
}

/// Is `latin` a way of writing one of the letters that the l of the article becomes (ash-shams, ennas)?
bool is_sun_sound(std::string_view latin) {
  static constexpr auto sun = std::to_array<std::string_view>(
      {"sh", "ch", "th", "dh", "t", "d", "r", "z", "s", "n", "6", "6'", "9", "9'", "4"});
  return std::ranges::find(sun, latin) != sun.end();
}

/// Where the word goes on behind an article that its first letter has taken in: 4 in ash-shams; 0 if none.
std::size_t end_of_taken_article(std::string_view word) {
  if (word.empty() || !is_arabizi_vowel(word[0])) return 0;
  for (const std::size_t length : {2U, 1U}) {
    const std::string_view sound = word.substr(1, length);
    if (sound.size() < length || !is_sun_sound(sound)) continue;
    std::size_t at = 1 + length;
    if (word.substr(at).starts_with('-')) ++at;
    if (word.substr(at).starts_with(sound)) return at;
  }
  return 0;
}

class Reading {
 public:
  Reading(std::string_view word, const ArabiziVocabulary& vocabulary)
      : word_(word), vocabulary_(vocabulary) {}

  std::vector<std::string> best(std::size_t limit) && {
    for (const int cost_limit : cost_limits) {
      cost_limit_ = cost_limit;
      met_.clear();
      begin_word();
      if (!found_.empty()) break;
    }
    std::ranges::sort(found_, [](const Found& a, const Found& b) {
      if (a.cost != b.cost) return a.cost < b.cost;
      return a.frequency != b.frequency ? a.frequency > b.frequency : a.text < b.text;
    });
    std::vector<std::string> out;
    for (Found& one : found_) {
      if (out.size() < limit) out.push_back(std::move(one.text));
    }
    return out;
  }

 private:
  struct Found {
    std::string text;
    int cost = 0;
    std::uint32_t frequency = 0;
  };

  void begin_word() {
    read_from(0, 0, true);
    for (const ArabiziSound& prefix : arabizi_prefixes()) {
      if (!word_.starts_with(prefix.latin)) continue;
      const bool parted = word_.substr(prefix.latin.size()).starts_with('-');
      const std::size_t at = prefix.latin.size() + (parted ? 1 : 0);
      if (at < word_.size()) put(prefix.arabic, at, parted ? 0 : prefix.cost, true);
    }
    if (const std::size_t at = end_of_taken_article(word_); at > 0)
      put("ال", at, word_[at - 1] == '-' ? 0 : 1, true);
  }

  void read_from(std::size_t at, int cost, bool first) {
    if (at == word_.size()) return finish(cost);
    if (!is_news(at, cost, first)) return;
    const std::string_view rest = word_.substr(at);
    const bool doubled = rest.size() > 1 && rest[0] == rest[1] && !is_arabizi_vowel(rest[0]);
    if (doubled) read_from(at + 1, cost, first);
    const bool has_pair = std::ranges::any_of(arabizi_sounds(), [&](const ArabiziSound& sound) {
      return sound.latin.size() > 1 && !is_arabizi_vowel(sound.latin[0]) && rest.starts_with(sound.latin);
    });
    for (const ArabiziSound& sound : arabizi_sounds()) {
      if (!rest.starts_with(sound.latin) || !fits(sound, at, first)) continue;
      const int rarer = sound.latin.size() == 1 && (has_pair || is_lost_in_pair(sound, at)) ? 1 : 0;
      put(sound.arabic, at + sound.latin.size(), cost + sound.cost + rarer, false);
    }
  }

  bool fits(const ArabiziSound& sound, std::size_t at, bool first) const {
    const bool last = at + sound.latin.size() == word_.size();
    switch (sound.place) {
      case ArabiziPlace::first:
        return first;
      case ArabiziPlace::inner:
        return !first && !last;
      case ArabiziPlace::last:
        return !first && last;
      case ArabiziPlace::anywhere:
        return !(first && is_arabizi_vowel(sound.latin[0]));
    }
    return false;
  }

  /// One of two vowels together is seldom left out: they are written because the sound is long.
  bool is_lost_in_pair(const ArabiziSound& sound, std::size_t at) const {
    if (!sound.arabic.empty() || !is_arabizi_vowel(word_[at])) return false;
    return (at > 0 && is_arabizi_vowel(word_[at - 1])) ||
           (at + 1 < word_.size() && is_arabizi_vowel(word_[at + 1]));
  }

  void put(std::string_view arabic, std::size_t next, int cost, bool first) {
    if (cost > cost_limit_) return;
    const std::size_t before = written_.size();
    written_ += arabic;
    if (arabic.empty() || is_beginning()) read_from(next, cost, first);
    written_.resize(before);
  }

  bool is_beginning() {
    const auto known = beginnings_.find(written_);
    if (known != beginnings_.end()) return known->second;
    if (beginnings_.size() >= most_questions) return false;
    return beginnings_.emplace(written_, vocabulary_.is_beginning(written_)).first->second;
  }

  /// False when the same letters have led here before at no more cost: the rest would be the same.
  bool is_news(std::size_t at, int cost, bool first) {
    std::string state = written_;
    state.push_back(static_cast<char>(at * 2 + (first ? 1 : 0)));
    const auto [found, is_new] = met_.try_emplace(std::move(state), cost);
    if (!is_new && found->second <= cost) return false;
    found->second = cost;
    return true;
  }

  void finish(int cost) {
    if (written_.empty()) return;
    const auto same = std::ranges::find(found_, written_, &Found::text);
    if (same != found_.end()) {
      same->cost = std::min(same->cost, cost);
      return;
    }
    if (const std::uint32_t frequency = vocabulary_.frequency(written_); frequency > 0)
      found_.push_back({.text = written_, .cost = cost, .frequency = frequency});
  }

  std::string_view word_;
  const ArabiziVocabulary& vocabulary_;
  int cost_limit_ = 0;
  std::string written_;
  std::vector<Found> found_;
  std::unordered_map<std::string, bool> beginnings_;
  std::unordered_map<std::string, int> met_;
};

// --- is it Arabizi at all? ---

const std::unordered_set<std::string>& latin_names() {
  static const std::unordered_set<std::string> names = [] {
    std::unordered_set<std::string> out;
    for (const auto& group : WordTables::shipped().name_groups()) {
      for (const NameSpelling& spelling : group) {
        if (spelling.latin) out.insert(spelling.text);
      }
    }
    return out;
  }();
  return names;
}

/// Terms that a version or a size is written behind without a blank.
bool is_numbered_term(std::string_view word) {
  static constexpr auto terms = std::to_array<std::string_view>(
      {"web",  "mpeg", "http",   "oauth", "utf",   "usb",   "hdmi", "ddr",  "gddr",  "lpddr",
       "pcie", "wifi", "python", "php",   "html",  "css",   "vue",  "java", "base",  "sha",
       "tls",  "ssl",  "imap",   "pop",   "ntfs",  "exfat", "ext",  "api",  "gen",   "version",
       "ver",  "beta", "alpha",  "area",  "level", "part",  "core", "type", "cortex"});
  return std::ranges::find(terms, word) != terms.end();
}

bool has_only_doubled_digits(std::string_view word) {
  for (std::size_t at = 1; at < word.size(); ++at) {
    const bool run = is_arabizi_digit(word[at - 1]) && is_arabizi_digit(word[at]);
    if (run && word[at - 1] != word[at]) return false;
  }
  return true;
}

/// True without a hyphen, and for el-, bil-, w-, ash- and the like before one hyphen.
bool has_sound_hyphen(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return true;
  if (word.find('-', hyphen + 1) != std::string_view::npos) return false;
  const std::string_view head = word.substr(0, hyphen);
  return end_of_taken_article(word) == hyphen + 1 ||
         std::ranges::any_of(arabizi_prefixes(), [&](const ArabiziSound& p) { return p.latin == head; });
}

bool is_technical(const std::string& word) {
  if (latin_names().contains(word) || !has_only_doubled_digits(word)) return true;
  const std::size_t digits = word.find_last_not_of("23456789");
  if (digits == std::string::npos || digits + 1 == word.size()) return false;
  const std::string term = word.substr(0, digits + 1);
  return is_numbered_term(term) || latin_names().contains(term);
}

}  // namespace

bool may_be_arabizi(std::string_view word) {
  const std::string letters = plain(word);
  if (letters.size() > longest_word) return false;
  const auto is_sign = [](char c) { return is_small(c) || is_arabizi_digit(c) || c == '\'' || c == '-'; };
  if (!std::ranges::all_of(letters, is_sign)) return false;
  if (std::ranges::count_if(letters, is_small) < 3) return false;
  if (std::ranges::none_of(letters, is_arabizi_vowel)) return false;
  return has_sound_hyphen(letters) && !is_technical(letters);
}

std::vector<std::string> arabizi_readings(std::string_view word, const ArabiziVocabulary& vocabulary,
                                          std::size_t limit) {
  const std::string letters = plain(word);
  if (letters.empty() || letters.size() > longest_word) return {};
  return Reading(letters, vocabulary).best(limit);
}

}  // namespace fihrist
