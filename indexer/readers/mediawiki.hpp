// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of MediaWiki dumps (export-0.3 to 0.11).
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// One article a page of the main namespace, in its last revision; redirects and pages of other namespaces
/// are skips. The date is that of the revision.
class MediaWikiReader final : public Reader {
 public:
  std::string_view format() const override { return "mediawiki"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
