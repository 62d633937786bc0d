// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of sitemaps, which hold no articles.
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Every address is a skip, so that a folder with a sitemap beside its pages is read without a reject; its
/// date goes to the page that has none itself.
class SitemapReader final : public Reader {
 public:
  std::string_view format() const override { return "sitemap"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
