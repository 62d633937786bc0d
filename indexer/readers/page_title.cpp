// SPDX-License-Identifier: GPL-3.0-or-later
// Four ways to know a title, the most certain first.
#include "indexer/readers/page_title.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/fold.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_letters_of_title = 200;
constexpr std::size_t words_of_sentence = 8;
/// A title that looks like a sentence may stand twice.
constexpr std::size_t most_sentences_in_head = 2;
/// The second title follows the first; lines of code that are alike stand anywhere.
constexpr std::size_t nearest_copy = 3;
/// No page has so many lines above its text; comparing all of more would take long.
constexpr std::size_t most_candidates = 100;

using Candidates = std::vector<std::size_t>;

/// A long title looks like a sentence; a full stop at its end tells that it is one.
bool may_be_title(const PageLine& line) {
  const bool kind = line.kind == LineKind::plain || line.kind == LineKind::prose ||
                    line.kind == LineKind::promotion || line.kind == LineKind::ornament;
  const bool full_stop =
      line.text.ends_with('.') && !line.text.ends_with("..") && line.words >= words_of_sentence;
  const bool introduces = line.kind == LineKind::prose && line.text.ends_with(':');
  return kind && line.letters <= most_letters_of_title && !full_stop && !introduces;
}

bool is_advertisement(const PageLine& line) {
  return line.kind == LineKind::promotion || line.kind == LineKind::ornament;
}

/// Where the text begins for certain. Sentences that may be titles are still the head, if prose follows.
std::size_t end_of_head(const std::vector<PageLine>& lines, std::size_t first_prose) {
  std::size_t end = first_prose;
  std::size_t sentences = 0;
  for (std::size_t i = first_prose; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::prose) continue;
    end = i;
    if (!may_be_title(lines[i]) || ++sentences > most_sentences_in_head) return i;
  }
  return end;
}

Candidates candidates_of(const std::vector<PageLine>& lines, std::size_t head_end) {
  Candidates candidates;
  for (std::size_t i = 0; i < head_end && candidates.size() < most_candidates; ++i)
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
    for (std::size_t b = a + 1; b < std::min(a + 1 + nearest_copy, candidates.size()); ++b)
      if (lines[candidates[a]].words > 1 && lines[candidates[a]].key == lines[candidates[b]].key)
        return candidates[a];
  return std::nullopt;
}

/// Of the lines above the address, date or author: names of sites and of authors are shorter than titles.
Candidates above_byline(const std::vector<PageLine>& lines, const Candidates& candidates,
                        std::size_t head_end) {
  const auto text = lines.begin() + static_cast<std::ptrdiff_t>(head_end);
  const auto meta = std::find_if(lines.begin(), text, [](const PageLine& line) {
    return line.kind == LineKind::link || line.kind == LineKind::byline;
  });
  Candidates above;
  if (meta == text) return above;
  const auto end = static_cast<std::size_t>(meta - lines.begin());
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(above),
               [&](std::size_t i) { return i < end && !is_advertisement(lines[i]); });
  return above;
}

std::optional<std::size_t> longest_above_byline(const std::vector<PageLine>& lines, const Candidates& above,
                                                bool arabic) {
  std::optional<std::size_t> longest;
  for (const std::size_t i : above) {
    const bool better =
        !longest || (lines[i].arabic == arabic && lines[*longest].arabic != arabic) ||
        (lines[i].arabic == lines[*longest].arabic && lines[i].letters > lines[*longest].letters);
    if (better) longest = i;
  }
  return longest;
}

/// A line in another language than the page is a title like any other, but where advertisements in that
/// language stand around it.
std::optional<std::size_t> first_line(const std::vector<PageLine>& lines, const Candidates& candidates,
                                      std::size_t head_end, bool arabic) {
  const bool foreign_advertisement =
      std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(head_end),
                  [&](const PageLine& line) { return is_advertisement(line) && line.arabic != arabic; });
  std::optional<std::size_t> last_foreign;
  std::optional<std::size_t> sentence;
  for (const std::size_t i : candidates) {
    if (is_advertisement(lines[i])) continue;
    if (lines[i].kind == LineKind::prose) {
      sentence = sentence ? sentence : i;
    } else if (lines[i].arabic == arabic || !foreign_advertisement) {
      return i;
    } else {
      last_foreign = i;
    }
  }
  return last_foreign ? last_foreign : sentence;
}

std::size_t last_of(const std::vector<PageLine>& lines, const Candidates& candidates, std::size_t first) {
  std::size_t last = first;
  for (const std::size_t i : candidates)
    if (lines[i].key == lines[first].key) last = i;
  return last;
}

}  // namespace

std::optional<TitlePlace> find_title(const std::vector<PageLine>& lines, std::size_t first_prose,
                                     bool arabic) {
  const std::size_t head_end = end_of_head(lines, first_prose);
  const Candidates candidates = candidates_of(lines, head_end);
  auto title = named_by_footer(lines, candidates);
  if (!title) title = standing_twice(lines, candidates);
  if (!title) title = longest_above_byline(lines, above_byline(lines, candidates, head_end), arabic);
  if (!title) title = first_line(lines, candidates, head_end, arabic);
  if (!title) return std::nullopt;
  return TitlePlace{*title, last_of(lines, candidates, *title)};
}

}  // namespace fihrist
