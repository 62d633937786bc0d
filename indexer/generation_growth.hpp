// SPDX-License-Identifier: GPL-3.0-or-later
// How much larger a generation has become by changes in place.
#pragma once

#include <cstdint>
#include <filesystem>

namespace fihrist {

/// Writes the sum of its files into a generation that was built and is not sealed yet (`size_file`), not
/// durably. Throws Error(failed).
void note_size(const std::filesystem::path& generation);

/// True when the generation takes more than 1.45 bytes for each byte of text, and 1.3 times what it took when
/// it was built: its blocks, full then, were split by changes in place and stand half empty. False below 4
/// MiB, where there is little to win.
bool has_outgrown(const std::filesystem::path& generation, std::uint64_t text_bytes);

}  // namespace fihrist
