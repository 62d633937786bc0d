// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an XML input as UTF-8 that a parser accepts, whatever they were and were said to be.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"
#include "indexer/stream_converter.hpp"

namespace fihrist {

/// Judges the encoding in this order: a byte order mark; UTF-16 and UTF-32 by their zero bytes; UTF-8 when
/// the bytes are, whatever the declaration says; the declaration; the likeliest encoding of Arabic
/// (detect_encoding). Ill-formed sequences become U+FFFD; controls that XML has not, go.
/// Memory: a few pieces, whatever the input.
class XmlDecoder {
 public:
  /// The source must outlive the decoder.
  explicit XmlDecoder(ByteSource& source) : source_(source) {}

  /// The next piece, never with half a character; valid until the next call; empty at the end. Throws what
  /// the source throws.
  std::string_view next();

  /// Where in the input the byte at `decoded`, counted over all pieces, comes from: exact for '<'. To be
  /// asked in ascending order.
  std::uint64_t source_offset(std::uint64_t decoded);

  std::uint64_t replaced() const noexcept { return replaced_; }  ///< ill-formed sequences so far

 private:
  struct Checkpoint {
    std::uint64_t decoded;
    std::uint64_t source;
  };

  bool fill(std::size_t wanted);
  void begin();
  void judge_by_first_bytes();
  void judge_by_letters(std::size_t first_high);
  std::string_view decode_utf8(bool last);
  std::string_view decode_other(bool last);
  void mend(char32_t code_point);
  void mark(std::uint64_t source);

  ByteSource& source_;
  std::string held_;  ///< read and not decoded
  std::uint64_t held_offset_ = 0;
  std::size_t lent_ = 0;  ///< bytes of held_ that were given as they are
  bool at_end_ = false;
  bool begun_ = false;
  bool judged_ = false;                       ///< false: all has been ASCII so far
  std::string label_;                         ///< as declared
  std::optional<StreamConverter> converter_;  ///< nothing for UTF-8
  std::string decoded_;
  std::uint64_t decoded_before_ = 0;  ///< bytes of earlier pieces
  std::size_t given_ = 0;             ///< bytes of the piece given last
  std::deque<Checkpoint> checkpoints_;
  std::uint64_t replaced_ = 0;
};

}  // namespace fihrist
