// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the reader of JSON lines.
#include "indexer/readers/json_lines.hpp"
#include "tests/fuzz/reader_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fihrist::check_reader(fihrist::JsonLinesReader(), bytes, size);
  return 0;
}
