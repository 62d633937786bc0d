// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the ends of records: line feeds, or brackets outside of strings.
#include "indexer/readers/json_records.hpp"

#include <algorithm>

#include "analysis/ascii.hpp"
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

/// Follows one value byte by byte: where it ends, strings and brackets considered.
class ValueEnd {
 public:
  /// True when this byte is the first behind a bare value: a comma or the array's end.
  bool ends_before(char c) const noexcept { return depth_ == 0 && !in_string_ && (c == ',' || c == ']'); }

  /// True behind the last bracket; for values that are objects or arrays.
  bool is_closed() const noexcept { return depth_ == 0 && !in_string_; }
  std::uint64_t depth() const noexcept { return depth_; }
  bool in_string() const noexcept { return in_string_; }

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

constexpr std::size_t looked_at_for_records = std::size_t{64} * 1024;

/// Follows the keys of an object as far as they lead to the list of a feed.
class FeedScan {
 public:
  explicit FeedScan(std::string_view text) : text_(text) {}

  /// Behind the bracket that opens the list.
  std::optional<std::size_t> list() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const bool was_in_string = place_.in_string();
      place_.step(text_[at]);
      if (!was_in_string && text_[at] == '"')
        string_begin_ = at + 1;
      else if (was_in_string && !place_.in_string())
        end_string(text_.substr(string_begin_, at - string_begin_));
      else if (!was_in_string && text_[at] == ':')
        key_ = last_string_;
      else if (!was_in_string && text_[at] == '{' && place_.depth() == 2)
        in_feed_ = key_ == "feed";
      else if (!was_in_string && text_[at] == '[' && opens_list())
        return at + 1;
      if (place_.is_closed()) break;
    }
    return std::nullopt;
  }

 private:
  void end_string(std::string_view text) {
    const bool is_value = place_.depth() == 1;
    is_feed_ = is_feed_ ||
               (is_value && key_ == "version" && text.find("jsonfeed.org/version/") != text.npos) ||
               (is_value && key_ == "kind" && text.starts_with("blogger#") && text.ends_with("List"));
    last_string_ = text;
  }

  bool opens_list() const {
    return (place_.depth() == 2 && is_feed_ && key_ == "items") ||
           (place_.depth() == 3 && in_feed_ && key_ == "entry");
  }

  std::string_view text_;
  ValueEnd place_;
  std::size_t string_begin_ = 0;
  std::string_view last_string_;
  std::string_view key_;
  bool is_feed_ = false;
  bool in_feed_ = false;
};

std::optional<std::size_t> find_feed_list(std::string_view text) {
  return text.starts_with('{') ? FeedScan(text).list() : std::nullopt;
}

/// Lines of a file of lines are whole objects, or broken ones with another behind them; an indented object
/// goes on with a key or its end.
bool is_indented_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  ValueEnd value;
  for (const char c : text.substr(0, line_end)) value.step(c);
  const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", line_end), text.size());
  return !value.is_closed() && !value.in_string() && next < text.size() &&
         (text[next] == '"' || text[next] == '}');
}

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
  for (std::string_view piece = source_.read(); !piece.empty(); piece = source_.read()) {
    beginning_ += piece;
    if (beginning_.size() >= looked_at_for_records) break;
  }
  piece_ = beginning_;
  if (piece_.starts_with(utf8_byte_order_mark)) at_ = utf8_byte_order_mark.size();
  while (fill() && is_markup_blank(piece_[at_])) ++at_;
  const std::string_view rest = piece_.substr(at_);
  if (rest.starts_with('[')) {
    cut_ = Cut::elements;
    ++at_;
  } else if (const auto list = find_feed_list(rest)) {
    cut_ = Cut::elements;
    behind_array_ = Cut::nothing;
    at_ += *list;
  } else if (is_indented_object(rest)) {
    cut_ = Cut::values;
  }
}

std::optional<JsonRecord> JsonRecordCutter::finish(std::uint64_t offset, bool ended) {
  return JsonRecord{
      .bytes = record_, .number = ++number_, .offset = offset, .too_long = too_long_, .ended = ended};
}

std::optional<JsonRecord> JsonRecordCutter::next() {
  if (!begun_) begin();
  record_.clear();
  too_long_ = false;
  switch (cut_) {
    case Cut::elements:
      return next_element();
    case Cut::values:
      return next_value();
    case Cut::lines:
      return next_line();
    case Cut::nothing:
      break;
  }
  return std::nullopt;
}

std::optional<JsonRecord> JsonRecordCutter::next_line() {
  while (fill() && is_markup_blank(piece_[at_])) ++at_;
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
  while (fill() && (is_markup_blank(piece_[at_]) || piece_[at_] == ',')) ++at_;
  if (!fill()) return std::nullopt;
  if (piece_[at_] == ']') {
    // Whatever follows an array is read as lines, and refused there if it is nothing; behind the list of a
    // feed comes the rest of the feed.
    ++at_;
    cut_ = behind_array_;
    return next();
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

std::optional<JsonRecord> JsonRecordCutter::next_value() {
  while (fill() && is_markup_blank(piece_[at_])) ++at_;
  if (!fill()) return std::nullopt;
  const std::uint64_t begin = offset();
  ValueEnd value;
  bool ended = false;
  while (!ended && fill()) {
    std::size_t end = at_;
    while (end < piece_.size() && !ended) {
      value.step(piece_[end++]);
      ended = value.is_closed();
    }
    keep(piece_.substr(at_, end - at_));
    at_ = end;
  }
  return finish(begin, ended);
}

}  // namespace fihrist
