// SPDX-License-Identifier: GPL-3.0-or-later
// A machine of four states, a byte at a time.
#include "indexer/readers/csv_records.hpp"

#include <algorithm>
#include <array>

namespace fihrist {
namespace {

constexpr std::string_view separator_line = "sep=";

bool is_separator_line(const CsvRecord& record) {
  return record.number == 1 && !record.cells.empty() && record.cells.size() <= 2 &&
         record.cells.front().starts_with(separator_line);
}

}  // namespace

char delimiter_of(std::string_view head) {
  if (head.starts_with(separator_line) && head.size() > separator_line.size())
    return head[separator_line.size()];
  constexpr std::string_view candidates = ",;\t|";
  std::array<std::size_t, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : head) {
    quoted = quoted != (c == '"');
    if (!quoted && (c == '\n' || c == '\r')) break;
    const std::size_t which = candidates.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

bool CsvRecords::peek(char& c) {
  while (at_ == piece_.size()) {
    at_ = 0;
    piece_ = source_.read();
    if (piece_.empty()) return false;
  }
  c = piece_[at_];
  return true;
}

void CsvRecords::end_cell(CsvRecord& record) {
  if (!record.too_long) record.cells.push_back(std::move(cell_));
  cell_.clear();
  place_ = Place::cell_begin;
}

/// A byte that is neither the end of the record nor outside of one.
void CsvRecords::take(char c, CsvRecord& record) {
  if (c == delimiter_ && place_ != Place::quoted) return end_cell(record);
  if (c == '"' && place_ == Place::cell_begin) {
    place_ = Place::quoted;
    return;
  }
  if (c == '"' && place_ == Place::quoted) {
    place_ = Place::behind_quote;
    return;
  }
  // Doubled it stands for itself; anything else behind it belongs to the cell as well.
  place_ =
      place_ == Place::quoted || (place_ == Place::behind_quote && c == '"') ? Place::quoted : Place::bare;
  if (++size_ > most_) {
    record.too_long = true;
    record.cells.clear();
    cell_.clear();
    cell_.shrink_to_fit();
    size_ = most_;
  } else if (!record.too_long) {
    cell_ += c;
  }
}

/// CRLF is one.
bool CsvRecords::take_line_end(char c) {
  if (place_ == Place::quoted || (c != '\n' && c != '\r')) return false;
  ++at_;
  char next = '\0';
  if (c == '\r' && peek(next) && next == '\n') ++at_;
  return true;
}

std::optional<CsvRecord> CsvRecords::next() {
  char c = '\0';
  while (peek(c) && (c == '\n' || c == '\r')) ++at_;
  if (!peek(c)) return std::nullopt;
  CsvRecord record{.number = ++number_, .offset = source_.source_offset(at_)};
  size_ = 0;
  while (peek(c) && !take_line_end(c)) {
    take(c, record);
    ++at_;
  }
  record.ended = place_ != Place::quoted;
  end_cell(record);
  return is_separator_line(record) ? next() : record;
}

}  // namespace fihrist
