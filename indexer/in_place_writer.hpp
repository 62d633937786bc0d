// SPDX-License-Identifier: GPL-3.0-or-later
// Few changes: written into the generation that is served.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/changes.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"

namespace fihrist {

/// Replaces, adds and removes documents, a commit every 1,000 at most; each commit carries the manifest and
/// is durable before the next change is made, which Xapian alone does not see to. Servers that read the
/// generation go on reading; its seal is broken meanwhile (schema/seal.hpp). Any failure leaves the last
/// commit. `lexicon_pieces` are those that changed; they go with the first commit. `manifest` is what holds
/// at the end: the commits before it have the counts that are true at their time. Throws Error.
void write_in_place(const std::filesystem::path& generation, const Changes& changes,
                    const std::vector<std::size_t>& lexicon_pieces, Manifest manifest);

/// Removes one document, as durably.
void remove_in_place(const std::filesystem::path& generation, const std::string& id_term, Manifest manifest);

}  // namespace fihrist
