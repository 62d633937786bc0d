// SPDX-License-Identifier: GPL-3.0-or-later
// An input of unknown encoding as UTF-8, a piece at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Judges the encoding by the beginning (detect_encoding, some 64 KiB) and converts piece by piece, without
/// byte order mark. Text that is UTF-8 comes as it is: ill-formed sequences are left to whoever takes it
/// apart.
class DecodedSource final : public ByteSource {
 public:
  /// Reads the beginning. `bytes` must outlive it. Throws what the source throws.
  explicit DecodedSource(ByteSource& bytes);

  /// The beginning, decoded; valid until the first read(), which gives it again.
  std::string_view head() const noexcept { return text_; }
  std::string_view read() override;
  std::uint64_t bytes_read() const override { return source_.bytes_read(); }

 private:
  void convert(std::string_view bytes, bool last);

  ByteSource& source_;
  std::string encoding_;
  std::string unfinished_;  ///< bytes of UTF-16 that the next piece completes
  std::string text_;
  bool head_given_ = false;
  bool ended_ = false;
};

}  // namespace fihrist
