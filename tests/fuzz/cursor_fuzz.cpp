// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes cursors, which come back from clients.
#include "searcher/cursor.hpp"
#include "tests/fuzz/law.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace fihrist;
  const std::string_view text = as_text(bytes, size);
  if (const auto cursor = parse_cursor(text))
    require_law(to_text(*cursor) == text, "a cursor that is taken is one that was given");
  const Cursor made{.sort = size % 2 == 0 ? Sort::newest : Sort::oldest, .key = std::string(text)};
  if (const auto back = parse_cursor(to_text(made)))
    require_law(*back == made, "a cursor comes back as it went");
  return 0;
}
