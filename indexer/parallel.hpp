// SPDX-License-Identifier: GPL-3.0-or-later
// The same work on many parts, by several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace fihrist {

/// Calls work(0) … work(parts - 1), each once, in any order, on up to `jobs` threads, the calling one among
/// them. When a call throws, no further part is begun and the first exception comes out.
void in_parallel(std::size_t parts, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace fihrist
