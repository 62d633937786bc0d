// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-conformance DIR: reads the test suites of other feed readers and of blogs in DIR and holds the
// results to floors.
#include <fmt/format.h>

#include <exception>

#include "bench/formats/reading.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: fihrist-conformance DIR\n");
    return 2;
  }
  try {
    bool enough = true;
    for (const auto score :
         {fihrist::score_feedparser, fihrist::score_gofeed, fihrist::score_exports, fihrist::score_bad_xml})
      enough = score(arguments[1]) && enough;
    return enough ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
