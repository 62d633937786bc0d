// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of WordPress exports (WXR 1.0 to 1.2).
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// One article a post. Posts that the site does not show are withheld; pages, attachments, menus and all
/// other types are skips. The id is the short link that WordPress itself gives a post (…/?p=12), so that the
/// site's feed and its export agree.
class WxrReader final : public Reader {
 public:
  std::string_view format() const override { return "wxr"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
