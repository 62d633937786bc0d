// SPDX-License-Identifier: GPL-3.0-or-later
// In steps: what is no text is cut out, links become their words, lines lose their marks, tags go last.
#include "indexer/readers/wikitext.hpp"

#include <algorithm>
#include <array>

#include "analysis/ascii.hpp"
#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

/// Bounds that no page of a wiki reaches, so that a hostile one costs no more than its size.
constexpr std::size_t longest_link = 2048;
constexpr std::size_t deepest_link = 8;

bool begins(std::string_view text, std::size_t at, std::string_view mark) {
  return text.size() - at >= mark.size() &&
         std::equal(mark.begin(), mark.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == to_ascii_lower(b); });
}

std::size_t find_lower(std::string_view text, std::string_view mark, std::size_t from) {
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
  const auto found = std::search(begin, text.end(), mark.begin(), mark.end(),
                                 [](char a, char b) { return to_ascii_lower(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

/// Elements whose content is no prose.
constexpr std::array<std::string_view, 6> without_prose{"ref",      "math",  "gallery",
                                                        "timeline", "score", "templatestyles"};

/// Cuts out comments, elements without prose, and templates, which may lie in each other.
class Cutting {
 public:
  explicit Cutting(std::string_view text) : text_(text) {}

  std::string rest() {
    std::string out;
    while (at_ < text_.size()) {
      if (text_[at_] == '<' && pass_element()) continue;
      if (text_.substr(at_).starts_with("{{")) {
        ++depth_;
        at_ += 2;
      } else if (depth_ > 0 && text_.substr(at_).starts_with("}}")) {
        --depth_;
        at_ += 2;
      } else {
        if (depth_ == 0) out += text_[at_];
        ++at_;
      }
    }
    return out;
  }

  bool is_open() const noexcept { return depth_ > 0; }

 private:
  bool pass_element() {
    if (begins(text_, at_, "<!--")) return pass_to("-->", 3);
    for (const std::string_view name : without_prose) {
      if (!begins(text_, at_ + 1, name)) continue;
      const std::size_t behind = at_ + 1 + name.size();
      if (behind >= text_.size() || std::string_view(" />\t\n").find(text_[behind]) == std::string_view::npos)
        continue;
      const std::size_t length = text_.substr(behind, longest_link).find('>');
      if (length == std::string_view::npos) return false;
      const std::size_t end = behind + length;
      at_ = text_[end - 1] == '/' ? end + 1 : at_;
      if (text_[end - 1] == '/') return true;
      return pass_to("</" + std::string(name), 0);
    }
    return false;
  }

  /// To the mark and as many bytes of it; nothing moves when it is missing, and it is not looked for again.
  bool pass_to(const std::string& mark, std::size_t taken) {
    if (std::find(missing_.begin(), missing_.end(), mark) != missing_.end()) return false;
    const std::size_t end = find_lower(text_, mark, at_ + 1);
    if (end == std::string_view::npos) {
      missing_.push_back(mark);
      return false;
    }
    at_ = end + taken;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::vector<std::string> missing_;
};

/// Namespaces of files and categories, in the languages of our wikis.
constexpr std::array<std::string_view, 7> file_spaces{"file", "image", "media",  "ملف",
                                                      "صورة", "وسيط",  "fichier"};
constexpr std::array<std::string_view, 3> category_spaces{"category", "تصنيف", "catégorie"};

template <std::size_t count>
bool is_space(std::string_view link, const std::array<std::string_view, count>& spaces) {
  const std::size_t colon = link.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string name = lower_ascii(trimmed(link.substr(0, colon)));
  return std::find(spaces.begin(), spaces.end(), name) != spaces.end();
}

/// Internal links from the inside out, so that those in the captions of files are known before the file goes.
class WikiLinks {
 public:
  WikiLinks(std::string_view text, std::vector<std::string>& categories)
      : text_(text), categories_(categories) {}

  std::string resolved() {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text_.size();) {
      if (open.size() < deepest_link && text_.substr(at).starts_with("[[")) {
        open.push_back(out_.size());
        at += 2;
      } else if (!open.empty() && text_.substr(at).starts_with("]]")) {
        replace_from(open.back());
        open.pop_back();
        at += 2;
      } else {
        out_ += text_[at++];
      }
    }
    return std::move(out_);
  }

 private:
  void replace_from(std::size_t begin) {
    std::string link = out_.substr(begin);
    out_.resize(begin);
    if (is_space(link, file_spaces)) return;
    const std::size_t bar = link.find('|');
    if (is_space(link, category_spaces)) {
      const std::string_view name = std::string_view(link).substr(0, bar);
      categories_.push_back(tidy_line(name.substr(name.find(':') + 1)));
      return;
    }
    out_ += bar == std::string::npos ? link : link.substr(bar + 1);
  }

  std::string_view text_;
  std::vector<std::string>& categories_;
  std::string out_;
};

/// [https://example.org words] is its words.
std::string without_addresses(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool external =
        begins(text, at, "[http://") || begins(text, at, "[https://") || begins(text, at, "[//");
    const std::string_view window = external ? text.substr(at, longest_link) : std::string_view();
    const std::size_t length = window.substr(0, window.find('\n')).find(']');
    const std::size_t end = length == std::string_view::npos ? length : at + length;
    if (end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    const std::string_view link = text.substr(at + 1, end - at - 1);
    const std::size_t blank = link.find(' ');
    if (blank != std::string_view::npos) out += link.substr(blank + 1);
    at = end + 1;
  }
  return out;
}

/// The words of a cell, behind its attributes.
std::string_view cell(std::string_view text) {
  const std::size_t bar = text.find('|');
  const bool attributes =
      bar != std::string_view::npos && text.substr(0, bar).find('=') != std::string_view::npos;
  return trimmed(attributes ? text.substr(bar + 1) : text);
}

std::string row(std::string_view line, std::string_view separator) {
  std::string out;
  while (true) {
    const std::size_t end = line.find(separator);
    out += cell(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += ' ';
    line.remove_prefix(end + separator.size());
  }
}

/// One line without what says what it is.
std::string plain_line(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("{|") || line.starts_with("|}") || line.starts_with("|-") || line.starts_with("----"))
    return {};
  if (line.starts_with("__") && line.ends_with("__")) return {};
  if (line.starts_with("|+")) return std::string(cell(line.substr(2)));
  if (line.starts_with('|')) return row(line.substr(1), "||");
  if (line.starts_with('!')) return row(line.substr(1), "!!");
  if (line.starts_with('=') && line.ends_with('=')) {
    while (line.size() > 1 && line.front() == '=' && line.back() == '=')
      line = line.substr(1, line.size() - 2);
    return std::string(trimmed(line));
  }
  const std::size_t words = line.find_first_not_of("*#:;");
  return words == std::string_view::npos ? std::string() : std::string(trimmed(line.substr(words)));
}

std::string without_emphasis(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t run = 0;
    while (at + run < line.size() && line[at + run] == '\'') ++run;
    if (run == 1) out += '\'';
    at += run;
    if (run == 0) out += line[at++];
  }
  return out;
}

std::string lines_of(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += without_emphasis(plain_line(text.substr(0, end)));
    out += "<br>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

WikiPage read_wikitext(std::string_view markup) {
  WikiPage page;
  Cutting cutting(markup);
  std::string text = cutting.rest();
  // A template without an end would take the rest of the page with it.
  if (cutting.is_open()) text = markup;
  const std::string words = without_addresses(WikiLinks(text, page.categories).resolved());
  page.text = html_to_text(lines_of(words));
  return page;
}

}  // namespace fihrist
