// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of records, read leniently where crawlers are known to be careless.
#include "indexer/readers/warc_records.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/ascii.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

constexpr std::string_view warc_mark = "WARC/";
constexpr std::string_view arc_mark = "filedesc:";
constexpr std::size_t longest_line = std::size_t{64} * 1024;
constexpr std::size_t most_fields = 256;
constexpr std::size_t looked_at_for_version = 512;

bool is_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Zero for what is no number.
std::uint64_t length_of(std::string_view text) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  return error == std::errc() && end == text.data() + text.size() ? length : 0;
}

/// The line that an ARC record begins with. URLs may hold blanks, so fields count from the end:
///   URL IP date type length                                                    (version 1)
///   URL IP date type status checksum location offset filename length            (version 2)
struct ArcLine {
  std::string_view uri;
  std::string_view date;
  std::string_view type;
  std::string_view length;
};

std::optional<ArcLine> read_arc_line(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  for (const std::size_t date_from_end : {std::size_t{3}, std::size_t{8}}) {
    if (words.size() < date_from_end + 2) continue;
    const std::size_t date = words.size() - date_from_end;
    if (!is_digits(words[date], 12, 18) || words[0].find(':') == std::string_view::npos) continue;
    const auto uri_end = static_cast<std::size_t>(words[date - 1].data() - line.data());
    return ArcLine{.uri = trimmed(line.substr(0, uri_end)),
                   .date = words[date],
                   .type = words[date + 1],
                   .length = words.back()};
  }
  return std::nullopt;
}

bool is_arc_header(std::string_view text) {
  const std::string_view line = text.substr(0, std::min(text.find('\n'), looked_at_for_version));
  return read_arc_line(trimmed(line)).has_value();
}

}  // namespace

std::string_view field_of(const std::vector<HeaderField>& fields, std::string_view name) noexcept {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const HeaderField& field) { return field.name == name; });
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

/// More text of the member; false at its end.
bool WarcRecords::fill() {
  if (!in_member_) return false;
  const std::string_view piece = members_.read();
  in_member_ = !piece.empty();
  if (!in_member_ && members_.damaged()) ++damaged_members_;
  text_offset_ += at_;
  text_.erase(0, at_);
  at_ = 0;
  text_ += piece;
  return in_member_;
}

void WarcRecords::move(std::size_t bytes) noexcept { at_ += bytes; }

bool WarcRecords::next_member() {
  text_.clear();
  at_ = 0;
  text_offset_ = 0;
  return in_member_ = members_.next();
}

/// To the first byte that ends no line; false at the end of the member.
bool WarcRecords::skip_line_ends() {
  for (;;) {
    while (at_ < text_.size() && (text_[at_] == '\r' || text_[at_] == '\n')) ++at_;
    if (at_ < text_.size()) return true;
    if (!fill()) return false;
  }
}

/// Without its end; nothing when there is none within reason.
std::optional<std::string> WarcRecords::take_line() {
  std::size_t end = std::string::npos;
  while ((end = ahead().find('\n')) == std::string::npos)
    if (ahead().size() > longest_line || !fill()) return std::nullopt;
  std::string line(ahead().substr(0, end));
  move(end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// Named fields up to a blank line; a line that begins with a blank goes on with the one before.
bool WarcRecords::take_fields(std::vector<HeaderField>& fields) {
  for (;;) {
    const auto line = take_line();
    if (!line) return false;
    if (line->empty()) return true;
    const std::size_t colon = line->find(':');
    if ((line->front() == ' ' || line->front() == '\t') && !fields.empty())
      fields.back().value += ' ' + std::string(trimmed(*line));
    else if (colon != std::string::npos && fields.size() < most_fields)
      fields.push_back({lower_ascii(trimmed(std::string_view(*line).substr(0, colon))),
                        std::string(trimmed(std::string_view(*line).substr(colon + 1)))});
  }
}

bool WarcRecords::take_warc_header(WarcRecord& record) {
  if (!take_line() || !take_fields(record.fields)) return false;
  record.type = lower_ascii(field_of(record.fields, "warc-type"));
  record.uri = field_of(record.fields, "warc-target-uri");
  record.date = field_of(record.fields, "warc-date");
  record.length = length_of(field_of(record.fields, "content-length"));
  return !record.type.empty();
}

bool WarcRecords::take_arc_header(WarcRecord& record) {
  const auto line = take_line();
  if (!line) return false;
  const auto arc = read_arc_line(trimmed(*line));
  if (!arc) return false;
  record.type = arc->uri.starts_with(arc_mark) ? "warcinfo" : "response";
  record.uri = arc->uri;
  record.date = arc->date;
  record.length = length_of(arc->length);
  record.fields.push_back({"content-type", std::string(arc->type)});
  return true;
}

bool WarcRecords::at_record() {
  while (ahead().size() < looked_at_for_version && fill()) {
  }
  return ahead().starts_with(warc_mark) || is_arc_header(ahead());
}

/// To the next line that begins a record, or to the end of the member.
void WarcRecords::pass_over_junk() {
  for (;;) {
    const std::size_t end = ahead().find('\n');
    move(end == std::string_view::npos ? ahead().size() : end + 1);
    if (end == std::string_view::npos ? !fill() : at_record()) return;
  }
}

std::optional<WarcRecord> WarcRecords::next() {
  while (!read().empty()) {
  }
  left_ = 0;
  while (!skip_line_ends())
    if (!next_member()) return std::nullopt;
  WarcRecord record{.number = number_,
                    .packed = members_.is_packed(),
                    .member_offset = members_.offset(),
                    .offset = text_offset_ + at_};
  WarcRecord junk = record;
  if (!at_record()) {
    pass_over_junk();
    return record;
  }
  const bool whole = ahead().starts_with(warc_mark) ? take_warc_header(record) : take_arc_header(record);
  if (!whole) {
    // The header may have had no end to move behind.
    pass_over_junk();
    return junk;
  }
  record.number = ++number_;
  left_ = record.length;
  return record;
}

std::string_view WarcRecords::read() {
  if (left_ == 0 || (ahead().empty() && !fill())) return {};
  const std::string_view piece =
      ahead().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, ahead().size())));
  move(piece.size());
  left_ -= piece.size();
  return piece;
}

bool begins_web_archive(std::string_view head) {
  const auto source = open_text(std::string(head));
  CompressedMembers members(*source);
  if (!members.next()) return false;
  const std::string_view text = trimmed(members.read());
  return text.starts_with(warc_mark) || (text.starts_with(arc_mark) && is_arc_header(text));
}

}  // namespace fihrist
