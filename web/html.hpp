// SPDX-License-Identifier: GPL-3.0-or-later
// The one way for text to become markup: escaped, its left-to-right runs isolated, its found words marked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.hpp"

namespace fihrist {

/// Markup that is safe to put into a page as element content. A type of its own, so that a plain string
/// cannot be taken for it.
class Html {
 public:
  Html() = default;
  /// Takes the string as markup: for templates' output and literals of this program, never for text.
  static Html trusted(std::string markup) { return Html(std::move(markup)); }

  const std::string& markup() const noexcept { return markup_; }
  bool empty() const noexcept { return markup_.empty(); }
  Html& operator+=(const Html& other) {
    markup_ += other.markup_;
    return *this;
  }

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

/// The text with & < > " ' as references: for element content and quoted attributes.
std::string escape(std::string_view text);

/// True when a letter of the text is read from right to left.
bool holds_right_to_left(std::string_view text);

/// Text of the archive or of a reader as element content: escaped, each left-to-right run in
/// <bdi dir="ltr" lang="en"> (the whole text when it holds no right-to-left letter), each highlight in
/// <mark>; marks lie inside runs and are split where a run begins or ends. Highlights are sorted and apart;
/// what lies beyond the text is left out.
Html inline_html(std::string_view text, const std::vector<Highlight>& highlights = {});

/// inline_html() inside <bdi>: for text of unknown direction within a sentence of ours.
Html isolated_html(std::string_view text);

/// The paragraphs of a text (separated by line feeds) as <p> elements; highlights as for the whole text.
Html paragraphs_html(std::string_view text, const std::vector<Highlight>& highlights = {});

}  // namespace fihrist
