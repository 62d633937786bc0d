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

  /// The byte of the input from which the letter at `at` of the piece given last comes. For one piece, `at`
  /// does not go back.
  std::uint64_t source_offset(std::size_t at);

 private:
  void convert(std::string_view bytes, bool last);

  ByteSource& source_;
  std::string encoding_;
  std::string unfinished_;  ///< bytes of UTF-16 that the next piece completes
  std::string text_;
  std::uint64_t taken_ = 0;  ///< bytes of the input that are in pieces given before, or before the first
  std::uint64_t begin_ = 0;  ///< byte of the input where the piece begins
  std::size_t counted_ = 0;  ///< up to here the piece's letters were counted
  std::uint64_t counted_bytes_ = 0;  ///< of the input, for these letters
  bool head_given_ = false;
  bool ended_ = false;
};

}  // namespace fihrist
