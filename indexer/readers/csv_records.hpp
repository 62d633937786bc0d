// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a table in text into its records: RFC 4180, and what spreadsheets make of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/decoded_source.hpp"

namespace fihrist {

struct CsvRecord {
  std::vector<std::string> cells;
  std::uint64_t number = 0;  ///< from 1, the header included
  std::uint64_t offset = 0;  ///< of its first byte in the input
  bool too_long = false;     ///< passed over in bounded memory
  bool ended = true;         ///< false: the input ends within quotes
};

/// The character that parts the cells of a text, by its first line: what a line «sep=;» says, as Excel writes
/// it, else the most frequent of , ; tab | outside quotes; a comma where there is none.
char delimiter_of(std::string_view head);

/// Cells may be quoted, hold the delimiter and line ends then, and quotes doubled; a quote within a cell that
/// does not begin with one is a letter. Lines end with LF, CRLF or CR; blank ones, and a line «sep=;», are
/// passed over. Memory: one record, never more than `most` bytes and one piece.
class CsvRecords {
 public:
  /// `text` must outlive it.
  CsvRecords(DecodedSource& text, char delimiter, std::size_t most)
      : source_(text), delimiter_(delimiter), most_(most) {}

  /// Nothing at the end of the input. Throws what the source throws.
  std::optional<CsvRecord> next();

 private:
  enum class Place : std::uint8_t { cell_begin, bare, quoted, behind_quote };

  bool peek(char& c);
  void take(char c, CsvRecord& record);
  void end_cell(CsvRecord& record);
  bool take_line_end(char c);

  DecodedSource& source_;
  char delimiter_;
  std::size_t most_;
  std::string_view piece_;
  std::size_t at_ = 0;
  Place place_ = Place::cell_begin;
  std::string cell_;
  std::size_t size_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace fihrist
