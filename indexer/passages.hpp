// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as folded lines and passages: by which their copies and their common lines are found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.hpp"
#include "schema/likeness.hpp"

namespace fihrist {

/// Mixes two hashes into one; order counts.
std::uint64_t mixed(std::uint64_t left, std::uint64_t right) noexcept;

/// An article's text, folded once for all that compares it. Lines are those of Article::text.
class FoldedArticle {
 public:
  explicit FoldedArticle(const Article& article);

  /// Everything but the id.
  Likeness likeness() const;

  /// Hashes of the lines, of a long text the first `head_lines` and the last `tail_lines`. What differs from
  /// page to page is masked: the page's own title, addresses, figures. 0 for a line that has nothing else.
  std::vector<std::uint64_t> line_keys() const;
  static constexpr std::size_t head_lines = 40;
  static constexpr std::size_t tail_lines = 60;
  /// The number, within the text, of a line of line_keys().
  std::size_t line_number(std::size_t place) const;

 private:
  std::string masked(std::string_view line) const;

  const Article& article_;
  std::string title_;
  std::vector<std::string> lines_;
};

/// The hashes of a text's passages, sorted, each once: four words on end within a line of eight or more.
/// Shorter lines are headings, menus, signatures: two articles are not alike for sharing those.
std::vector<std::uint64_t> passages_of(const Article& article);

/// True when two texts share four fifths of all their passages, or the shorter one is held by nine tenths in
/// one that is at most twice as long.
bool nearly_same(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right);

}  // namespace fihrist
