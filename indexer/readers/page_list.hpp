// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of the lists of pages that a WACZ has beside its web archives.
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Lines of JSON behind one that names their format, "json-pages-1.0" (WACZ 1.1.1, section 5.2.2). They hold
/// no articles: each page is a skip, and its title goes to the capture of that address which has none itself.
/// Their times are those of the captures, which the records of the archives have as well.
class PageListReader final : public Reader {
 public:
  std::string_view format() const override { return "page_list"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
