// SPDX-License-Identifier: GPL-3.0-or-later
// The list of readers: a new format is one line here.
#include "indexer/readers/registry.hpp"

#include <algorithm>

#include "indexer/readers/blogger.hpp"
#include "indexer/readers/csv.hpp"
#include "indexer/readers/feed.hpp"
#include "indexer/readers/html_page.hpp"
#include "indexer/readers/json_lines.hpp"
#include "indexer/readers/markdown.hpp"
#include "indexer/readers/mediawiki.hpp"
#include "indexer/readers/mhtml.hpp"
#include "indexer/readers/page_list.hpp"
#include "indexer/readers/sitemap.hpp"
#include "indexer/readers/text_page.hpp"
#include "indexer/readers/web_archive.hpp"
#include "indexer/readers/wxr.hpp"
#ifdef FIHRIST_ZIM
#include "indexer/readers/zim.hpp"
#endif
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

using namespace std::string_view_literals;

const CsvReader csv_reader;
const JsonLinesReader json_lines_reader;
const FeedReader feed_reader;
const BloggerReader blogger_reader;
const WxrReader wxr_reader;
const MediaWikiReader mediawiki_reader;
const SitemapReader sitemap_reader;
const PageListReader page_list_reader;
const HtmlPageReader html_page_reader;
const MarkdownReader markdown_reader;
const MhtmlReader mhtml_reader;
const TextPageReader text_page_reader;
#ifdef FIHRIST_ZIM
const ZimReader zim_reader;
#endif
const WebArchiveReader web_archive_reader;
/// Of equally sure ones the first has it: lists of pages are JSON lines as well.
constexpr const Reader* readers[] = {
    &page_list_reader, &json_lines_reader, &feed_reader,        &blogger_reader, &wxr_reader,
    &mediawiki_reader, &sitemap_reader,    &html_page_reader,   &mhtml_reader,   &markdown_reader,
    &csv_reader,       &text_page_reader,  &web_archive_reader,
#ifdef FIHRIST_ZIM
    &zim_reader,
#endif
};

/// Beginnings of files that are met beside articles and are not text.
constexpr std::string_view binary_marks[] = {
    "PK\x03\x04"sv,        // zip, and the documents of offices
    "\x1F\x8B"sv,          // gzip
    "\x28\xB5\x2F\xFD"sv,  // zstd
    "\xFD"
    "7zXZ"sv,        // xz
    "7z\xBC\xAF"sv,  // 7-zip
    "BZh"sv,         // bzip2
    "Rar!"sv,        // rar
    "%PDF-"sv,       // PDF
    "\x89PNG"sv,     // images
    "GIF8"sv,
    "\xFF\xD8\xFF"sv,
    "SQLite format 3"sv,
    "\x7F"
    "ELF"sv,
};

bool is_utf16(std::string_view head) { return detect_encoding(head).starts_with("UTF-16"); }

}  // namespace

std::span<const Reader* const> all_readers() { return readers; }

const Reader* reader_named(std::string_view format) {
  const auto* found = std::find_if(std::begin(readers), std::end(readers),
                                   [&](const Reader* reader) { return reader->format() == format; });
  return found == std::end(readers) ? nullptr : *found;
}

const Reader* choose_reader(std::string_view head, std::string_view name) {
  const Reader* best = nullptr;
  int surest = 0;
  for (const Reader* reader : readers)
    if (const int sure = reader->sniff(head, name); sure > surest) {
      surest = sure;
      best = reader;
    }
  return best;
}

bool reads_compressed(std::string_view head) { return web_archive_reader.sniff(head, "") > 0; }

bool looks_binary(std::string_view head) {
  const bool marked = std::any_of(std::begin(binary_marks), std::end(binary_marks),
                                  [&](std::string_view mark) { return head.starts_with(mark); });
  return marked || (head.find('\0') != std::string_view::npos && !is_utf16(head));
}

}  // namespace fihrist
