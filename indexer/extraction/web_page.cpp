// SPDX-License-Identifier: GPL-3.0-or-later
// Decode, parse, extract, describe: the steps from bytes to an article.
#include "indexer/extraction/web_page.hpp"

#include <utility>

#include "indexer/extraction/extracted_page.hpp"
#include "indexer/extraction/page_encoding.hpp"
#include "indexer/extraction/page_tree.hpp"
#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

/// More replacements than this among a hundred bytes: the encoding is none of those known.
constexpr std::size_t percent_of_replacements = 1;

/// Longer markup is not looked into: judging its parts would take longer than parsing may.
constexpr std::size_t longest_parsed = std::size_t{8} * 1024 * 1024;

Reject refused(std::string code, std::string message) {
  return {.code = std::move(code), .message = std::move(message)};
}

std::vector<std::string> warnings_of(const DecodedText& decoded) {
  std::vector<std::string> warnings;
  if (decoded.replaced > 0) warnings.emplace_back("replaced_bytes");
  if (decoded.repaired) warnings.emplace_back("repaired_encoding");
  return warnings;
}

/// Seconds since 1970, UTC; a time without a zone is taken for UTC.
std::int64_t instant_of(const Date& date) {
  constexpr std::int64_t seconds_of_minute = 60;
  return civil_seconds(date) - date.utc_offset_minutes.value_or(0) * seconds_of_minute;
}

/// The markup asks for more than the parser is given: all text of the page, and no fields.
WebPageResult stripped(const DecodedText& decoded, const WebPage& page) {
  ReadArticle read{.warnings = warnings_of(decoded)};
  read.warnings.emplace_back("html_budget");
  read.article.text = tidy_text(html_to_text(decoded.text));
  read.article.url = page.url;
  read.framed = true;
  if (page.captured) read.captured = instant_of(*page.captured);
  if (read.article.text.empty()) return refused("no_text", "There is no text on the page.");
  return read;
}

}  // namespace

WebPageResult read_web_page(const WebPage& page) {
  if (page.bytes.size() > longest_web_page) return refused("too_long", "It is longer than 16 MiB.");
  const DecodedText decoded = decode_page(page.bytes, page.charset);
  if (decoded.replaced * 100 > page.bytes.size() * percent_of_replacements)
    return refused("not_utf8", "It is text in no encoding that is known.");
  const auto tree = decoded.text.size() > longest_parsed ? std::nullopt : parse_page(decoded.text);
  if (!tree) return stripped(decoded, page);
  ExtractedPage extracted = extract_page(*tree, decoded.text, page);
  if (!extracted.list_kind.empty())
    return Skip{.code = "not_article", .message = std::string(extracted.list_kind)};
  std::string text = extracted.content.text();
  if (text.empty()) return refused("no_text", "There is no text on the page.");
  ReadArticle read{.article = std::move(extracted.metadata.article),
                   .date_origin = std::move(extracted.metadata.date_origin),
                   .warnings = warnings_of(decoded)};
  read.article.text = std::move(text);
  read.framed = true;
  if (extracted.captured) read.captured = instant_of(*extracted.captured);
  return read;
}

}  // namespace fihrist
