// SPDX-License-Identifier: GPL-3.0-or-later
// The settings file that the first run leaves in an archive.
#pragma once

#include "schema/archive_layout.hpp"

namespace fihrist {

/// Writes fihrist.toml, every key commented out with its default; an existing file is left alone.
/// Throws Error(failed).
void write_config_template(const ArchiveLayout& layout);

}  // namespace fihrist
