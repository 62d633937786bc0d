// SPDX-License-Identifier: GPL-3.0-or-later
// How much larger a generation has become by changes in place.
#pragma once

#include <cstdint>
#include <filesystem>

namespace fihrist {

/// In a generation lies a file `built-bytes`: the sum of its files when it was built, in digits.
inline constexpr const char* size_file = "built-bytes";

/// Writes that file, not durably. Throws Error(failed).
void note_size(const std::filesystem::path& generation);

/// True when the generation takes more than 1.45 bytes for each byte of text, and 1.3 times what it took when
/// it was built: its blocks, full then, were split by changes in place and stand half empty. False below 4
/// MiB, where there is little to win.
bool has_outgrown(const std::filesystem::path& generation, std::uint64_t text_bytes);

}  // namespace fihrist
