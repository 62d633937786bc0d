// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a tag attribute by attribute, and writes it anew when a parser would stumble over one.
#include "indexer/readers/xml_tag.hpp"

#include <algorithm>
#include <vector>

#include "analysis/ascii.hpp"
#include "indexer/readers/xml_references.hpp"

namespace fihrist {
namespace {

bool is_name_start(char c) noexcept { return is_ascii_letter(c) || c == '_'; }
bool is_name_char(char c) noexcept { return is_name_start(c) || is_ascii_digit(c) || c == '-' || c == '.'; }

std::size_t end_of_part(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_name_start(text[at])) return at;
  while (at < text.size() && is_name_char(text[at])) ++at;
  return at;
}

/// The end of a name with at most one prefix; `at` itself when there is none.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_part(text, at);
  if (end == at || end == text.size() || text[end] != ':') return end;
  const std::size_t local = end_of_part(text, end + 1);
  return local == end + 1 ? at : local;
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// Walks from behind the name to behind the '>'.
class TagReading {
 public:
  TagReading(std::string_view text, std::size_t at) : text_(text), name_end_(at), at_(at) {}

  bool read() {
    while (true) {
      const std::size_t before = at_;
      skip_blanks();
      if (at_ == text_.size()) return false;
      if (text_[at_] == '<') return ends_before_its_time();
      if (text_[at_] == '>') return ends(1);
      if (text_[at_] == '/' && at_ + 1 == text_.size()) return false;
      if (text_.substr(at_).starts_with("/>")) return ends(2);
      sound_ = sound_ && at_ > before;
      if (!read_attribute()) return false;
    }
  }

  StartTag result() const {
    StartTag tag{.length = length_, .closed = closed_};
    if (sound_) return tag;
    tag.mended = text_.substr(0, name_end_);
    for (const Attribute& attribute : attributes_) {
      tag.mended += ' ';
      tag.mended += attribute.name;
      tag.mended += "=\"";
      append_escaped(tag.mended, attribute.value);
      tag.mended += '"';
    }
    tag.mended += closed_ ? "/>" : ">";
    return tag;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && is_markup_blank(text_[at_])) ++at_;
  }

  bool ends(std::size_t signs) {
    closed_ = signs == 2;
    length_ = at_ + signs;
    return true;
  }

  bool ends_before_its_time() {
    sound_ = false;
    length_ = at_;
    return true;
  }

  bool read_attribute() {
    const std::size_t begin = at_;
    const std::size_t end = end_of_name(text_, at_);
    if (end == begin) {
      sound_ = false;
      ++at_;
      return true;
    }
    at_ = end;
    skip_blanks();
    if (at_ == text_.size()) return false;
    if (text_[at_] != '=') {
      sound_ = false;
      return true;
    }
    ++at_;
    skip_blanks();
    if (at_ == text_.size()) return false;
    const std::string_view name = text_.substr(begin, end - begin);
    const char c = text_[at_];
    return c == '"' || c == '\'' ? read_quoted(name) : read_bare(name);
  }

  bool read_quoted(std::string_view name) {
    const std::size_t begin = at_ + 1;
    const std::size_t end = text_.find(text_[at_], begin);
    const std::string_view value = text_.substr(begin, end == std::string_view::npos ? end : end - begin);
    // A tag that ended and another one behind it: the quote was forgotten.
    const std::size_t tag_end = value.find('>');
    if (tag_end != std::string_view::npos && value.find('<', tag_end) != std::string_view::npos) {
      sound_ = false;
      at_ = begin + tag_end;
      return true;
    }
    if (end == std::string_view::npos) return false;
    if (value.find_first_of("<&") != std::string_view::npos) sound_ = false;
    keep(name, value);
    at_ = end + 1;
    return true;
  }

  bool read_bare(std::string_view name) {
    const std::size_t end = text_.find_first_of(" \t\r\n<>", at_);
    if (end == std::string_view::npos) return false;
    sound_ = false;
    keep(name, text_.substr(at_, end - at_));
    at_ = end;
    return true;
  }

  void keep(std::string_view name, std::string_view value) {
    const bool twice = std::any_of(attributes_.begin(), attributes_.end(),
                                   [&](const Attribute& attribute) { return attribute.name == name; });
    sound_ = sound_ && !twice;
    if (!twice && attributes_.size() < most_attributes) attributes_.push_back({name, value});
    sound_ = sound_ && attributes_.size() < most_attributes;
  }

  static void append_escaped(std::string& out, std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
      if (value[at] == '&') {
        at += append_reference(out, value.substr(at));
        continue;
      }
      if (value[at] == '<')
        out += "&lt;";
      else if (value[at] == '"')
        out += "&quot;";
      else
        out += value[at];
      ++at;
    }
  }

  static constexpr std::size_t most_attributes = 256;

  std::string_view text_;
  std::size_t name_end_;
  std::size_t at_;
  std::size_t length_ = 0;
  bool closed_ = false;
  bool sound_ = true;
  std::vector<Attribute> attributes_;
};

}  // namespace

std::string_view tag_name(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_name(text, at);
  const bool fits = end == text.size() || is_markup_blank(text[end]) || text[end] == '/' ||
                    text[end] == '>' || text[end] == '<';
  return fits ? text.substr(at, end - at) : std::string_view();
}

bool may_be_longer_name(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_name_char(text[at]) || text[at] == ':')) ++at;
  return at == text.size();
}

std::optional<StartTag> start_tag(std::string_view text, std::size_t name_end) {
  TagReading reading(text, name_end);
  if (!reading.read()) return std::nullopt;
  return reading.result();
}

}  // namespace fihrist
