// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0.
#pragma once

#include <functional>
#include <string>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Every item as it stands, also one that has neither title nor text. Otherwise as Reader::read.
void read_feed_items(ByteSource& bytes, const std::string& name,
                     const std::function<void(ReadArticle&&)>& item,
                     const std::function<void(Reject&&)>& reject);

/// One article an item. Tombstones (RFC 6721) are deletions, drafts (app:control) are withheld.
class FeedReader final : public Reader {
 public:
  std::string_view format() const override { return "feed"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
