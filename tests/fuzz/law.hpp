// SPDX-License-Identifier: GPL-3.0-or-later
// How a fuzzer says that a law is broken.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fihrist {

/// Stops the fuzzer, which keeps the input. In every kind of build, unlike assert.
inline void require_law(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::abort();
}

/// What a fuzzer is given, as text.
inline std::string_view as_text(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace fihrist
