// SPDX-License-Identifier: GPL-3.0-or-later
// A chain is segments of letters and digits with single signs between them; what the signs mean depends on
// the whole chain, so it is collected first and judged afterwards.
#include "analysis/name_chain.hpp"

#include <algorithm>
#include <span>

#include "analysis/char_class.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

struct Segment {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
  char sign = '\0';  ///< between this segment and the one before: . - @ _
};

using Chain = std::span<const Segment>;

/// Slugs and paths are sentences, not names: beyond this every segment is a word of its own.
constexpr std::size_t max_hyphenated = 3;
constexpr std::size_t max_dotted = 6;
constexpr std::size_t max_address = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; });
}

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

bool name_continues(std::string_view text, std::size_t at) { return is_name_character(class_at(text, at)); }

/// A comma or ٬ between digits parts thousands only when exactly three digits follow: "1,2,3" is a list.
bool parts_thousands(std::string_view text, std::size_t comma) {
  std::size_t digits = 0;
  while (is_digit(char_at(text, comma + 1 + digits)) && digits < 4) ++digits;
  return digits == 3;
}

/// "++" of C++, "#" of C# and F#; not the plus signs of a sum nor a hashtag glued to a word.
std::size_t end_of_language_sign(std::string_view text, std::size_t begin, std::size_t at) {
  if (text.substr(at, 2) == "++" && char_at(text, at + 2) != '+') return at + 2;
  if (char_at(text, at) == '#' && at - begin == 1 && !is_digit(text[begin]) && !name_continues(text, at + 1))
    return at + 1;
  return at;
}

Segment read_segment(std::string_view text, std::size_t at) {
  Segment segment{.begin = at};
  while (at < text.size()) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      at = end_of_run(text, at, CharClass::digit);
      segment.text += text.substr(begin, at - begin);
      while (char_at(text, at) == ',' && parts_thousands(text, at)) {
        segment.text += text.substr(at + 1, 3);
        at += 4;
      }
      if (char_at(text, at) == '.' && is_digit(char_at(text, at + 1))) {
        segment.text += '.';
        ++at;
      }
      continue;
    }
    at = end_of_run(text, at, CharClass::letter);
    if (at == begin) break;
    at = end_of_language_sign(text, segment.begin, at);
    segment.text += text.substr(begin, at - begin);
  }
  segment.end = at;
  return segment;
}

bool is_single_letter(const Segment& segment) {
  return count_code_points(segment.text) == 1 && !is_digit(segment.text[0]);
}

/// May this sign join the segment before it to what follows? A number takes no letters behind a dot
/// («2.Google» is an item of a list) and no number behind a hyphen (2019-2020).
bool joins(char sign, const Segment& before, std::string_view text, std::size_t next) {
  if (!name_continues(text, next)) return false;
  const bool number_before = is_number(before.text);
  const bool number_behind = is_digit(text[next]);
  switch (sign) {
    case '.':
      return !number_before && (!number_behind || is_single_letter(before));
    case '-':
      return !(number_before && number_behind);
    case '@':
    case '_':
      return true;
    default:
      return false;
  }
}

std::vector<Segment> read_segments(std::string_view text, std::size_t at) {
  std::vector<Segment> chain{read_segment(text, at)};
  while (joins(char_at(text, chain.back().end), chain.back(), text, chain.back().end + 1)) {
    const char sign = text[chain.back().end];
    chain.push_back(read_segment(text, chain.back().end + 1));
    chain.back().sign = sign;
  }
  return chain;
}

TokenKind kind_of(std::string_view text) {
  if (is_number(text)) return TokenKind::number;
  const bool mixed = std::ranges::any_of(text, [](char c) { return is_digit(c) || c == '@'; });
  return mixed ? TokenKind::mixed : TokenKind::latin;
}

class ChainReader {
 public:
  explicit ChainReader(std::vector<NamePiece>& pieces) : pieces_(pieces) {}

  void read(Chain chain) {
    if (is_address(chain)) return add(joined(chain, true), chain.front().begin, chain.back().end, false);
    std::size_t first = 0;
    for (std::size_t i = 1; i <= chain.size(); ++i) {
      if (i < chain.size() && chain[i].sign != '@' && chain[i].sign != '_') continue;
      read_name(chain.subspan(first, i - first));
      first = i;
    }
  }

 private:
  static bool is_address(Chain chain) {
    const auto at_signs = std::ranges::count(chain, '@', &Segment::sign);
    return at_signs == 1 && chain.size() <= max_address && chain.back().sign == '.';
  }

  static std::string joined(Chain chain, bool with_signs) {
    std::string text = chain.front().text;
    for (const Segment& segment : chain.subspan(1)) {
      if (with_signs) text += segment.sign;
      text += segment.text;
    }
    return text;
  }

  void add(std::string text, std::size_t begin, std::size_t end, bool alternative) {
    const TokenKind kind = kind_of(text);
    pieces_.push_back(
        {.text = std::move(text), .begin = begin, .end = end, .kind = kind, .alternative = alternative});
  }

  void read_name(Chain chain) {
    const bool dotted = std::ranges::count(chain.subspan(1), '.', &Segment::sign) != 0;
    if (chain.size() == 1) return read_single(chain.front());
    if (chain.size() > (dotted ? max_dotted : max_hyphenated)) {
      for (const Segment& segment : chain) read_single(segment);
      return;
    }
    const bool initials = dotted && are_initials(chain);
    add(joined(chain, dotted && !initials), chain.front().begin, chain.back().end, false);
    if (initials) return;
    for (const Segment& segment : chain) {
      if (segment.text != "www") add(segment.text, segment.begin, segment.end, true);
    }
  }

  /// I.B.M, U.S, H.264: every segment a single letter, but for a number at the end.
  static bool are_initials(Chain chain) {
    return std::ranges::all_of(chain, [&chain](const Segment& segment) {
      return is_single_letter(segment) || (&segment == &chain.back() && is_number(segment.text));
    });
  }

  void read_single(const Segment& segment) {
    add(segment.text, segment.begin, segment.end, false);
    if (pieces_.back().kind == TokenKind::mixed) add_parts(segment);
  }

  /// iphone15 -> iphone, 15. Only when every run of letters says something by itself.
  void add_parts(const Segment& segment) {
    const std::string_view text = segment.text;
    const std::size_t written = segment.end - segment.begin;
    std::vector<std::size_t> cuts{0};
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (part_class(text[i]) != part_class(text[i - 1])) cuts.push_back(i);
    }
    cuts.push_back(text.size());
    if (cuts.size() > 4 || written != text.size()) return;  // three parts at most; no commas dropped
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const std::string_view part = text.substr(cuts[i], cuts[i + 1] - cuts[i]);
      if (!is_number(part) && count_code_points(part) < 2) return;
    }
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
      add(std::string(text.substr(cuts[i], cuts[i + 1] - cuts[i])), segment.begin + cuts[i],
          segment.begin + cuts[i + 1], true);
  }

  static bool part_class(char c) { return is_digit(c) || c == '.'; }

  std::vector<NamePiece>& pieces_;
};

/// Samsung's: the genitive belongs to the written word and not to the name.
std::size_t end_of_genitive(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "'s" && !name_continues(text, at + 2) ? at + 2 : at;
}

}  // namespace

std::size_t read_name_chain(std::string_view folded, std::size_t at, std::vector<NamePiece>& pieces) {
  pieces.clear();
  const std::vector<Segment> chain = read_segments(folded, at);
  std::size_t end = chain.back().end;
  // The scheme of an address (https://) says nothing; the host behind it does.
  if (folded.substr(end, 3) == "://" && chain.size() == 1) return end;
  ChainReader(pieces).read(chain);
  const std::size_t genitive = end_of_genitive(folded, end);
  if (genitive != end) {
    for (NamePiece& piece : pieces) {
      if (piece.end == end) piece.end = genitive;
    }
  }
  return genitive;
}

std::size_t read_dotted_name(std::string_view folded, std::size_t at, std::vector<NamePiece>& pieces) {
  pieces.clear();
  if (char_at(folded, at) != '.' || class_at(folded, at + 1) != CharClass::letter) return at;
  const std::vector<Segment> chain = read_segments(folded, at + 1);
  const Segment& name = chain.front();
  const std::size_t letters = count_code_points(name.text);
  if (chain.size() != 1 || letters < 2 || letters > 5 || kind_of(name.text) != TokenKind::latin) return at;
  pieces.push_back({.text = '.' + name.text, .begin = at, .end = name.end});
  pieces.push_back({.text = name.text, .begin = at + 1, .end = name.end, .alternative = true});
  return name.end;
}

}  // namespace fihrist
