// SPDX-License-Identifier: GPL-3.0-or-later
// Finds Latin phrases in Arabic text: atoms without blanks, judged one by one, then joined by their blanks.
#include "analysis/bidi_runs.hpp"

#include <unicode/uchar.h>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

enum class Direction { left_to_right, right_to_left, digit, blank, line_end, isolate, pop_isolate, neutral };

Direction direction_of(char32_t c) {
  if (c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029) return Direction::line_end;
  if (c >= U'0' && c <= U'9') return Direction::digit;
  if (is_arabic_letter(c)) return Direction::right_to_left;  // most of them, and quickly told
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_LEFT_TO_RIGHT:
      return Direction::left_to_right;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
      return Direction::right_to_left;
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
      return Direction::isolate;
    case U_POP_DIRECTIONAL_ISOLATE:
      return Direction::pop_isolate;
    case U_WHITE_SPACE_NEUTRAL:
    case U_SEGMENT_SEPARATOR:
      return Direction::blank;
    default:
      return c == 0xA0 || c == 0x202F ? Direction::blank : Direction::neutral;
  }
}

bool is_strong_or_digit(char32_t c) {
  const Direction direction = direction_of(c);
  return direction == Direction::left_to_right || direction == Direction::digit;
}

/// Signs that end a phrase: some wherever they stand, the question mark and its like only when nothing is
/// glued to them, since addresses hold them too.
bool parts_phrases(char32_t c, std::string_view behind) {
  static constexpr std::u32string_view always = U"،؛؟|«»“”\"…•·–—";
  static constexpr std::u32string_view before_blank = U"?!;";
  if (before_blank.find(c) == std::u32string_view::npos) return always.find(c) != std::u32string_view::npos;
  std::size_t at = 0;
  return behind.empty() || !is_strong_or_digit(next_code_point(behind, at));
}

bool is_bracket(char32_t c) {
  return c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'{' || c == U'}';
}

/// Signs that belong to the name or number behind them: .NET, #tag, @user, -10, $5.
bool opens_name(char32_t c) {
  static constexpr std::u32string_view signs = U".#@-+$€£~°/(\\[{_";
  return signs.find(c) != std::u32string_view::npos;
}

/// Signs that belong to the name or number before them: C++, C#, 50%, 9".
bool closes_name(char32_t c) {
  static constexpr std::u32string_view signs = U"+#%°)]}/$€£′″™®©*_";
  return signs.find(c) != std::u32string_view::npos;
}

/// A stretch without blanks and without letters written from the right.
struct Atom {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool latin = false;
  bool digit = false;
  bool joins_next = false;  ///< nothing but blanks parts it from the next atom
};

bool is_word(const Atom& atom) { return atom.latin || atom.digit; }

struct Sign {
  char32_t code_point = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Sign first_sign(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const char32_t c = next_code_point(text, at);
  return {.code_point = c, .begin = begin, .end = at};
}

Sign last_sign(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end - 1;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return first_sign(text, at);
}

/// Cuts sentence punctuation off both ends. True when the end was cut: there a phrase ends.
bool trim(std::string_view text, Atom& atom) {
  while (atom.begin < atom.end) {
    const Sign sign = first_sign(text, atom.begin);
    const bool alone = sign.end == atom.end;
    if (is_strong_or_digit(sign.code_point) || (opens_name(sign.code_point) && !alone)) break;
    if (alone && (sign.code_point == U'&' || sign.code_point == U'+')) break;
    atom.begin = sign.end;
  }
  bool cut = false;
  while (atom.begin < atom.end) {
    const Sign sign = last_sign(text, atom.begin, atom.end);
    if (is_strong_or_digit(sign.code_point) || closes_name(sign.code_point) || sign.code_point == U'&') break;
    atom.end = sign.begin;
    cut = true;
  }
  return cut;
}

class AtomReader {
 public:
  explicit AtomReader(std::string_view text) : text_(text) {}

  std::vector<Atom> read() && {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const Direction direction = direction_of(c);
      const bool isolated = count_isolates(direction);
      if (direction == Direction::blank) {
        close(begin);
      } else if (isolated || direction == Direction::right_to_left || direction == Direction::line_end ||
                 parts_phrases(c, text_.substr(at))) {
        close(begin);
        part();
      } else {
        extend(begin, direction);
      }
    }
    close(text_.size());
    return std::move(atoms_);
  }

 private:
  /// True inside of isolates that the text has already, and on their controls: those runs are its own
  /// affair. They end with the line at the latest (UAX #9, BD9).
  bool count_isolates(Direction direction) {
    const bool inside = isolates_ > 0;
    if (direction == Direction::isolate) ++isolates_;
    if (direction == Direction::pop_isolate && inside) --isolates_;
    if (direction == Direction::line_end) isolates_ = 0;
    return inside || direction == Direction::isolate || direction == Direction::pop_isolate;
  }

  void extend(std::size_t begin, Direction direction) {
    if (!open_) atom_ = {.begin = begin};
    open_ = true;
    atom_.latin |= direction == Direction::left_to_right;
    atom_.digit |= direction == Direction::digit;
  }

  void close(std::size_t end) {
    if (!open_) return;
    open_ = false;
    atom_.end = end;
    const bool phrase_ends = trim(text_, atom_);
    if (atom_.begin < atom_.end) {
      atom_.joins_next = !phrase_ends;
      atoms_.push_back(atom_);
    } else {
      part();
    }
  }

  void part() {
    if (!atoms_.empty()) atoms_.back().joins_next = false;
  }

  std::string_view text_;
  std::vector<Atom> atoms_;
  Atom atom_;
  bool open_ = false;
  std::size_t isolates_ = 0;
};

/// Positions of the brackets in a run that have no partner in it, ascending.
std::vector<std::size_t> unpaired_brackets(std::string_view text, const TextRun& run) {
  std::vector<std::size_t> open;
  std::vector<std::size_t> unpaired;
  for (std::size_t at = run.begin; at < run.end; ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (!is_bracket(c)) continue;
    if (c == '(' || c == '[' || c == '{') {
      open.push_back(at);
    } else if (open.empty()) {
      unpaired.push_back(at);
    } else {
      open.pop_back();
    }
  }
  unpaired.insert(unpaired.end(), open.begin(), open.end());
  return unpaired;
}

bool has_latin(std::string_view text, const TextRun& run) {
  for (std::size_t at = run.begin; at < run.end;) {
    if (direction_of(next_code_point(text, at)) == Direction::left_to_right) return true;
  }
  return false;
}

TextRun trimmed(std::string_view text, const TextRun& run) {
  Atom edges{.begin = run.begin, .end = run.end};
  trim(text, edges);
  return {.begin = edges.begin, .end = edges.end};
}

/// A piece whose brackets are all paired. A pair around the whole of it, as in «(VPN)», is the sentence's
/// and not the name's.
void add_paired(std::string_view text, TextRun run, std::vector<TextRun>& runs) {
  run = trimmed(text, run);
  if (run.end - run.begin > 2 && text[run.begin] == '(' && text[run.end - 1] == ')') {
    const TextRun inside{.begin = run.begin + 1, .end = run.end - 1};
    if (unpaired_brackets(text, inside).empty()) run = trimmed(text, inside);
  }
  if (has_latin(text, run)) runs.push_back(run);
}

void add_run(std::string_view text, TextRun run, std::vector<TextRun>& runs) {
  for (const std::size_t bracket : unpaired_brackets(text, run)) {
    add_paired(text, {.begin = run.begin, .end = bracket}, runs);
    run.begin = bracket + 1;
  }
  add_paired(text, run, runs);
}

}  // namespace

std::vector<TextRun> left_to_right_runs(std::string_view text) {
  const std::vector<Atom> atoms = AtomReader(text).read();
  std::vector<TextRun> runs;
  for (std::size_t i = 0; i < atoms.size();) {
    std::size_t last = i;
    while (last + 1 < atoms.size() && atoms[last].joins_next) ++last;
    std::size_t first_word = i;
    const std::size_t next = last + 1;
    while (first_word < next && !is_word(atoms[first_word])) ++first_word;
    while (last > first_word && !is_word(atoms[last])) --last;
    if (first_word < next) add_run(text, {.begin = atoms[first_word].begin, .end = atoms[last].end}, runs);
    i = next;
  }
  return runs;
}

std::string isolate_left_to_right_runs(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const TextRun& run : left_to_right_runs(text)) {
    out += text.substr(at, run.begin - at);
    append_utf8(out, left_to_right_isolate);
    out += text.substr(run.begin, run.end - run.begin);
    append_utf8(out, pop_directional_isolate);
    at = run.end;
  }
  out += text.substr(at);
  return out;
}

bool reads_right_to_left(std::string_view text) {
  std::size_t right = 0;
  std::size_t left = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    const UCharDirection direction = u_charDirection(c);
    if (direction == U_LEFT_TO_RIGHT) ++left;
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) ++right;
  }
  return right > left || left == 0;
}

}  // namespace fihrist
