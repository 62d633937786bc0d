// SPDX-License-Identifier: GPL-3.0-or-later
// Web archives compress each record by itself: their gzip members or zstd frames, one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

class MemberDecoder;

/// Cuts an input into members and unpacks them; an input that is not compressed is one member as it is.
/// Damage ends a member, and the next one is sought by its first bytes. Memory is bounded by the window of
/// the compression (8 MiB, or 128 MiB where a zstd frame asks for it), whatever the input.
///
/// References: RFC 1952; RFC 8878; "Zstandard compression of WARC files" (IIPC), whose dictionary stands in a
/// skippable frame at the beginning, possibly compressed itself.
class CompressedMembers {
 public:
  /// The source must outlive it. read() and next() throw what the source throws.
  explicit CompressedMembers(ByteSource& source);
  ~CompressedMembers();
  CompressedMembers(const CompressedMembers&) = delete;
  CompressedMembers& operator=(const CompressedMembers&) = delete;

  /// Goes to the next member, passing over what is left of this one. False at the end of the input.
  bool next();
  /// The next bytes of the member at hand, valid until the next call; empty at its end.
  std::string_view read();
  /// Of the first byte of the member at hand, in the input as it is.
  std::uint64_t offset() const noexcept { return offset_; }
  /// False: the input is not compressed, and one member.
  bool is_packed() const noexcept { return !plain_; }
  /// The member at hand ended in damage, or with the input before its own end. Known at its end.
  bool damaged() const noexcept { return damaged_; }

 private:
  bool have(std::size_t bytes);
  std::string_view ahead() const noexcept { return std::string_view(input_).substr(at_); }
  void move(std::size_t bytes) noexcept { at_ += bytes; }
  std::uint64_t position() const noexcept { return input_offset_ + at_; }
  bool seek_member();
  bool take_skippable_frame();
  void take_dictionary(std::string_view frame);
  std::string_view read_plain();

  ByteSource& source_;
  std::string input_;  ///< read and not used up from `at_` on
  std::size_t at_ = 0;
  std::uint64_t input_offset_ = 0;
  bool input_ended_ = false;
  std::string output_;
  std::string dictionary_;
  std::unique_ptr<MemberDecoder> decoder_;  ///< none between members and in plain input
  std::uint64_t offset_ = 0;
  bool plain_ = false;
  bool begun_ = false;
  bool in_member_ = false;
  bool damaged_ = false;
};

}  // namespace fihrist
