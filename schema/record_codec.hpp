// SPDX-License-Identifier: GPL-3.0-or-later
// How records lie in documents: compressed with a dictionary that was made from the archive's own articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// Zstandard (RFC 8878) over one record at a time. Records are too short to find their repetitions within
/// themselves; a dictionary of the archive's common passages makes them a third smaller than zlib does, and
/// quicker to read. Immutable; safe to share between threads; cheap to copy.
class RecordCodec {
 public:
  /// Without a dictionary: each record by itself.
  RecordCodec();
  /// `dictionary` is what train() gave, or empty. Throws Error(damaged) for anything else.
  explicit RecordCodec(const std::string& dictionary);

  std::string compress(std::string_view record) const;
  /// The inverse. Throws Error(damaged) for bytes that compress() did not make with the same dictionary.
  std::string expand(std::string_view bytes) const;

  /// A dictionary from a sample of an archive's records, `archive_bytes` of them in all. Empty when the
  /// archive is so small that a dictionary would cost more than it saves. The same sample gives the same
  /// dictionary.
  static std::string train(const std::vector<std::string>& sample, std::uint64_t archive_bytes);

 private:
  struct Body;
  std::shared_ptr<const Body> body_;
};

/// Metadata key of the dictionary. All documents of a generation share it.
inline constexpr const char* record_dictionary_key = "record-dictionary";

}  // namespace fihrist
