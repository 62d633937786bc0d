// SPDX-License-Identifier: GPL-3.0-or-later
// Text as sections of CDATA, which a parser only checks instead of copying it letter by letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihrist {

/// Writes sections to the end of a text that others write to as well, and goes on in the last one while
/// nothing stands behind it: one section is quicker to read than two. Whatever the text, no "]]>" of it ends
/// a section.
class XmlSection {
 public:
  /// `out` must outlive the section, and is never shortened by others but to nothing, followed by forget().
  explicit XmlSection(std::string& out) : out_(out) {}

  void add(std::string_view text);

  /// Adds the sign that a reference of XML at the beginning of `text` means, if the output ends with a
  /// section that can take it. How many bytes of `text` that was; 0 when nothing was added.
  std::size_t add_sign(std::string_view text);

  bool is_last() const noexcept { return end_ != 0 && end_ == out_.size(); }
  void forget() noexcept { end_ = 0; }  ///< what is added next has a section of its own

 private:
  std::string& out_;
  std::size_t end_ = 0;  ///< of the section that was written last; 0: none was
};

}  // namespace fihrist
