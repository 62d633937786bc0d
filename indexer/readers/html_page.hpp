// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of saved web pages: one file is one page in HTML.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Whole inputs are held: one page is at most 16 MiB (extraction/web_page.hpp).
class HtmlPageReader final : public Reader {
 public:
  std::string_view format() const override { return "html"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
