// SPDX-License-Identifier: GPL-3.0-or-later
// Scanning of dates: whatever is not known ends it, so that prose is never taken for a date.
#include "analysis/date_items.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_words_together = 4;

struct Mark {
  char32_t code_point;
  char separator;
};

constexpr std::array marks{
    Mark{U'.', '.'},      Mark{U'/', '/'},      Mark{U'-', '-'}, Mark{U',', ','},
    Mark{U';', ','},      Mark{U'|', ','},      Mark{U'(', ','}, Mark{U')', ','},
    Mark{U':', ','},      Mark{U'\u00B7', ','},  // middle dot
    Mark{U'\u060C', ','},                        // Arabic comma
    Mark{U'\u061B', ','},                        // Arabic semicolon
    Mark{U'\u06D4', '.'},                        // Arabic full stop
    Mark{U'\u2010', '-'},                        // hyphen
    Mark{U'\u2011', '-'},                        // non-breaking hyphen
    Mark{U'\u2013', '-'},                        // en dash
    Mark{U'\u2014', '-'},                        // em dash
    Mark{U'\u2022', ','},                        // bullet
    Mark{U'\u2212', '-'},                        // minus sign
};

std::optional<char> separator_of(char32_t code_point) {
  const auto* found = std::find_if(marks.begin(), marks.end(),
                                   [&](const Mark& mark) { return mark.code_point == code_point; });
  return found == marks.end() ? std::nullopt : std::optional(found->separator);
}

bool is_date_blank(char32_t code_point) {
  return code_point == U' ' || code_point == U'\u00A0' || code_point == U'\u202F' ||
         (code_point >= U'\u2000' && code_point <= U'\u200A');
}

bool is_date_letter(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'a' && code_point <= U'z';
  return !separator_of(code_point) && !is_date_blank(code_point);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), cursor_(text) {}

  std::optional<std::vector<DateItem>> scan() {
    while (!cursor_.at_end())
      if (!skip_comment() && !take_item()) return std::nullopt;
    return std::move(items_);
  }

 private:
  /// The next code point and the position behind it.
  std::pair<char32_t, std::size_t> look(std::size_t at) const {
    const char32_t code_point = next_code_point(text_, at);
    return {code_point, at};
  }

  /// "(Arabian Standard Time)" at the very end: a comment of RFC 822, or of a browser's clock.
  bool skip_comment() {
    if (cursor_.peek() != '(' || text_.back() != ')' || !has_clock()) return false;
    cursor_.move_to(text_.size());
    return true;
  }

  bool has_clock() const {
    return std::any_of(items_.begin(), items_.end(),
                       [](const DateItem& item) { return item.kind == DateItemKind::clock; });
  }

  bool take_item() {
    const auto [code_point, behind] = look(cursor_.position());
    if (is_date_blank(code_point)) return cursor_.move_to(behind), true;
    if (is_digit(cursor_.peek())) return take_number();
    if (take_offset()) return true;
    if (const auto separator = separator_of(code_point)) {
      items_.push_back({.kind = DateItemKind::separator, .separator = *separator});
      return cursor_.move_to(behind), true;
    }
    return is_date_letter(code_point) && take_word();
  }

  bool take_number() {
    if (const auto clock = cursor_.take_clock()) {
      items_.push_back({.kind = DateItemKind::clock, .clock = *clock});
      return true;
    }
    const auto number = cursor_.take_digits(4);
    if (!number || cursor_.peek() == ':') return false;
    items_.push_back({.kind = DateItemKind::number, .number = *number});
    return true;
  }

  /// Only right behind a time or the name of a zone («GMT+3»), and with nothing glued to it: elsewhere
  /// the sign is a dash.
  bool take_offset() {
    if (items_.empty()) return false;
    const DateItem& last = items_.back();
    const bool behind_zone = last.kind == DateItemKind::word && last.word.kind == DateWordKind::zone;
    const bool behind_half = last.kind == DateItemKind::word && last.word.kind == DateWordKind::half_day;
    if (last.kind != DateItemKind::clock && !behind_zone && !behind_half) return false;
    DateCursor ahead = cursor_;
    const auto offset = ahead.take_offset();
    const bool whole = ahead.at_end() || ahead.peek() == ' ' || ahead.peek() == '(';
    const bool short_form = ahead.position() - cursor_.position() < 5;  // "+3": also a day behind a dash
    if (!offset || !whole || (short_form && !behind_zone)) return false;
    cursor_ = ahead;
    items_.push_back({.kind = DateItemKind::offset, .offset = *offset});
    return true;
  }

  std::size_t end_of_word(std::size_t at) const {
    while (at < text_.size()) {
      const auto [code_point, behind] = look(at);
      const bool inner_dot =
          code_point == U'.' && behind < text_.size() && is_date_letter(look(behind).first);  // "p.m."
      if (!is_date_letter(code_point) && !inner_dot) break;
      at = behind;
    }
    return at;
  }

  /// The longest known run of words wins: «كانون الثاني» before «كانون».
  bool take_word() {
    std::array<std::size_t, most_words_together> ends{};
    std::size_t count = 0;
    std::size_t at = cursor_.position();
    while (count < ends.size()) {
      const std::size_t end = end_of_word(at);
      if (end == at) break;
      ends[count++] = end;
      if (end == text_.size() || text_[end] != ' ') break;
      at = end + 1;
    }
    while (count-- > 0) {
      const auto word = find_date_word(text_.substr(cursor_.position(), ends[count] - cursor_.position()));
      if (!word) continue;
      items_.push_back({.kind = DateItemKind::word, .word = *word});
      cursor_.move_to(ends[count]);
      return true;
    }
    return false;
  }

  std::string_view text_;
  DateCursor cursor_;
  std::vector<DateItem> items_;
};

}  // namespace

std::optional<std::vector<DateItem>> scan_date(std::string_view text) { return Scanner(text).scan(); }

}  // namespace fihrist
