// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of tables in text (CSV, TSV): an article a row, its fields by the names in the first row.
#pragma once

#include <cstddef>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Longer rows are refused ("too_long").
inline constexpr std::size_t longest_row = std::size_t{16} * 1024 * 1024;

class CsvReader final : public Reader {
 public:
  std::string_view format() const override { return "csv"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
