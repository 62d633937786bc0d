// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at both sides of every run of Latin words.
#include "analysis/name_sightings.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "analysis/name_code.hpp"
#include "analysis/word_tables.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_words = 2;

/// English words of three consonants or more that stand in Arabic text and name nothing. Shorter ones have no
/// code that counts.
constexpr std::string_view ordinary_english[] = {
    "about",    "after",   "against", "also",    "another", "article",       "articles", "author",
    "because",  "before",  "being",   "best",    "better",  "between",       "click",    "contact",
    "could",    "country", "details", "during",  "every",   "first",         "free",     "from",
    "general",  "great",   "group",   "have",    "inside",  "international", "just",     "last",
    "latest",   "like",    "local",   "made",    "market",  "matters",       "more",     "most",
    "national", "never",   "news",    "next",    "number",  "official",      "only",     "other",
    "others",   "outside", "people",  "photos",  "please",  "present",       "product",  "products",
    "project",  "public",  "read",    "section", "service", "should",        "since",    "small",
    "special",  "start",   "still",   "such",    "support", "system",        "their",    "there",
    "things",   "think",   "third",   "through", "time",    "title",         "today",    "total",
    "under",    "until",   "update",  "version", "very",    "volume",        "watch",    "week",
    "were",     "what",    "where",   "which",   "while",   "with",          "without",  "world",
    "would",    "year",    "years",   "your"};
static_assert(std::is_sorted(std::begin(ordinary_english), std::end(ordinary_english)));

bool is_ordinary_english(std::string_view word) {
  return std::binary_search(std::begin(ordinary_english), std::end(ordinary_english), word);
}

/// What lies between two words that stand side by side.
enum class Gap : std::uint8_t { none, blank, bracket };

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view left_to_right_mark = "\u200E";
constexpr std::string_view right_to_left_mark = "\u200F";

constexpr std::string_view opening[] = {"(", "["};
constexpr std::string_view closing[] = {")", "]"};
constexpr std::string_view passed_over[] = {" ",
                                            "\"",
                                            "'",
                                            "«",
                                            "»",
                                            "“",
                                            "”",
                                            "‘",
                                            "’",
                                            "-",
                                            "/",
                                            no_break_space,
                                            left_to_right_mark,
                                            right_to_left_mark};

std::size_t length_of_any(std::string_view text, std::span<const std::string_view> signs) {
  for (const std::string_view sign : signs)
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

Gap gap_between(std::string_view between) {
  Gap gap = between.empty() ? Gap::none : Gap::blank;
  while (!between.empty()) {
    if (const std::size_t bracket = length_of_any(between, opening); bracket > 0 && gap == Gap::blank) {
      gap = Gap::bracket;
      between.remove_prefix(bracket);
    } else if (const std::size_t passed = length_of_any(between, passed_over); passed > 0) {
      between.remove_prefix(passed);
    } else {
      return Gap::none;
    }
  }
  return gap;
}

bool closes_bracket(std::string_view behind) {
  for (std::size_t passed = 1; passed > 0; behind.remove_prefix(passed)) {
    if (length_of_any(behind, closing) > 0) return true;
    passed = length_of_any(behind, passed_over);
  }
  return false;
}

std::string joined(std::span<const Token* const> words, std::string_view first) {
  std::string text(first);
  for (std::size_t i = 1; i < words.size(); ++i) text.append(" ").append(words[i]->text);
  return text;
}

using Words = std::span<const Token* const>;

/// Everything that a name at this place may be, in one script.
struct Spelling {
  std::string text;
  NameSounds sounds;
};

bool is_ordinary(std::string_view word) {
  const WordTables& tables = WordTables::shipped();
  return tables.is_seed_word(word) && !tables.is_name(word);
}

bool is_ordinary(Words words, std::string_view first) {
  return is_ordinary(first) && std::all_of(words.begin() + 1, words.end(),
                                           [](const Token* word) { return is_ordinary(word->text); });
}

/// Outside brackets a word that may be an ordinary one behind its clitics is taken for that: «لكل locale».
void add_arabic(Words words, bool bracketed, std::vector<Spelling>& spellings) {
  const auto forms = without_clitics(words.front()->text);
  const bool in_doubt = !bracketed && words.size() == 1 &&
                        std::any_of(forms.begin(), forms.end(), [](auto form) { return is_ordinary(form); });
  if (in_doubt) return;
  for (const std::string_view first : forms)
    if (!is_ordinary(words, first)) {
      std::string text = joined(words, first);
      NameSounds sounds(text);
      spellings.push_back({std::move(text), std::move(sounds)});
    }
}

void add_latin(Words words, std::vector<Spelling>& spellings) {
  if (std::any_of(words.begin(), words.end(),
                  [](const Token* word) { return is_ordinary_english(word->text); }))
    return;
  std::string text = joined(words, words.front()->text);
  NameSounds sounds(text);
  spellings.push_back({std::move(text), std::move(sounds)});
}

/// Three consonants are shared by accident more often than four.
double farthest(const NameSounds& sounds) {
  constexpr double farthest_of_short = 0.15;
  const auto codes = sounds.codes();
  return std::all_of(codes.begin(), codes.end(),
                     [](const std::string& code) { return consonants_in(code) <= telling_consonants; })
             ? farthest_of_short
             : farthest_sighting;
}

class Sighter {
 public:
  Sighter(std::string_view text, const std::vector<Token>& tokens) : text_(text) {
    words_.reserve(tokens.size());
    for (const Token& token : tokens)
      if (!token.alternative) words_.push_back(&token);
  }

  std::vector<NameSighting> look() {
    for (std::size_t at = 1; at < words_.size(); ++at) {
      const TokenKind before = words_[at - 1]->kind, behind = words_[at]->kind;
      const bool border = (before == TokenKind::arabic && behind == TokenKind::latin) ||
                          (before == TokenKind::latin && behind == TokenKind::arabic);
      if (!border) continue;
      const Gap gap = gap_behind(at - 1);
      if (gap != Gap::none) look_at(at, gap);
    }
    return std::move(sightings_);
  }

 private:
  Gap gap_behind(std::size_t at) const {
    const std::size_t begin = words_[at]->end, end = words_[at + 1]->begin;
    return begin < end ? gap_between(text_.substr(begin, end - begin)) : Gap::none;
  }

  /// How many words of one kind lead away from the border, with nothing but blanks between them.
  std::size_t run(std::size_t at, bool forward) const {
    std::size_t size = 1;
    while (size < most_words) {
      const std::size_t next = forward ? at + size : at - size;
      if (next >= words_.size() || words_[next]->kind != words_[at]->kind) break;
      if (gap_behind(forward ? next - 1 : next) != Gap::blank) break;
      ++size;
    }
    return size;
  }

  /// In brackets only what fills them.
  std::vector<Spelling> spellings(std::size_t at, bool forward, bool bracketed) const {
    std::vector<Spelling> found;
    for (std::size_t size = 1, longest = run(at, forward); size <= longest; ++size) {
      const std::size_t first = forward ? at : at + 1 - size;
      if (bracketed && forward && !closes_bracket(text_.substr(words_[first + size - 1]->end))) continue;
      const Words words = Words(words_).subspan(first, size);
      if (words.front()->kind == TokenKind::arabic)
        add_arabic(words, bracketed, found);
      else
        add_latin(words, found);
    }
    return found;
  }

  void look_at(std::size_t border, Gap gap) {
    const bool bracketed = gap == Gap::bracket;
    const auto before = spellings(border - 1, false, bracketed);
    const auto behind = spellings(border, true, bracketed);
    std::optional<NameSighting> nearest;
    for (const Spelling& left : before)
      for (const Spelling& right : behind) {
        if (!sound_alike(left.sounds, right.sounds)) continue;
        const double distance = left.sounds.distance(right.sounds);
        if (distance > farthest(left.sounds) || (nearest && nearest->distance <= distance)) continue;
        const bool arabic_first = words_[border - 1]->kind == TokenKind::arabic;
        nearest = {.arabic = arabic_first ? left.text : right.text,
                   .latin = arabic_first ? right.text : left.text,
                   .distance = distance,
                   .bracketed = bracketed};
      }
    if (nearest) sightings_.push_back(std::move(*nearest));
  }

  std::string_view text_;
  std::vector<const Token*> words_;
  std::vector<NameSighting> sightings_;
};

}  // namespace

std::vector<NameSighting> name_sightings(std::string_view text, const std::vector<Token>& tokens) {
  return Sighter(text, tokens).look();
}

}  // namespace fihrist
