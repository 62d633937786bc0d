// SPDX-License-Identifier: GPL-3.0-or-later
// One tag in the text of a document: where it ends, and what of it a parser can take.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

/// A longer one is no tag.
inline constexpr std::size_t longest_tag_bytes = std::size_t{1024} * 1024;

/// The name that stands at `at`: ASCII, at most one prefix; empty when there is none, or when what follows
/// cannot follow a name in a tag.
std::string_view tag_name(std::string_view text, std::size_t at);

/// True when everything from `at` on could be part of a name that goes on behind the text.
bool may_be_longer_name(std::string_view text, std::size_t at);

struct StartTag {
  std::size_t length = 0;  ///< bytes of the text that it takes
  bool closed = false;     ///< "/>"
  std::string mended;      ///< set when it differs from these bytes; begins with '<' and ends with '>'
};

/// The start tag at the beginning of `text`, whose name ends at `name_end`. Mended are values without quotes,
/// bare '<' and '&' in them, attributes that stand twice or without a blank between; left out those without a
/// value and those whose quote has no end. Nothing when the tag has no end within `text`.
std::optional<StartTag> start_tag(std::string_view text, std::size_t name_end);

}  // namespace fihrist
