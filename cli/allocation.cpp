// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of the C library.
#include "cli/allocation.hpp"

#include <malloc.h>

#include <cstddef>

namespace fihrist {

void keep_small_pieces() noexcept { ::mallopt(M_MXFAST, 80 * sizeof(std::size_t) / 4); }

}  // namespace fihrist
