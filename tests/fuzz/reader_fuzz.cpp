// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the reader that the build names: FIHRIST_FUZZED_FORMAT is its Reader::format().
#include "indexer/readers/registry.hpp"
#include "tests/fuzz/reader_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fihrist::Reader* const reader = fihrist::reader_named(FIHRIST_FUZZED_FORMAT);
  fihrist::require_law(reader != nullptr, "the build names a reader");
  fihrist::check_reader(*reader, bytes, size);
  return 0;
}
