// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the readers of XML: whichever takes an input, else that of feeds.
#include <array>

#include "indexer/readers/blogger.hpp"
#include "indexer/readers/feed.hpp"
#include "indexer/readers/mediawiki.hpp"
#include "indexer/readers/sitemap.hpp"
#include "indexer/readers/wxr.hpp"
#include "tests/fuzz/reader_laws.hpp"

namespace fihrist {
namespace {

const Reader& reader_for(std::string_view input) {
  static const FeedReader feed;
  static const BloggerReader blogger;
  static const WxrReader wxr;
  static const MediaWikiReader mediawiki;
  static const SitemapReader sitemap;
  for (const Reader* reader : std::array<const Reader*, 4>{&blogger, &wxr, &mediawiki, &sitemap})
    if (reader->sniff(input, "input") > 0) return *reader;
  return feed;
}

}  // namespace
}  // namespace fihrist

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  fihrist::check_reader(fihrist::reader_for(input), bytes, size);
  return 0;
}
