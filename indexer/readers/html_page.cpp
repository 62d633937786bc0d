// SPDX-License-Identifier: GPL-3.0-or-later
// Knows markup by its beginning, and gives each page its one article or none.
#include "indexer/readers/html_page.hpp"

#include <algorithm>

#include "analysis/ascii.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/icu_converter.hpp"
#include "indexer/readers/web_page_record.hpp"
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

constexpr int certain_page = 90;
/// A fragment, or markup that begins in the middle: other text formats may hold tags too.
constexpr int likely = 40;
constexpr std::size_t fewest_tags_of_fragment = 3;

constexpr std::string_view page_beginnings[] = {"<!doctype html", "<html",  "<head", "<body",
                                                "<frameset",      "<title", "<meta"};
constexpr std::string_view fragment_tags[] = {"<p",       "<div",  "<br",      "<table", "<h1", "<h2",
                                              "<a ",      "<span", "<article", "<ul",    "<b>", "<font",
                                              "<section", "<main", "<center",  "<li"};

std::string lower_head(std::string_view head) {
  const std::string encoding = detect_encoding(head);
  std::string text =
      encoding.starts_with("UTF-16") ? utf16_to_utf8(to_utf16(encoding.c_str(), head)) : std::string(head);
  for (char& c : text) c = to_ascii_lower(c);
  return text;
}

/// Behind byte order marks, blanks, comments and an XML declaration.
std::string_view first_element(std::string_view text) {
  for (;;) {
    while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
    if (text.starts_with("\uFEFF")) {
      text.remove_prefix(3);
      continue;
    }
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?xml")) return text;
    const std::string_view end = comment ? "-->" : "?>";
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

template <std::size_t count>
std::size_t how_many(std::string_view text, const std::string_view (&words)[count]) {
  std::size_t found = 0;
  for (const std::string_view word : words)
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
      ++found;
  return found;
}

bool named_html(std::string_view name) {
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
}

}  // namespace

int HtmlPageReader::sniff(std::string_view head, std::string_view name) const {
  const std::string lower = lower_head(head);
  const std::string_view element = first_element(lower);
  const bool begins = std::any_of(std::begin(page_beginnings), std::end(page_beginnings),
                                  [&](std::string_view beginning) { return element.starts_with(beginning); });
  if (begins || (element.starts_with("<!doctype") && element.find("<html") != std::string_view::npos))
    return certain_page;
  if (!element.starts_with('<')) return 0;
  return named_html(name) || how_many(element, fragment_tags) >= fewest_tags_of_fragment ? likely : 0;
}

void HtmlPageReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  const auto whole = read_whole(bytes, longest_web_page);
  if (!whole)
    return sink.reject(
        {.path = name, .record = 1, .code = "too_long", .message = "It is longer than 16 MiB."});
  if (whole->empty()) return;
  give_web_page({.bytes = *whole}, {.path = name, .record = 1}, sink);
}

}  // namespace fihrist
