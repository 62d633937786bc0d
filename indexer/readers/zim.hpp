// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of ZIM files, in builds with libzim (FIHRIST_ZIM).
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Each page in HTML is read as web pages are; redirects and other media are skips. libzim looks things up
/// all over the file, so that it must be one: what comes out of a container or a pipe is refused
/// ("unreadable"), and so are ZIM files in several parts. Memory is that of libzim's cache of clusters.
class ZimReader final : public Reader {
 public:
  std::string_view format() const override { return "zim"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
