// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the markup with a stack of what is open.
#include "indexer/readers/xml_mender.hpp"

#include <algorithm>

#include "analysis/ascii.hpp"
#include "indexer/readers/xml_references.hpp"
#include "indexer/readers/xml_tag.hpp"

namespace fihrist {
namespace {

/// Elements that lie deeper are not passed on; their text is.
constexpr std::size_t deepest_element = 256;
/// No beginning of markup is longer: "<![CDATA[", "<!DOCTYPE".
constexpr std::size_t longest_opening = 9;
/// A start tag that declares namespaces is kept up to this size, for new parsers.
constexpr std::size_t longest_kept_tag = std::size_t{16} * 1024;
constexpr std::size_t longest_doubtful_tag = 256;
/// Text that is not all ASCII is passed on as a section of CDATA from this length on: in a section libxml2
/// only checks it, outside it copies letter by letter.
constexpr std::size_t shortest_section = 64;

bool is_doctype(std::string_view text) {
  constexpr std::string_view doctype = "<!doctype";
  return text.size() >= doctype.size() && std::equal(doctype.begin(), doctype.end(), text.begin(),
                                                     [](char a, char b) { return a == to_ascii_lower(b); });
}

std::size_t find_sign(std::string_view text, char sign) { return std::min(text.find(sign), text.size()); }

bool is_ascii(std::string_view text) noexcept {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::string_view XmlMender::next() {
  out_.clear();
  section_.forget();
  if (last_) finish();
  while (out_.empty() && !last_) {
    const std::string_view piece = decoder_.next();
    last_ = piece.empty();
    carried_ += piece;
    buffer_ = carried_;
    at_ = 0;
    next_markup_ = 0;
    while (at_ < buffer_.size() && step()) {
    }
    buffer_offset_ += at_;
    carried_.erase(0, at_);
    // What closes all elements is a piece by itself: it is not of the input.
    if (last_ && out_.empty()) finish();
  }
  return out_;
}

std::uint64_t XmlMender::take_tag_offset() {
  if (tag_offsets_.empty()) return decoder_.source_offset(buffer_offset_);
  const std::uint64_t offset = tag_offsets_.front();
  tag_offsets_.pop_front();
  return offset;
}

/// False when more of the input is needed.
bool XmlMender::step() {
  const std::size_t before = out_.size();
  const bool in_text = within_ == Within::text && buffer_[at_] != '<';
  const bool moved = step_within();
  if (out_.size() > before) at_tag_ = !in_text && out_.ends_with('>');
  return moved;
}

bool XmlMender::step_within() {
  switch (within_) {
    case Within::text:
      return buffer_[at_] == '<' ? step_markup() : buffer_[at_] == '&' ? take_reference() : step_text();
    case Within::cdata:
      return step_cdata();
    case Within::comment:
      return pass_over("-->");
    case Within::instruction:
      return pass_over("?>");
    case Within::declaration:
      return pass_over(">");
    case Within::doctype:
      return step_doctype();
  }
  return false;
}

/// How many brackets at the end of a piece may begin "]]>".
std::size_t XmlMender::held_back(std::string_view run) const {
  if (last_ || !run.ends_with(']')) return 0;
  return run.ends_with("]]") ? 2 : 1;
}

bool XmlMender::step_text() {
  // Found once, not again behind each reference of a long text.
  if (next_markup_ <= at_) next_markup_ = at_ + find_sign(rest(), '<');
  std::string_view run = rest().substr(0, next_markup_ - at_);
  run = run.substr(0, find_sign(run, '&'));
  // What ends a section of CDATA must not stand in text, and may lie across two pieces.
  if (at_ + run.size() == buffer_.size()) run.remove_suffix(held_back(run));
  at_ += run.size();
  const bool moved = !run.empty();
  if (section_.is_last() || (run.size() >= shortest_section && !is_ascii(run))) {
    section_.add(run);
    return moved;
  }
  for (std::size_t end = run.find("]]>"); end != std::string_view::npos; end = run.find("]]>")) {
    out_ += run.substr(0, end);
    out_ += "]]&gt;";
    run.remove_prefix(end + 3);
  }
  out_ += run;
  return moved;
}

bool XmlMender::step_cdata() {
  const std::size_t end = rest().find("]]>");
  const bool ends = end != std::string_view::npos;
  std::string_view run = rest().substr(0, end);
  if (!ends) run.remove_suffix(held_back(run));
  if (!run.empty()) {
    // Whole sections only, however long the text: the parser would hold it back until its end.
    section_.forget();
    section_.add(run);
    section_.forget();
  }
  at_ += run.size() + (ends ? 3 : 0);
  if (ends) within_ = Within::text;
  return ends || !run.empty();
}

bool XmlMender::pass_over(std::string_view mark) {
  const std::size_t end = rest().find(mark);
  if (end != std::string_view::npos) {
    at_ += end + mark.size();
    within_ = Within::text;
    return true;
  }
  const std::size_t kept = std::min(mark.size() - 1, buffer_.size() - at_);
  at_ = buffer_.size() - kept;
  return false;
}

bool XmlMender::step_doctype() {
  for (; at_ < buffer_.size(); ++at_) {
    const char c = buffer_[at_];
    if (c == '[') in_subset_ = true;
    if (c == ']') in_subset_ = false;
    if (c == '>' && !in_subset_) {
      ++at_;
      within_ = Within::text;
      return true;
    }
  }
  return false;
}

bool XmlMender::enter(Within within, std::size_t length) {
  within_ = within;
  in_subset_ = false;
  at_ += length;
  return true;
}

bool XmlMender::step_markup() {
  const std::string_view text = rest();
  if (text.size() < longest_opening && !last_) return false;
  if (text.starts_with("<!--")) return enter(Within::comment, 4);
  if (text.starts_with("<![CDATA[")) return enter(Within::cdata, 9);
  if (is_doctype(text)) return enter(Within::doctype, 9);
  // Declarations are written without their second question mark now and then.
  if (text.starts_with("<?xml ")) return enter(Within::declaration, 5);
  if (text.size() > 2 && text.starts_with("<?") && is_ascii_letter(text[2]))
    return enter(Within::instruction, 2);
  return text.starts_with("</") ? take_end_tag() : take_start_tag();
}

/// A sign that stands for itself.
void XmlMender::take_sign(std::string_view written) {
  out_ += written;
  ++at_;
}

bool XmlMender::take_end_tag() {
  const std::string_view text = rest();
  const std::size_t other = std::min(text.find('<', 2), text.size());
  const std::size_t end = find_sign(text.substr(0, other), '>');
  const bool unfinished = end == text.size();
  if (unfinished && !last_ && text.size() < longest_tag_bytes) return false;
  const std::string_view name = tag_name(text, 2);
  if (name.empty() || unfinished) {
    take_sign("&lt;");
    return true;
  }
  at_ += std::min(end + 1, other);
  close(name);
  return true;
}

bool XmlMender::take_start_tag() {
  const std::string_view text = rest();
  const bool may_go_on = !last_ && text.size() < longest_tag_bytes;
  if (may_go_on && may_be_longer_name(text, 1)) return false;
  const std::string_view name = tag_name(text, 1);
  // Where a long search for the end of a tag was in vain, the tags within it are looked at only briefly.
  const bool in_vain = buffer_offset_ + at_ < searched_in_vain_;
  const auto tag = name.empty()
                       ? std::nullopt
                       : start_tag(in_vain ? text.substr(0, longest_doubtful_tag) : text, 1 + name.size());
  if (!tag && !name.empty() && may_go_on && !in_vain) return false;
  if (!tag) {
    if (!name.empty() && !in_vain) searched_in_vain_ = buffer_offset_ + buffer_.size();
    take_sign("&lt;");
    return true;
  }
  open(name, tag->mended.empty() ? text.substr(0, tag->length) : std::string_view(tag->mended), tag->closed);
  at_ += tag->length;
  return true;
}

void XmlMender::open(std::string_view name, std::string_view tag, bool closed) {
  if (depth_ >= deepest_element) {
    too_deep_ += closed ? 0 : 1;
    return;
  }
  tag_offsets_.push_back(decoder_.source_offset(buffer_offset_ + at_));
  out_ += tag;
  if (closed) return;
  if (depth_ == open_.size()) open_.emplace_back();
  OpenElement& element = open_[depth_++];
  element.name = name;
  element.tag.clear();
  if (tag.size() <= longest_kept_tag && tag.find("xmlns") != std::string_view::npos) element.tag = tag;
}

void XmlMender::close_top() {
  out_ += "</";
  out_ += open_[--depth_].name;
  out_ += '>';
}

void XmlMender::close(std::string_view name) {
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  std::size_t found = depth_;
  while (found > 0 && open_[found - 1].name != name) --found;
  while (found > 0 && depth_ >= found) close_top();
}

bool XmlMender::take_reference() {
  const std::string_view text = rest();
  // Two of them may be the halves of one character.
  if (text.size() < 2 * longest_reference_bytes && !last_) return false;
  if (const std::size_t taken = section_.add_sign(text); taken != 0) {
    at_ += taken;
    return true;
  }
  at_ += append_reference(out_, text);
  return true;
}

void XmlMender::finish() {
  cut_short_ = cut_short_ || depth_ > 0 || within_ != Within::text;
  while (depth_ > 0) close_top();
}

std::string XmlMender::open_tags() const {
  std::string tags;
  for (std::size_t i = 0; i < depth_; ++i)
    tags += open_[i].tag.empty() ? '<' + open_[i].name + '>' : open_[i].tag;
  return tags;
}

}  // namespace fihrist
