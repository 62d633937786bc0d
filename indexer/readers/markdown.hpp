// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of Markdown with front matter: sources of sites (Hugo, Jekyll) and notes (Obsidian), a file
// each.
#pragma once

#include <cstddef>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Longer files are refused ("too_long").
inline constexpr std::size_t longest_markdown = std::size_t{8} * 1024 * 1024;

class MarkdownReader final : public Reader {
 public:
  std::string_view format() const override { return "markdown"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
