// SPDX-License-Identifier: GPL-3.0-or-later
// How a fuzzer says that a law is broken.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace fihrist {

/// Stops the fuzzer, which keeps the input. In every kind of build, unlike assert.
inline void require_law(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::abort();
}

}  // namespace fihrist
