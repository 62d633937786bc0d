// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a page to its one article, or to the reason why there is none.
#include "indexer/readers/text_page.hpp"

#include <utility>

#include "analysis/ascii.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

/// Beginnings of formats of markup that are not pages of text. Small letters.
constexpr std::string_view markup_beginnings[] = {"<!doctype", "<html", "<?xml", "<rss", "<feed", "<rdf"};

/// More replacements than this among a hundred bytes: the encoding is none of those known.
constexpr std::size_t percent_of_replacements = 1;

bool is_markup(std::string_view head) {
  std::string begin(trimmed(head).substr(0, 16));
  for (char& c : begin) c = to_ascii_lower(c);
  for (const std::string_view one : markup_beginnings)
    if (begin.starts_with(one)) return true;
  return false;
}

ReadArticle result_of(TextPage&& page, const DecodedText& decoded) {
  ReadArticle read{.article = std::move(page.article), .record = 1, .framed = true};
  if (decoded.replaced > 0) read.warnings.emplace_back("replaced_bytes");
  if (decoded.repaired) read.warnings.emplace_back("repaired_encoding");
  if (page.kept_whole) read.warnings.emplace_back("kept_whole");
  return read;
}

}  // namespace

int TextPageReader::sniff(std::string_view head, std::string_view) const {
  return head.empty() || looks_binary(head) || is_markup(head) ? 0 : 10;
}

void TextPageReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  const auto refuse = [&](std::string code, std::string message) {
    sink.reject({.path = name, .record = 1, .code = std::move(code), .message = std::move(message)});
  };
  const auto whole = read_whole(bytes, max_page_bytes);
  if (!whole) return refuse("too_long", "It is longer than 16 MiB.");
  if (whole->empty()) return;
  const DecodedText decoded = decode_text(*whole);
  if (decoded.replaced * 100 > whole->size() * percent_of_replacements)
    return refuse("not_utf8", "It is text in no encoding that is known.");
  TextPage page = read_text_page(decoded.text);
  if (!page.has_text) return refuse("no_text", "There is no prose on the page.");
  sink.article(result_of(std::move(page), decoded));
}

}  // namespace fihrist
