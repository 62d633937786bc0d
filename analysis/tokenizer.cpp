// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the folded text; what is read there is put down with offsets of the original.
#include "analysis/tokenizer.hpp"

#include "analysis/char_class.hpp"
#include "analysis/dictionary_words.hpp"
#include "analysis/fold.hpp"
#include "analysis/letters.hpp"
#include "analysis/name_chain.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// Is the letter at `at` an alef with hamza or madda, be they one code point or two?
bool has_hamza(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t letter = next_code_point(text, at);
  if (is_hamza_alef(letter)) return true;
  if (letter != U'ا') return false;
  constexpr int stream_safe_marks = 30;  // UAX #15, section 13: more marks than this on a letter are no text
  for (int marks = 0; at < text.size() && marks < stream_safe_marks; ++marks) {
    const char32_t mark = next_code_point(text, at);
    if (mark >= 0x0653 && mark <= 0x0655) return true;  // combining madda, hamza above, hamza below
    if (!stays_on_letter(mark)) return false;
  }
  return false;
}

/// A letter with hamza, whichever seat it has: folding takes the hamza off, and بيئي is no elongated بي.
bool bears_hamza(std::string_view text, std::size_t at) {
  if (has_hamza(text, at)) return true;
  const char32_t letter = next_code_point(text, at);
  if (letter == U'ئ' || letter == U'ؤ' || letter == U'ۓ') return true;
  if (letter >= 0xFE85 && letter <= 0xFE8C && letter != 0xFE87 && letter != 0xFE88) return true;
  return at < text.size() && next_code_point(text, at) == 0x0654;  // combining hamza above
}

std::string_view cut_to_limit(std::string_view text) {
  if (text.size() <= max_token_bytes) return text;
  std::size_t end = max_token_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return text.substr(0, end);
}

/// Three equal letters in a row, as folded? Nearly no word has them, so the rest is asked only then.
bool has_triple(std::string_view word) {
  char32_t before = 0;
  int equal = 1;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    equal = letter == before ? equal + 1 : 1;
    if (equal == 3) return true;
    before = letter;
  }
  return false;
}

class TextWalk {
 public:
  TextWalk(std::string_view text, bool spells_arabic)
      : text_(text), folded_(fold(text)), view_(folded_.text), spells_arabic_(spells_arabic) {
    tokens_.reserve(text.size() / 9);
  }

  std::vector<Token> run() && {
    while (at_ < view_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    std::size_t next = at_;
    const char32_t c = next_code_point(view_, next);
    const CharClass kind = char_class(c);
    if (kind == CharClass::arabic) return arabic_word();
    if (is_name_character(kind)) return name();
    if (kind == CharClass::unblank) return dictionary_words();
    if (c == U'.' && opens_word_ && dotted_name()) return;
    opens_word_ = kind == CharClass::blank || c == U'(' || c == U'[' || c == U'{' || c == U'"' || c == U'«' ||
                  c == U'“' || c == U'،';
    at_ = next;
  }

  void arabic_word() {
    const std::size_t begin = at_;
    at_ = end_of_run(view_, at_, CharClass::arabic);
    const std::string_view word = view_.substr(begin, at_ - begin);
    const bool after_number = begin > 0 && class_at(view_, begin - 1) == CharClass::digit;
    opens_word_ = is_bare_clitic(word);  // «و.NET»
    if (opens_word_ && name_follows()) return;
    if (after_number && is_era_letter(word)) return;
    if (!spells_arabic_) return add({}, begin, at_, TokenKind::arabic, false);
    if (has_triple(word))
      add(without_elongation(word, begin), begin, at_, TokenKind::arabic, false);
    else
      add(word, begin, at_, TokenKind::arabic, false);
    Token& token = tokens_.back();
    token.hamza = begins_with_hamza(begin);
    token.alef_hamza = alef_hamza_of(text_.substr(token.begin, token.end - token.begin));
  }

  /// Three or more equal letters are a cry, never spelling: مرحباااا. Two are (مميز, تتبع, اللغة), and so are
  /// letters that only folding has made equal (بيئي). `begin` is where the word begins in the folded text.
  std::string without_elongation(std::string_view word, std::size_t begin) const {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
      std::size_t end = at;
      next_code_point(word, end);
      const std::string_view letter = word.substr(at, end - at);
      const bool hamza = bears_hamza(text_, folded_.origin[begin + at]);
      std::size_t count = 1;
      for (; word.substr(end, letter.size()) == letter &&
             bears_hamza(text_, folded_.origin[begin + end]) == hamza;
           ++count)
        end += letter.size();
      out += letter;
      if (count == 2) out += letter;
      at = end;
    }
    return out;
  }

  /// Does a Latin word or a number follow, at once («الـVPN»), or behind one space («ال API»)?
  bool name_follows() const {
    std::size_t at = at_;
    if (at < view_.size() && view_[at] == ' ') ++at;
    if (at < view_.size() && view_[at] == '.') return class_at(view_, at + 1) == CharClass::letter;
    return is_name_character(class_at(view_, at));
  }

  bool begins_with_hamza(std::size_t begin) const {
    std::size_t original = folded_.origin[begin];
    if (has_hamza(text_, original)) return true;
    const char32_t first = next_code_point(text_, original);
    if (first != U'و' && first != U'ف') return false;
    std::size_t second = begin;
    next_code_point(view_, second);
    return second < at_ && has_hamza(text_, folded_.origin[second]);
  }

  void name() {
    at_ = read_name_chain(view_, at_, pieces_);
    add_pieces();
    opens_word_ = false;
  }

  bool dotted_name() {
    const std::size_t end = read_dotted_name(view_, at_, pieces_);
    if (end == at_) return false;
    at_ = end;
    add_pieces();
    opens_word_ = false;
    return true;
  }

  void dictionary_words() {
    const std::size_t begin = at_;
    at_ = end_of_run(view_, at_, CharClass::unblank);
    std::size_t word = begin;
    for (const std::size_t end : dictionary_.word_ends(view_.substr(begin, at_ - begin))) {
      add(view_.substr(word, begin + end - word), word, begin + end, TokenKind::latin, false);
      word = begin + end;
    }
    opens_word_ = false;
  }

  void add_pieces() {
    for (const NamePiece& piece : pieces_)
      add(piece.text, piece.begin, piece.end, piece.kind, piece.alternative);
  }

  void add(std::string_view word, std::size_t begin, std::size_t end, TokenKind kind, bool alternative) {
    if (!alternative) ++position_;
    tokens_.push_back({.text = std::string(cut_to_limit(word)),
                       .begin = folded_.origin[begin],
                       .end = original_end(end),
                       .position = position_ - 1,
                       .kind = kind,
                       .alternative = alternative});
  }

  /// Where the code point that made the folded byte before `end` ends, with the marks that follow it.
  std::uint32_t original_end(std::size_t end) const {
    std::size_t at = folded_.origin[end - 1];
    next_code_point(text_, at);
    while (at < text_.size()) {
      std::size_t next = at;
      if (!stays_on_letter(next_code_point(text_, next))) break;
      at = next;
    }
    return static_cast<std::uint32_t>(at);
  }

  std::string_view text_;
  FoldedText folded_;
  std::string_view view_;
  bool spells_arabic_;
  std::vector<Token> tokens_;
  std::vector<NamePiece> pieces_;
  DictionaryWords dictionary_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 0;
  bool opens_word_ = true;  ///< a dot here may begin a name
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return TextWalk(text, true).run(); }

std::vector<Token> locate_tokens(std::string_view text) { return TextWalk(text, false).run(); }

}  // namespace fihrist
