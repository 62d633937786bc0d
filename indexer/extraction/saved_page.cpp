// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the comments near the beginning and the end of a page, where such programs put theirs.
#include "indexer/extraction/saved_page.hpp"

#include <algorithm>

#include "indexer/plain_text.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

constexpr std::size_t searched_bytes = std::size_t{16} * 1024;

std::string_view word_behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  text = trimmed(text.substr(at + mark.size()));
  return text.substr(0, text.find_first_of(" \t\r\n"));
}

std::string_view line_behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + mark.size());
  return trimmed(text.substr(0, text.find_first_of("\r\n")));
}

/// "Fri Mar 03 2017 04:27:37 GMT+0100 (Central European Standard Time)", as JavaScript writes dates.
std::optional<Date> javascript_date(std::string_view text) {
  text = trimmed(text.substr(0, text.find('(')));
  if (const auto date = parse_date(text)) return date;
  const std::size_t weekday = text.find(' ');
  if (weekday == std::string_view::npos) return std::nullopt;
  return parse_date(trimmed(text.substr(weekday, text.find(" GMT") - weekday)));
}

SavedFrom from_comment(std::string_view comment) {
  SavedFrom saved;
  if (const std::size_t at = comment.find("saved from url=("); at != std::string_view::npos) {
    const std::size_t behind = comment.find(')', at);
    if (behind != std::string_view::npos) saved.url = trimmed(comment.substr(behind + 1));
  } else if (comment.find("SingleFile") != std::string_view::npos) {
    saved.url = word_behind(comment, "url:");
    saved.captured = javascript_date(line_behind(comment, "saved date:"));
  } else if (const std::string_view mirrored = word_behind(comment, "Mirrored from "); !mirrored.empty()) {
    if (comment.find("HTTrack") == std::string_view::npos) return {};
    saved.url = is_web_address(mirrored) ? std::string(mirrored) : "http://" + std::string(mirrored);
    if (const std::size_t date = comment.find("], "); date != std::string_view::npos)
      saved.captured = parse_date(trimmed(comment.substr(date + 3)));
  }
  if (!is_web_address(saved.url)) saved.url.clear();
  return saved;
}

void search(std::string_view html, SavedFrom& found) {
  for (std::size_t begin = html.find("<!--"); begin != std::string_view::npos;
       begin = html.find("<!--", begin + 4)) {
    const std::size_t end = html.find("-->", begin);
    if (end == std::string_view::npos) return;
    SavedFrom saved = from_comment(html.substr(begin + 4, end - begin - 4));
    if (found.url.empty()) found.url = std::move(saved.url);
    if (!found.captured) found.captured = saved.captured;
  }
}

}  // namespace

SavedFrom read_saved_from(std::string_view html) {
  SavedFrom found;
  search(html.substr(0, searched_bytes), found);
  if (html.size() > searched_bytes)
    search(html.substr(html.size() - std::min(searched_bytes, html.size() - searched_bytes)), found);
  return found;
}

}  // namespace fihrist
