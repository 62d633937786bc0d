// SPDX-License-Identifier: GPL-3.0-or-later
// Generators' marks go first, md4c makes HTML of the rest, and that becomes text as elsewhere.
#include "indexer/readers/markdown_text.hpp"

#include <md4c-html.h>

#include <algorithm>

#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

struct GeneratorMark {
  std::string_view begin;
  std::string_view end;
};

/// The longer beginnings first.
constexpr GeneratorMark generator_marks[] = {
    {"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{{", "}}"},
    {"{:", "}"},    {"![[", "]]"},  {"%%", "%%"}, {"[!", "]"},
};

std::size_t run_length(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

/// The length of a code span at the beginning of a text: as many backticks close it as open it.
std::size_t code_span(std::string_view text) {
  const std::size_t ticks = run_length(text, '`');
  for (std::size_t at = ticks; at < text.size();) {
    at = std::min(text.find('`', at), text.size());
    const std::size_t run = run_length(text.substr(at), '`');
    if (run == ticks) return at + run;
    at += std::max<std::size_t>(run, 1);
  }
  return ticks;
}

/// Alerts begin a line of a quotation; elsewhere «[!» may be anything.
bool fits(const GeneratorMark& mark, std::string_view before) {
  return mark.begin != "[!" || before.find_first_not_of("> \t") == std::string_view::npos;
}

std::string without_marks(std::string_view line) {
  std::string kept;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    std::size_t step = rest.front() == '`' ? code_span(rest) : 1;
    bool drop = false;
    for (const GeneratorMark& mark : generator_marks) {
      if (!rest.starts_with(mark.begin) || !fits(mark, line.substr(0, at))) continue;
      const std::size_t end = rest.find(mark.end, mark.begin.size());
      if (end == std::string_view::npos) continue;
      step = end + mark.end.size();
      drop = true;
      break;
    }
    if (!drop) kept += rest.substr(0, step);
    at += step;
  }
  return kept;
}

/// Follows fenced code over lines (CommonMark 0.30, 4.5).
class Fences {
 public:
  /// True for lines that are code or bound it.
  bool take(std::string_view line) {
    line = line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
    const char c = line.empty() ? '\0' : line.front();
    const std::size_t run = c == '`' || c == '~' ? run_length(line, c) : 0;
    if (length_ == 0) {
      if (run < 3) return false;
      fence_ = c;
      length_ = run;
    } else if (c == fence_ && run >= length_ && trimmed(line.substr(run)).empty()) {
      length_ = 0;
    }
    return true;
  }

 private:
  char fence_ = '\0';
  std::size_t length_ = 0;
};

std::string without_generator_marks(std::string_view markdown) {
  std::string kept;
  kept.reserve(markdown.size());
  Fences fences;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (fences.take(line))
      kept += line;
    else if (!trimmed(line).starts_with(":::"))
      kept += without_marks(line);
    kept += '\n';
  }
  return kept;
}

std::string to_html(std::string_view markdown) {
  std::string html;
  const auto append = [](const MD_CHAR* text, MD_SIZE size, void* out) {
    static_cast<std::string*>(out)->append(text, size);
  };
  md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html,
          MD_DIALECT_GITHUB | MD_FLAG_WIKILINKS, 0);
  return html;
}

struct Span {
  std::size_t begin = std::string::npos;
  std::size_t end = 0;
};

/// The first heading, of the first level if there is one.
Span find_heading(const std::string& html) {
  for (std::size_t level = 1; level <= 6; ++level) {
    const std::string number = std::to_string(level);
    const std::size_t begin = html.find("<h" + number + '>');
    const std::size_t end = begin == std::string::npos ? begin : html.find("</h" + number + '>', begin);
    if (end != std::string::npos) return {begin, end + 5};
  }
  return {};
}

}  // namespace

MarkdownText read_markdown(std::string_view markdown) {
  std::string html = to_html(without_generator_marks(markdown));
  MarkdownText read;
  if (const Span heading = find_heading(html); heading.begin != std::string::npos) {
    read.heading =
        tidy_line(html_to_text(std::string_view(html).substr(heading.begin, heading.end - heading.begin)));
    read.opens = tidy_line(html_to_text(std::string_view(html).substr(0, heading.begin))).empty();
    if (read.opens) html.erase(heading.begin, heading.end - heading.begin);
  }
  read.text = tidy_text(html_to_text(html));
  return read;
}

}  // namespace fihrist
