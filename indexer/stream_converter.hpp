// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a named encoding as UTF-16, a piece at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// UTF-16 and, for each unit, the byte of the piece that it comes from; -1 for one that began in an earlier
/// piece.
struct ConvertedPiece {
  std::u16string units;
  std::vector<std::int32_t> origins;
};

/// Keeps what a piece leaves unfinished for the next one. What the encoding does not have becomes U+FFFD.
class StreamConverter {
 public:
  /// By any name that ICU or the Encoding Standard of WHATWG know ("iso-8859-1" is windows-1252 there, and
  /// here). Nothing for other names, and for encodings in which ASCII is something else, but for UTF-16 and
  /// UTF-32.
  static std::optional<StreamConverter> open(std::string_view label);

  StreamConverter(StreamConverter&&) noexcept;
  StreamConverter& operator=(StreamConverter&&) noexcept;
  ~StreamConverter();

  /// Valid until the next call. `last` ends the input: an unfinished character is U+FFFD.
  const ConvertedPiece& convert(std::string_view bytes, bool last);

 private:
  struct State;
  explicit StreamConverter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace fihrist
