// SPDX-License-Identifier: GPL-3.0-or-later
// Where the bytes of an input come from: a file, standard input, or a text at hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Bytes are read in pieces of this size, and this much of an input is looked at to know its format.
inline constexpr std::size_t piece_bytes = std::size_t{64} * 1024;

/// Opens a file at once. Throws Error(failed) when it is missing, unreadable or a folder; read() throws it
/// when the medium fails later.
std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path);

/// Standard input; not closed at the end. read() throws Error(failed).
std::unique_ptr<ByteSource> open_standard_input();

/// Everything from here to the end; nothing when that is more than `most` bytes, and then part of it was
/// read.
std::optional<std::string> read_whole(ByteSource& bytes, std::size_t most);

/// A text that is already in memory, copied.
std::unique_ptr<ByteSource> open_text(std::string text);

/// Lets one look at the first bytes of an input before it is read, which standard input needs: nothing
/// can be read from it twice. read() gives everything, the head included.
class PeekedSource final : public ByteSource {
 public:
  /// Reads until the head is full or the input ends. Throws Error(failed).
  explicit PeekedSource(std::unique_ptr<ByteSource> inner);

  /// The first `piece_bytes` bytes, or all when there are fewer. Valid as long as this source.
  std::string_view head() const noexcept { return head_; }

  std::string_view read() override;
  /// Bytes handed out by read().
  std::uint64_t bytes_read() const override { return handed_out_; }
  std::optional<std::uint64_t> size() const override { return inner_->size(); }
  bool seek(std::uint64_t offset) override;
  std::optional<int> descriptor() const override { return inner_->descriptor(); }

 private:
  std::unique_ptr<ByteSource> inner_;
  std::string head_;
  bool head_given_ = false;
  std::uint64_t handed_out_ = 0;
};

}  // namespace fihrist
