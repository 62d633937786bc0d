// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of JSON lines, and of one array of objects; what `export` writes.
#pragma once

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Longer records are refused ("too_long") in bounded memory.
inline constexpr std::size_t max_json_record_bytes = std::size_t{64} * 1024 * 1024;

class JsonLinesReader final : public Reader {
 public:
  std::string_view format() const override { return "jsonl"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
