// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an input into JSON values without reading them: one a line, or the elements of one array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

struct JsonRecord {
  std::string_view bytes;    ///< valid until the next call; empty when too long
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t offset = 0;  ///< of its first byte in the input
  bool too_long = false;     ///< passed over in bounded memory
  bool ended = true;         ///< false for a last record whose end was not written
};

/// How the input begins tells what its records are:
///   '['                                         the elements of that array
///   an object that is a feed (JSON Feed, Blogger's alt=json and API), its list within the first 64 KiB
///                                               the elements of that list
///   an object that goes on behind its first line in the way that programs indent them
///                                               values, one behind the other
///   anything else                               lines
/// A UTF-8 byte order mark is passed over, and so are blank lines. Memory: one record,
/// never more than `most` bytes and one piece.
class JsonRecordCutter {
 public:
  /// The source must outlive the cutter.
  JsonRecordCutter(ByteSource& bytes, std::size_t most) : source_(bytes), most_(most) {}

  /// Nothing at the end of the input. Throws what the source throws.
  std::optional<JsonRecord> next();

 private:
  bool fill();
  void begin();
  std::optional<JsonRecord> next_line();
  std::optional<JsonRecord> next_element();
  std::optional<JsonRecord> next_value();
  std::optional<JsonRecord> finish(std::uint64_t offset, bool ended);
  void keep(std::string_view bytes);
  std::uint64_t offset() const noexcept { return piece_offset_ + at_; }

  ByteSource& source_;
  std::size_t most_;
  std::string_view piece_;
  std::size_t at_ = 0;
  std::uint64_t piece_offset_ = 0;
  std::string record_;
  bool too_long_ = false;
  bool begun_ = false;
  enum class Cut : std::uint8_t { lines, elements, values, nothing };
  Cut cut_ = Cut::lines;
  Cut behind_array_ = Cut::lines;
  std::string beginning_;  ///< read ahead, to tell
  std::uint64_t number_ = 0;
};

}  // namespace fihrist
