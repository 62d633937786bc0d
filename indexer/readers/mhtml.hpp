// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of MHTML: a web page and what belongs to it in one file, as browsers save it.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Reads the first part in HTML of a MIME message (RFC 2557); its address is Snapshot-Content-Location, else
/// Content-Location, its time of capture the date of the message. The file is held up to that part's end.
class MhtmlReader final : public Reader {
 public:
  std::string_view format() const override { return "mhtml"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
