// SPDX-License-Identifier: GPL-3.0-or-later
// From one file to the inputs in it: itself, or the entries of a container, one within another.
#pragma once

#include <functional>
#include <string>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/reader.hpp"

namespace fihrist {

/// A compressed tar file counts once; what lies deeper is refused ("nested_too_deep").
inline constexpr int max_container_depth = 2;

struct InputSink {
  /// Bytes that are no container, or are read as they are. May throw: Error ends this input, which is then
  /// rejected where it is an entry; anything else ends all.
  std::function<void(PeekedSource& bytes, const std::string& name)> input;
  std::function<void(Reject&&)> reject;
  std::function<void(const std::string& reason, const std::string& name)> pass_over;
};

struct FoundInput {
  std::string name;    ///< as the operator wrote it, with what was found below
  bool found = false;  ///< in a folder, not named: what holds no text is passed over (side_file_kind)
};

/// Gives a file, or each entry of a container in its order, to the sink. An entry is named
/// "file.zip!/folder/entry". A damaged container is one reject; what was read before it stays. Nothing is
/// written to disk, and what a container may hold is bounded (Allowance). Throws what the sink throws, and
/// Error(failed) when the file itself fails.
void open_inputs(PeekedSource& bytes, const FoundInput& input, const InputSink& sink);

}  // namespace fihrist
