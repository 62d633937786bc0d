// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of Blogger exports: the classic Atom file and that of Google Takeout.
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// One article a post; both layouts give the same post the same id. Drafts, scheduled and trashed posts are
/// withheld; settings, templates, pages and comments are skips.
class BloggerReader final : public Reader {
 public:
  std::string_view format() const override { return "blogger"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
