// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a WARC or ARC file, one after the other, whatever was done to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/compressed_members.hpp"

namespace fihrist {

struct HeaderField {
  std::string name;  ///< small letters
  std::string value;
};

/// The value of the first field of a name in small letters; empty when there is none.
std::string_view field_of(const std::vector<HeaderField>& fields, std::string_view name) noexcept;

/// What the header of a record says.
struct WarcRecord {
  /// "response", "resource", "revisit", "request", "metadata", "warcinfo", …; of an ARC file "warcinfo" for
  /// its first record and "response" for all others. Empty for bytes between records that are none.
  std::string type;
  std::string uri;           ///< as it stands there, with the brackets that wget puts around it
  std::string date;          ///< as it stands there: RFC 3339, or fourteen digits
  std::uint64_t length = 0;  ///< of the content, as the header has it
  std::vector<HeaderField> fields;
  std::uint64_t number = 0;         ///< from 1, records only; bytes that are none have that of the one before
  bool packed = false;              ///< the input is compressed, in members
  std::uint64_t member_offset = 0;  ///< of its member in the input; 0 in one that is not packed
  std::uint64_t offset = 0;         ///< of its first byte in the unpacked member
};

/// Reads records of WARC 0.17 to 1.1 and ARC 1 and 2, told apart by how each begins. A record ends with its
/// member, whatever length it claims. Bytes that are no record are one WarcRecord without type, and the next
/// record is sought behind them by how a line begins.
///
/// References: ISO 28500:2017; "ARC_IA, Version 1.0" (Internet Archive, 1996).
class WarcRecords {
 public:
  /// The source must outlive it. Both calls throw what the source throws.
  explicit WarcRecords(ByteSource& bytes) : members_(bytes) {}

  /// The next record, over what was not read of this one; nothing at the end.
  std::optional<WarcRecord> next();
  /// The next bytes of its content, valid until the next call; empty at its end.
  std::string_view read();
  /// At the end of the content: whether all that the header promised was there.
  bool complete() const noexcept { return left_ == 0 && !members_.damaged(); }
  /// Members that ended in damage so far.
  std::uint64_t damaged_members() const noexcept { return damaged_members_; }

 private:
  bool fill();
  std::string_view ahead() const noexcept { return std::string_view(text_).substr(at_); }
  void move(std::size_t bytes) noexcept;
  bool next_member();
  bool skip_line_ends();
  std::optional<std::string> take_line();
  bool at_record();
  bool take_warc_header(WarcRecord& record);
  bool take_arc_header(WarcRecord& record);
  bool take_fields(std::vector<HeaderField>& fields);
  void pass_over_junk();

  CompressedMembers members_;
  std::string text_;  ///< of the member, not used up from `at_` on
  std::size_t at_ = 0;
  std::uint64_t text_offset_ = 0;
  bool in_member_ = false;
  std::uint64_t left_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t damaged_members_ = 0;
};

/// True when the first bytes of an input, unpacked if need be, are those of a web archive.
bool begins_web_archive(std::string_view head);

}  // namespace fihrist
