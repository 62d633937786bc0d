// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the ends of records: line feeds, or brackets outside of strings.
#include "indexer/readers/json_records.hpp"

#include <algorithm>

namespace fihrist {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Follows one value byte by byte: where it ends, strings and brackets considered.
class ValueEnd {
 public:
  /// True when this byte is the first behind a bare value: a comma or the array's end.
  bool ends_before(char c) const noexcept { return depth_ == 0 && !in_string_ && (c == ',' || c == ']'); }

  void step(char c) noexcept {
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if ((c == '}' || c == ']') && depth_ > 0) {
      --depth_;
    }
  }

 private:
  std::uint64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

bool JsonRecordCutter::fill() {
  if (at_ < piece_.size()) return true;
  piece_offset_ += piece_.size();
  piece_ = source_.read();
  at_ = 0;
  return !piece_.empty();
}

void JsonRecordCutter::keep(std::string_view bytes) {
  if (too_long_) return;
  if (record_.size() + bytes.size() > most_) {
    too_long_ = true;
    record_.clear();
    record_.shrink_to_fit();
  } else {
    record_ += bytes;
  }
}

void JsonRecordCutter::begin() {
  begun_ = true;
  for (const char wanted : byte_order_mark)
    if (fill() && piece_[at_] == wanted) ++at_;
  while (fill() && is_blank(piece_[at_])) ++at_;
  in_array_ = at_ < piece_.size() && piece_[at_] == '[';
  if (in_array_) ++at_;
}

std::optional<JsonRecord> JsonRecordCutter::finish(std::uint64_t offset, bool ended) {
  return JsonRecord{
      .bytes = record_, .number = ++number_, .offset = offset, .too_long = too_long_, .ended = ended};
}

std::optional<JsonRecord> JsonRecordCutter::next() {
  if (!begun_) begin();
  record_.clear();
  too_long_ = false;
  return in_array_ ? next_element() : next_line();
}

std::optional<JsonRecord> JsonRecordCutter::next_line() {
  while (fill() && is_blank(piece_[at_])) ++at_;
  if (!fill()) return std::nullopt;
  const std::uint64_t begin = offset();
  bool ended = false;
  while (!ended && fill()) {
    const std::size_t end = std::min(piece_.find('\n', at_), piece_.size());
    keep(piece_.substr(at_, end - at_));
    ended = end < piece_.size();
    at_ = end + (ended ? 1 : 0);
  }
  return finish(begin, ended);
}

std::optional<JsonRecord> JsonRecordCutter::next_element() {
  while (fill() && (is_blank(piece_[at_]) || piece_[at_] == ',')) ++at_;
  if (!fill()) return std::nullopt;
  if (piece_[at_] == ']') {
    // Whatever follows is read as lines, and refused there if it is nothing.
    ++at_;
    in_array_ = false;
    return next_line();
  }
  const std::uint64_t begin = offset();
  ValueEnd value;
  bool ended = false;
  while (!ended && fill()) {
    std::size_t end = at_;
    while (end < piece_.size() && !value.ends_before(piece_[end])) value.step(piece_[end++]);
    keep(piece_.substr(at_, end - at_));
    ended = end < piece_.size();
    at_ = end;
  }
  return finish(begin, ended);
}

}  // namespace fihrist
