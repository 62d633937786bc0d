// SPDX-License-Identifier: GPL-3.0-or-later
// Spans over one text (runs and highlights) become properly nested elements in one walk over its bytes.
#include "web/html.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "analysis/bidi_runs.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// Bytes, like TextRun.
using Span = TextRun;

/// A run with a blank that is this short should not be broken over two lines: «6 GB», «Windows 10».
constexpr std::size_t longest_unit = 14;

/// Highlights count code points; everything here counts bytes.
std::vector<Span> to_bytes(std::string_view text, const std::vector<Highlight>& highlights) {
  std::vector<Span> spans;
  std::size_t at = 0;
  std::uint32_t passed = 0;
  const auto byte_of = [&](std::uint32_t code_point) {
    for (; passed < code_point && at < text.size(); ++passed) next_code_point(text, at);
    return at;
  };
  for (const Highlight& highlight : highlights) {
    const std::size_t begin = byte_of(highlight.begin);
    const std::size_t end = byte_of(highlight.end);
    if (begin < end) spans.push_back({begin, end});
  }
  return spans;
}

/// The span of sorted spans that covers a byte; steps forward from `from`.
const Span* covering(const std::vector<Span>& spans, std::size_t& from, std::size_t byte) {
  while (from < spans.size() && spans[from].end <= byte) ++from;
  return from < spans.size() && spans[from].begin <= byte ? &spans[from] : nullptr;
}

/// The next byte behind `at` where a run or a mark begins or ends.
std::size_t next_border(std::string_view text, std::size_t at, const std::vector<Span>& spans,
                        std::size_t from) {
  for (std::size_t i = from; i < spans.size(); ++i)
    for (const std::size_t border : {spans[i].begin, spans[i].end})
      if (border > at) return std::min(border, text.size());
  return text.size();
}

std::string open_run(std::string_view run) {
  const bool is_unit = run.size() <= longest_unit && run.find(' ') != run.npos;
  return is_unit ? R"(<bdi dir="ltr" lang="en" class="unit">)" : R"(<bdi dir="ltr" lang="en">)";
}

/// Writes the pieces between borders; keeps which elements are open.
class SpanWriter {
 public:
  explicit SpanWriter(std::string_view text) : text_(text) {}

  void piece(std::size_t begin, std::size_t end, const Span* run, const Span* mark) {
    if (run != run_ || mark != mark_) close(run != run_);
    if (run && !run_) out_ += open_run(text_.substr(run->begin, run->end - run->begin));
    if (mark && !mark_) out_ += "<mark>";
    run_ = run;
    mark_ = mark;
    out_ += escape(text_.substr(begin, end - begin));
  }

  std::string take() {
    close(true);
    return std::move(out_);
  }

 private:
  void close(bool also_run) {
    if (mark_) out_ += "</mark>";
    mark_ = nullptr;
    if (!also_run) return;
    if (run_) out_ += "</bdi>";
    run_ = nullptr;
  }

  std::string_view text_;
  std::string out_;
  const Span* run_ = nullptr;
  const Span* mark_ = nullptr;
};

/// The length of a date at text[at], as programs and queries write it: 2017-01, 2017-01-20; else 0.
std::size_t length_of_iso_date(std::string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const auto is_part_of_number = [&](std::size_t i) {
    return is_digit(i) || (i < text.size() && text[i] == '-');
  };
  if (at > 0 && is_part_of_number(at - 1)) return 0;
  std::size_t length = 0;
  for (const char expected : std::string_view("dddd-dd-dd")) {
    const std::size_t i = at + length;
    if (expected == 'd' ? !is_digit(i) : i >= text.size() || text[i] != '-') break;
    ++length;
  }
  const bool is_date = length == 7 || length == 10;
  return is_date && !is_part_of_number(at + length) ? length : 0;
}

/// Behind an Arabic letter the parts of a date would be painted in the reverse order: by UAX #9 (W2, W4) its
/// digits are Arabic ones there, and its hyphens no longer hold them together.
std::vector<Span> iso_dates(std::string_view text) {
  std::vector<Span> dates;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = length_of_iso_date(text, at);
    if (length == 0) continue;
    dates.push_back({at, at + length});
    at += length;
  }
  return dates;
}

/// What is to be isolated: the whole of a text without a right-to-left letter, so that its punctuation stays
/// at its ends; else its left-to-right runs and its dates.
std::vector<Span> isolated_runs(std::string_view text) {
  std::vector<Span> runs = left_to_right_runs(text);
  if (!runs.empty() && !holds_right_to_left(text)) return {{0, text.size()}};
  std::vector<Span> apart;
  for (const Span& date : iso_dates(text)) {
    const auto run = std::partition_point(runs.begin(), runs.end(),
                                          [&](const Span& one) { return one.end <= date.begin; });
    if (run == runs.end() || run->begin >= date.end) apart.push_back(date);
  }
  runs.insert(runs.end(), apart.begin(), apart.end());
  std::sort(runs.begin(), runs.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return runs;
}

std::string inline_markup(std::string_view text, const std::vector<Span>& marks) {
  const std::vector<Span> runs = isolated_runs(text);
  SpanWriter writer(text);
  std::size_t run_index = 0;
  std::size_t mark_index = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Span* run = covering(runs, run_index, at);
    const Span* mark = covering(marks, mark_index, at);
    const std::size_t end =
        std::min(next_border(text, at, runs, run_index), next_border(text, at, marks, mark_index));
    writer.piece(at, end, run, mark);
    at = end;
  }
  return writer.take();
}

/// The part of sorted spans inside [begin, end), counted from begin.
std::vector<Span> cut_out(const std::vector<Span>& spans, std::size_t begin, std::size_t end) {
  std::vector<Span> inside;
  auto span =
      std::partition_point(spans.begin(), spans.end(), [&](const Span& one) { return one.end <= begin; });
  for (; span != spans.end() && span->begin < end; ++span)
    inside.push_back({std::max(span->begin, begin) - begin, std::min(span->end, end) - begin});
  return inside;
}

std::string_view reference_of(char special) {
  switch (special) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

}  // namespace

bool holds_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto direction = u_charDirection(static_cast<UChar32>(next_code_point(text, at)));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t special = std::min(text.find_first_of("&<>\"'", at), text.size());
    out += text.substr(at, special - at);
    if (special < text.size()) out += reference_of(text[special]);
    at = special + 1;
  }
  return out;
}

Html inline_html(std::string_view text, const std::vector<Highlight>& highlights) {
  return Html::trusted(inline_markup(text, to_bytes(text, highlights)));
}

Html isolated_html(std::string_view text) {
  return Html::trusted("<bdi>" + inline_markup(text, {}) + "</bdi>");
}

Html paragraphs_html(std::string_view text, const std::vector<Highlight>& highlights) {
  const std::vector<Span> marks = to_bytes(text, highlights);
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!is_blank(line)) out += "<p>" + inline_markup(line, cut_out(marks, begin, end)) + "</p>\n";
    begin = end + 1;
  }
  return Html::trusted(std::move(out));
}

}  // namespace fihrist
