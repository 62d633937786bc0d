// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes cursors, which come back from clients.
#include "searcher/cursor.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"

namespace fihrist {

void check_cursor(std::string_view input) {
  if (const auto cursor = parse_cursor(input))
    require_law(to_text(*cursor) == input, "a cursor that is taken is one that was given");
  const Cursor made{.sort = input.size() % 2 == 0 ? Sort::newest : Sort::oldest, .key = std::string(input)};
  if (const auto back = parse_cursor(to_text(made)))
    require_law(*back == made, "a cursor comes back as it went");
}

}  // namespace fihrist
