// SPDX-License-Identifier: GPL-3.0-or-later
// A tokenizer that knows tags, comments and raw text, and copies what lies between its cuts.
#include "indexer/extraction/silent_markup.hpp"

#include <algorithm>
#include <array>

#include "analysis/ascii.hpp"

namespace fihrist {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>'; }

bool starts_with_letters(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                   [](char a, char b) { return a == to_ascii_lower(b); });
}

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view one) {
    return one.size() == name.size() && starts_with_letters(name, one);
  });
}

/// Where elements of these names may be no elements, or their content no text.
constexpr std::array<std::string_view, 4> other_rules{"svg", "math", "select", "frameset"};
constexpr std::array<std::string_view, 2> silent{"script", "style"};
constexpr std::array<std::string_view, 6> raw{"textarea", "title", "xmp", "iframe", "noembed", "noframes"};

class Cutting {
 public:
  explicit Cutting(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string run() {
    while (at_ < html_.size() && at_ != npos) {
      at_ = html_.find('<', at_);
      if (at_ == npos || at_ + 1 == html_.size()) break;
      const char next = html_[at_ + 1];
      if (next == '!' || next == '?') {
        pass_over_comment();
      } else if (next == '/') {
        take_end_tag();
      } else if (is_ascii_letter(next)) {
        take_start_tag();
      } else {
        ++at_;
      }
    }
    out_ += html_.substr(copied_);
    return std::move(out_);
  }

 private:
  void move_past(std::string_view mark, std::size_t from) {
    at_ = html_.find(mark, from);
    if (at_ != npos) at_ += mark.size();
  }

  void pass_over_comment() {
    if (!html_.substr(at_).starts_with("<!--")) return move_past(">", at_);
    const std::size_t text = at_ + 4;
    if (html_.substr(text).starts_with(">")) return move_past(">", text);
    // The dashes that begin a comment may end it: <!--->.
    for (std::size_t dashes = html_.find("--", at_ + 2); dashes != npos;
         dashes = html_.find("--", dashes + 1)) {
      const std::string_view behind = html_.substr(dashes + 2);
      if (behind.starts_with(">")) return void(at_ = dashes + 3);
      if (dashes >= text && behind.starts_with("!>")) return void(at_ = dashes + 4);
    }
    at_ = npos;
  }

  std::string_view name_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < html_.size() && !ends_name(html_[end])) ++end;
    return html_.substr(begin, end - begin);
  }

  void take_end_tag() {
    if (at_ + 2 < html_.size() && !is_ascii_letter(html_[at_ + 2])) return move_past(">", at_ + 2);
    const std::string_view name = name_at(at_ + 2);
    if (depth_ > 0 && is_one_of(name, other_rules)) --depth_;
    at_ = tag_end(at_ + 2 + name.size());
  }

  void take_start_tag() {
    const std::size_t begin = at_;
    const std::string_view name = name_at(at_ + 1);
    at_ = tag_end(at_ + 1 + name.size());
    if (at_ == npos) return;
    const std::string_view tag = html_.substr(begin, at_ - begin);
    if (is_one_of(name, other_rules)) {
      if (!tag.ends_with("/>")) ++depth_;
    } else if (starts_with_letters(name, "plaintext")) {
      at_ = npos;
    } else if (is_one_of(name, silent)) {
      take_silent(name, tag);
    } else if (depth_ == 0 && is_one_of(name, raw)) {
      at_ = content_end(name);
    }
  }

  void take_silent(std::string_view name, std::string_view tag) {
    if (depth_ > 0) return;
    const std::size_t begin = at_;
    at_ = content_end(name);
    if (at_ == npos) return;
    const std::string_view content = html_.substr(begin, at_ - begin);
    // "Script data double escaped": there, </script> does not end the script.
    if (const std::size_t comment = content.find("<!--");
        comment != npos && starts_with_letters(name, "script"))
      for (std::size_t tags = comment; tags != npos; tags = content.find('<', tags + 1))
        if (starts_with_letters(content.substr(tags), "<script")) return void(at_ = npos);
    // «+» is written as a reference by some.
    if (tag.find("ld+json") != npos || tag.find("ld&#") != npos) return;
    out_ += html_.substr(copied_, begin - copied_);
    copied_ = at_;
  }

  /// Of text that only the end tag of its element ends.
  std::size_t content_end(std::string_view name) const {
    for (std::size_t end = html_.find("</", at_); end != npos; end = html_.find("</", end + 2)) {
      const std::string_view found = html_.substr(end + 2, name.size());
      const std::size_t behind = end + 2 + name.size();
      if (behind < html_.size() && ends_name(html_[behind]) &&
          std::equal(name.begin(), name.end(), found.begin(),
                     [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
        return end;
    }
    return npos;
  }

  std::size_t after_blanks(std::size_t at) const {
    while (at < html_.size() && is_blank(html_[at])) ++at;
    return at;
  }

  /// Behind the `>` of a tag whose name ends at `at`; a `>` within quotes does not count.
  std::size_t tag_end(std::size_t at) const {
    while ((at = after_blanks(at)) < html_.size()) {
      if (html_[at] == '>') return at + 1;
      if (html_[at] == '/') {
        ++at;
        continue;
      }
      // An attribute's name, which may begin with `=`; blanks may stand around the one before its value.
      ++at;
      while (at < html_.size() && !ends_name(html_[at]) && html_[at] != '=') ++at;
      const std::size_t equals = after_blanks(at);
      if (equals < html_.size() && html_[equals] == '=') at = value_end(after_blanks(equals + 1));
      if (at == npos) return npos;
    }
    return npos;
  }

  std::size_t value_end(std::size_t at) const {
    if (at >= html_.size()) return npos;
    if (const char quote = html_[at]; quote == '"' || quote == '\'') {
      const std::size_t end = html_.find(quote, at + 1);
      return end == npos ? npos : end + 1;
    }
    while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '>') ++at;
    return at;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  ///< what is before is in out_ or was cut
  std::size_t depth_ = 0;   ///< of elements with rules of their own
  std::string out_;
};

}  // namespace

std::string without_silent_markup(std::string_view html) { return Cutting(html).run(); }

}  // namespace fihrist
