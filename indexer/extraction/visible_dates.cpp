// SPDX-License-Identifier: GPL-3.0-or-later
// Bylines among the lines of a page, from where its text begins outward.
#include "indexer/extraction/visible_dates.hpp"

#include <algorithm>
#include <charconv>

#include "indexer/extraction/content_pruner.hpp"
#include "indexer/readers/byline.hpp"

namespace fihrist {
namespace {

/// Farther from the text, dates are those of other articles.
constexpr std::ptrdiff_t farthest_before = 12;
constexpr std::ptrdiff_t farthest_behind = 4;
constexpr std::size_t longest_line = 200;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Lines of the page in the order in which they may tell of the article: those before its text, the nearest
/// first, then its own first and last ones, then those behind it.
std::vector<std::string> lines_around(const MainContent& content) {
  MarkedPage page(content.page.tree());
  drop_surroundings(page, Pruning::none);
  const PageTree& tree = page.tree();
  std::vector<TextBlock> blocks = text_blocks(page, tree.body());
  const auto first_node = [&] {
    for (const TextBlock& block : content.blocks)
      if (block.reason == DropReason::kept) return block.node;
    return content.content;
  }();
  const auto first = std::find_if(blocks.begin(), blocks.end(),
                                  [&](const TextBlock& block) { return block.node == first_node; });
  const auto end = std::find_if(
      first, blocks.end(), [&](const TextBlock& block) { return block.node >= tree[content.content].end; });
  std::vector<std::string> lines;
  for (auto line = first; line != blocks.begin() && first - line < farthest_before;)
    lines.push_back((--line)->text);
  for (auto line = first; line != end; ++line)
    if (line - first < farthest_behind || end - line <= farthest_behind) lines.push_back(line->text);
  for (auto line = end; line != blocks.end() && line - end < farthest_behind; ++line)
    lines.push_back(line->text);
  return lines;
}

class VisibleReader {
 public:
  VisibleReader(const MainContent& content, const std::optional<Date>& captured, PageMetadata& metadata)
      : content_(content), captured_(captured), metadata_(metadata) {}

  void read() {
    Article& article = metadata_.article;
    const auto address = article.date ? std::nullopt : date_in_address(article.url);
    if (!article.date || article.authors.empty())
      for (const std::string& line : lines_around(content_)) read_line(line, address);
    if (article.date || !address) return;
    article.date = address;
    metadata_.date_origin = "url";
    metadata_.origins.push_back({"date", "the address"});
  }

 private:
  void read_line(const std::string& line, const std::optional<Date>& address) {
    if (line.size() > longest_line) return;
    const auto byline = read_byline(line, captured_);
    if (!byline) return;
    Article& article = metadata_.article;
    if (byline->published && !article.date && agrees(*byline->published, address)) {
      article.date = byline->published;
      metadata_.date_origin = "text";
      metadata_.origins.push_back({"date", "the line \"" + line + "\""});
    }
    if (byline->updated && !article.updated) article.updated = byline->updated;
    if (byline->comments && !article.comments) article.comments = byline->comments;
    if (byline->author.empty() || !article.authors.empty()) return;
    article.authors.push_back(byline->author);
    metadata_.origins.push_back({"author", "the line \"" + line + "\""});
  }

  static bool agrees(const Date& date, const std::optional<Date>& address) {
    return !address || (date.year == address->year && date.month == address->month);
  }

  const MainContent& content_;
  const std::optional<Date>& captured_;
  PageMetadata& metadata_;
};

}  // namespace

void read_visible(const MainContent& content, const std::optional<Date>& captured, PageMetadata& metadata) {
  VisibleReader(content, captured, metadata).read();
}

std::optional<Date> date_in_address(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return std::nullopt;
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  for (std::size_t at = path.find('/', host + 3); at != std::string_view::npos; at = path.find('/', at + 1)) {
    if (at + 9 > path.size() || path[at + 5] != '/' || path[at + 8] != '/') continue;
    const auto year = number(path.substr(at + 1, 4));
    const auto month = number(path.substr(at + 6, 2));
    if (!year || !month || *year < 1990 || *year > 2100 || *month < 1 || *month > 12) continue;
    Date date{.year = static_cast<std::int16_t>(*year),
              .month = static_cast<std::uint8_t>(*month),
              .precision = DatePrecision::month};
    const std::size_t day_end = std::min(path.find('/', at + 9), path.size());
    const auto day = number(path.substr(at + 9, day_end - at - 9));
    if (day_end - at - 9 == 2 && day && *day >= 1 && *day <= 31 && day_end < path.size()) {
      date.day = static_cast<std::uint8_t>(*day);
      date.precision = DatePrecision::day;
    }
    return date;
  }
  return std::nullopt;
}

}  // namespace fihrist
