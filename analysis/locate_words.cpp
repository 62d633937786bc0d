// SPDX-License-Identifier: GPL-3.0-or-later
// Most of a text is Arabic words and blanks, whose places can be read off the text as it is. What lies
// between two blanks and holds anything else (names, numbers, rare characters) is given to the tokenizer.
#include <array>
#include <cstdint>
#include <string>

#include "analysis/char_class.hpp"
#include "analysis/fold.hpp"
#include "analysis/letters.hpp"
#include "analysis/tokenizer.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// What becomes of a character of the text when it is folded.
enum class PlaceKind : std::uint8_t {
  blank,
  letter,   ///< an Arabic one
  dropped,  ///< a mark, a tatweel, an invisible character
  sign,     ///< punctuation, which parts words
  other,    ///< may be part of a name
};

PlaceKind kind_when_folded(char32_t c) {
  std::string text;
  append_utf8(text, c);
  const std::string folded = fold(text).text;
  if (folded.empty()) return PlaceKind::dropped;
  std::size_t end = 0;
  const CharClass kind = char_class(next_code_point(folded, end));
  if (end < folded.size()) return PlaceKind::other;
  switch (kind) {
    case CharClass::blank:
      return PlaceKind::blank;
    case CharClass::arabic:
      return PlaceKind::letter;
    case CharClass::other:
      return PlaceKind::sign;
    default:
      return PlaceKind::other;
  }
}

/// The kinds of what UTF-8 writes in two bytes, and of the quotation marks, dashes and joiners of General
/// Punctuation; all else is `other`.
class PlaceKinds {
 public:
  static const PlaceKinds& all() {
    static const PlaceKinds kinds;
    return kinds;
  }

  PlaceKind operator[](char32_t c) const {
    if (c < end_of_two_bytes) return small_[c];
    return c - first_punctuation < punctuation_signs ? punctuation_[c - first_punctuation] : PlaceKind::other;
  }

 private:
  static constexpr char32_t end_of_two_bytes = 0x800;
  static constexpr char32_t first_punctuation = 0x2000;
  static constexpr std::size_t punctuation_signs = 0x70;

  PlaceKinds() {
    for (char32_t c = 0; c < end_of_two_bytes; ++c) small_[c] = kind_when_folded(c);
    for (char32_t i = 0; i < punctuation_signs; ++i)
      punctuation_[i] = kind_when_folded(first_punctuation + i);
  }

  std::array<PlaceKind, end_of_two_bytes> small_{};
  std::array<PlaceKind, punctuation_signs> punctuation_{};
};

class PlaceWalk {
 public:
  explicit PlaceWalk(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 9); }

  std::vector<Token> run() && {
    while (at_ < text_.size()) {
      const std::size_t begin = at_, words = tokens_.size();
      const std::size_t letters_before = letters_;
      if (read_plain()) continue;
      tokens_.resize(words);
      letters_ = letters_before;
      read_names(begin);
    }
    return std::move(tokens_);
  }

 private:
  /// و + ب + ال: a word that may belong to a name behind a blank.
  static constexpr std::size_t most_clitic_letters = 4;

  PlaceKind kind_at(std::size_t at, std::size_t& next) const {
    next = at;
    return kinds_[next_code_point(text_, next)];
  }

  /// The blanks at hand and what follows up to the next blank; false where that is not plain.
  bool read_plain() {
    std::size_t next = at_;
    while (at_ < text_.size() && kind_at(at_, next) == PlaceKind::blank) at_ = next;
    while (at_ < text_.size()) {
      switch (kind_at(at_, next)) {
        case PlaceKind::blank:
          return true;
        case PlaceKind::other:
          return false;
        case PlaceKind::letter:
          read_word();
          break;
        default:
          at_ = next;
      }
    }
    return true;
  }

  /// As the tokenizer has it: from the first letter to the marks of the last one.
  void read_word() {
    const std::size_t begin = at_;
    std::size_t end = at_, next = at_;
    for (letters_ = 0; at_ < text_.size(); at_ = next) {
      const char32_t c = next_code_point(text_, next);
      const PlaceKind kind = kinds_[c];
      if (kind == PlaceKind::letter)
        ++letters_;
      else if (kind != PlaceKind::dropped)
        break;
      if (kind == PlaceKind::letter || (end == at_ && stays_on_letter(c))) end = next;
    }
    add({.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)});
  }

  void add(Token token) {
    token.position = position();
    tokens_.push_back(std::move(token));
  }
  std::uint32_t position() const { return tokens_.empty() ? 0 : tokens_.back().position + 1; }

  /// From a blank on, up to one behind which all is plain again. A clitic before that belongs to it.
  void read_names(std::size_t begin) {
    std::size_t end = at_;
    do at_ = end = end_of_piece(end);
    while (!is_plain(end));
    if (letters_ <= most_clitic_letters && !tokens_.empty()) {
      begin = tokens_.back().begin;
      tokens_.pop_back();
    }
    const std::uint32_t first = position();
    for (Token& token : locate_tokens(text_.substr(begin, end - begin))) {
      token.begin += static_cast<std::uint32_t>(begin);
      token.end += static_cast<std::uint32_t>(begin);
      token.position += first;
      tokens_.push_back(std::move(token));
    }
    letters_ = most_clitic_letters + 1;
  }

  /// Where the next blank is that follows something else.
  std::size_t end_of_piece(std::size_t at) const {
    std::size_t next = at;
    while (at < text_.size() && kind_at(at, next) == PlaceKind::blank) at = next;
    while (at < text_.size() && kind_at(at, next) != PlaceKind::blank) at = next;
    return at;
  }

  bool is_plain(std::size_t at) const {
    for (std::size_t next = at, end = end_of_piece(at); at < end; at = next)
      if (kind_at(at, next) == PlaceKind::other) return false;
    return true;
  }

  const PlaceKinds& kinds_ = PlaceKinds::all();
  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t letters_ = most_clitic_letters + 1;  ///< of the last word, when it was read here
};

}  // namespace

std::vector<Token> locate_words(std::string_view text) { return PlaceWalk(text).run(); }

}  // namespace fihrist
