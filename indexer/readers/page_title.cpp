// SPDX-License-Identifier: GPL-3.0-or-later
// Four ways to know a title, the most certain first.
#include "indexer/readers/page_title.hpp"

#include <algorithm>

#include "analysis/fold.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_letters_of_title = 200;
/// No page has so many lines above its text; comparing all of more would take long.
constexpr std::size_t most_candidates = 100;

using Candidates = std::vector<std::size_t>;

/// A long title looks like a sentence; a full stop at the end tells that it is one.
bool may_be_title(const PageLine& line) {
  const bool kind = line.kind == LineKind::plain || line.kind == LineKind::prose ||
                    line.kind == LineKind::promotion || line.kind == LineKind::ornament;
  return kind && line.letters <= most_letters_of_title && !line.text.ends_with('.');
}

bool is_advertisement(const PageLine& line) {
  return line.kind == LineKind::promotion || line.kind == LineKind::ornament;
}

/// The first sentence itself may be the title, if another one follows.
Candidates candidates_of(const std::vector<PageLine>& lines, std::size_t first_prose) {
  const bool more_prose = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first_prose) + 1, lines.end(),
                                      [](const PageLine& line) { return line.kind == LineKind::prose; });
  Candidates candidates;
  for (std::size_t i = 0; i < first_prose + (more_prose ? 1 : 0) && candidates.size() < most_candidates; ++i)
    if (may_be_title(lines[i])) candidates.push_back(i);
  return candidates;
}

std::optional<std::size_t> named_by_footer(const std::vector<PageLine>& lines, const Candidates& candidates) {
  for (const PageLine& footer : lines) {
    if (!footer.syndication) continue;
    const std::string title = fold_key(footer.syndication->title);
    for (const std::size_t i : candidates)
      if (lines[i].key == title) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> standing_twice(const std::vector<PageLine>& lines, const Candidates& candidates) {
  for (std::size_t a = 0; a < candidates.size(); ++a)
    for (std::size_t b = a + 1; b < candidates.size(); ++b)
      if (lines[candidates[a]].key == lines[candidates[b]].key) return candidates[a];
  return std::nullopt;
}

std::optional<std::size_t> longest_above_byline(const std::vector<PageLine>& lines, const Candidates& candidates,
                                                std::size_t first_prose, bool arabic) {
  const auto is_meta = [](const PageLine& line) {
    return line.kind == LineKind::link || line.kind == LineKind::byline;
  };
  const auto meta = std::find_if(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first_prose), is_meta);
  if (meta == lines.begin() + static_cast<std::ptrdiff_t>(first_prose)) return std::nullopt;
  std::optional<std::size_t> longest;
  for (const std::size_t i : candidates) {
    if (i >= static_cast<std::size_t>(meta - lines.begin())) break;
    if (is_advertisement(lines[i]) || (arabic && !lines[i].arabic)) continue;
    if (!longest || lines[i].letters > lines[*longest].letters) longest = i;
  }
  return longest;
}

std::optional<std::size_t> first_or_last(const std::vector<PageLine>& lines, const Candidates& candidates,
                                         bool arabic) {
  std::optional<std::size_t> last_other;
  for (const std::size_t i : candidates) {
    if (is_advertisement(lines[i])) continue;
    if (lines[i].arabic == arabic) return i;
    last_other = i;
  }
  return last_other;
}

std::size_t last_of(const std::vector<PageLine>& lines, const Candidates& candidates, std::size_t first) {
  std::size_t last = first;
  for (const std::size_t i : candidates)
    if (lines[i].key == lines[first].key) last = i;
  return last;
}

}  // namespace

std::optional<TitlePlace> find_title(const std::vector<PageLine>& lines, std::size_t first_prose, bool arabic) {
  const Candidates candidates = candidates_of(lines, first_prose);
  auto title = named_by_footer(lines, candidates);
  if (!title) title = standing_twice(lines, candidates);
  if (!title) title = longest_above_byline(lines, candidates, first_prose, arabic);
  if (!title) title = first_or_last(lines, candidates, arabic);
  if (!title) return std::nullopt;
  return TitlePlace{*title, last_of(lines, candidates, *title)};
}

}  // namespace fihrist
