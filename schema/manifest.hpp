// SPDX-License-Identifier: GPL-3.0-or-later
// How an index describes itself, so that a reader refuses what it does not know.
#pragma once

#include <cstdint>
#include <string>

namespace fihrist {

/// Raised whenever the bytes on disk change their meaning (docs/index-format.md).
inline constexpr std::uint32_t format_version = 5;

/// Stored as JSON under the metadata key "manifest", with each commit.
struct Manifest {
  std::uint32_t format = format_version;
  std::string analyser;  ///< Analyzer::fingerprint() of the program that made the index
  std::uint64_t articles = 0;
  std::uint64_t revision = 0;    ///< raised by one with every commit; keys caches and ETags
  std::uint64_t text_bytes = 0;  ///< titles and bodies, UTF-8
  std::uint64_t word_count = 0;  ///< words of the lexicon
  std::uint64_t lexicon_pieces = 0;
  std::string last_run;  ///< end of the last run that changed something, RFC 3339, UTC
};

std::string to_json(const Manifest& manifest);
/// Throws Error(damaged) when it cannot be read, Error(mismatch) when the format or the analyser differ.
Manifest parse_manifest(const std::string& json);

/// Metadata keys.
inline constexpr const char* manifest_key = "manifest";
std::string lexicon_key(std::size_t piece);  ///< "lexicon/00000000"

}  // namespace fihrist
