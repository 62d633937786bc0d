// SPDX-License-Identifier: GPL-3.0-or-later
// Makes markup of any kind well-formed enough for a parser to read it to its end.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/xml_decoder.hpp"
#include "indexer/readers/xml_section.hpp"

namespace fihrist {

/// Feeds and exports are written by templates and cut by hand, and libxml2 stops at the first '<' that begins
/// no tag even when it is to recover. So its input is mended before:
///   <3, a < b                 &lt;3, a &lt; b
///   A & B, &hellip;, &#0;     A &amp; B, …, U+FFFD (append_reference)
///   <title>a<b></title>       <title>a<b></b></title>
///   </b> without <b>          nothing
///   ]]> in text               ]]&gt;
///   <!DOCTYPE …>, <?…?>, <!-- -->   nothing: no entity of a document is ever expanded
///   the end within elements   their closing tags
/// Several documents, one behind the other, are one sequence of elements. Linear in the input; memory is that
/// of the longest tag, which is bounded.
class XmlMender {
 public:
  /// The decoder must outlive the mender.
  explicit XmlMender(XmlDecoder& decoder) : decoder_(decoder) {}
  XmlMender(const XmlMender&) = delete;
  XmlMender& operator=(const XmlMender&) = delete;

  /// The next piece of markup, never with half a tag; valid until the next call; empty at the end. Throws
  /// what the input throws.
  std::string_view next();

  /// The byte of the input at which the next start tag, in the order of the output, begins.
  std::uint64_t take_tag_offset();

  /// Start tags of the elements that are open behind the last piece, with their namespaces: a new parser that
  /// reads them first can go on there.
  std::string open_tags() const;

  /// True behind a tag: nothing of the last piece can be waiting for what follows.
  bool is_at_tag() const noexcept { return at_tag_; }

  /// True with the piece that closes what the input left open, and from then on: it stops within an element,
  /// a tag, a comment or a section of CDATA.
  bool is_cut_short() const noexcept { return cut_short_; }

 private:
  enum class Within { text, cdata, comment, instruction, declaration, doctype };
  struct OpenElement {
    std::string name;
    std::string tag;  ///< kept when it declares namespaces
  };

  bool step();
  bool step_within();
  bool step_text();
  std::size_t held_back(std::string_view run) const;
  bool step_cdata();
  bool step_doctype();
  bool pass_over(std::string_view mark);
  bool step_markup();
  bool enter(Within within, std::size_t length);
  bool take_end_tag();
  bool take_start_tag();
  bool take_reference();
  void take_sign(std::string_view written);
  void open(std::string_view name, std::string_view tag, bool closed);
  void close(std::string_view name);
  void close_top();
  void finish();
  std::string_view rest() const noexcept { return buffer_.substr(at_); }

  XmlDecoder& decoder_;
  std::string carried_;
  std::string_view buffer_;
  std::size_t at_ = 0;
  std::size_t next_markup_ = 0;  ///< the first '<' of the buffer behind at_; not known when at or before it
  std::uint64_t buffer_offset_ = 0;  ///< decoded bytes before the buffer
  bool last_ = false;
  Within within_ = Within::text;
  bool in_subset_ = false;
  bool cut_short_ = false;
  bool at_tag_ = false;
  std::uint64_t searched_in_vain_ = 0;  ///< decoded bytes; up to here a tag was followed that has no end
  std::vector<OpenElement> open_;
  std::size_t depth_ = 0;     ///< used elements of open_
  std::size_t too_deep_ = 0;  ///< open elements beyond, which are not passed on
  std::string out_;
  XmlSection section_{out_};
  std::deque<std::uint64_t> tag_offsets_;
};

}  // namespace fihrist
