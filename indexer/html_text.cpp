// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the markup; a '<' that begins no tag is a sign of its own.
#include "indexer/html_text.hpp"

#include <algorithm>
#include <optional>

#include "analysis/ascii.hpp"
#include "analysis/byte_block.hpp"
#include "analysis/utf8.hpp"
#include "indexer/html_reference.hpp"

namespace fihrist {
namespace {

using namespace std::string_view_literals;

/// Sorted.
constexpr std::string_view ending_lines[] = {
    "address"sv, "article"sv, "aside"sv,   "blockquote"sv, "br"sv,         "caption"sv, "dd"sv,
    "details"sv, "div"sv,     "dl"sv,      "dt"sv,         "figcaption"sv, "figure"sv,  "footer"sv,
    "form"sv,    "h1"sv,      "h2"sv,      "h3"sv,         "h4"sv,         "h5"sv,      "h6"sv,
    "header"sv,  "hr"sv,      "li"sv,      "main"sv,       "nav"sv,        "ol"sv,      "p"sv,
    "pre"sv,     "section"sv, "summary"sv, "table"sv,      "tbody"sv,      "tr"sv,      "ul"sv};
static_assert(std::ranges::is_sorted(ending_lines));
constexpr std::string_view parting_cells[] = {"td"sv, "th"sv};
constexpr std::string_view without_text[] = {"script"sv, "style"sv, "template"sv, "svg"sv, "head"sv};

constexpr std::size_t longest_reference = 12;

template <std::size_t count>
bool is_one_of(std::string_view name, const std::string_view (&names)[count]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Which of sixteen bytes do not stand for themselves: markup, and all blanks but a space between words.
ByteBlock marked_bytes(const char* bytes) noexcept {
  const ByteBlock before = byte_block_at(bytes - 1);
  const ByteBlock byte = byte_block_at(bytes);
  return reinterpret_cast<ByteBlock>((byte == '<') | (byte == '&') | ((byte >= '\t') & (byte <= '\r')) |
                                     ((byte == ' ') & (before == ' ')));
}

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html) { text_.reserve(html.size() / 2); }

  std::string strip() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<' && take_markup()) continue;
      if (c == '&' && take_reference()) continue;
      add(c);
      ++at_;
      const std::size_t run = letters_at(at_);
      text_.append(html_, at_, run);
      at_ += run;
    }
    return std::move(text_);
  }

 private:
  /// How many bytes from here on are neither markup nor blank, and stand for themselves; with single spaces
  /// between them.
  std::size_t letters_at(std::size_t at) const {
    if (at == html_.size() || is_ascii_blank(html_[at])) return 0;
    std::size_t end = at + bytes_in_blocks_without(html_.substr(at), marked_bytes);
    while (end < html_.size() && html_[end] != '<' && html_[end] != '&' && !is_ascii_blank(html_[end])) ++end;
    return end - at;
  }

  void add(char c) {
    if (in_pre_ || !is_ascii_blank(c)) {
      text_ += c;
    } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
      text_ += ' ';
    }
  }

  bool take_markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return skip_behind("-->", at_ + 4);
    if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_behind(">", at_ + 2);
    const bool closing = rest.starts_with("</");
    const std::size_t name_begin = at_ + (closing ? 2 : 1);
    if (name_begin >= html_.size() || !is_ascii_letter(html_[name_begin])) return false;
    const std::string name = name_at(name_begin);
    const std::size_t end = end_of_tag(name_begin + name.size());
    if (end == std::string_view::npos) return false;
    at_ = end + 1;
    apply(name, closing);
    return true;
  }

  std::string name_at(std::size_t at) const {
    std::string name;
    for (; at < html_.size() && (is_ascii_letter(html_[at]) || (html_[at] >= '0' && html_[at] <= '9')); ++at)
      name += to_ascii_lower(html_[at]);
    return name;
  }

  void apply(const std::string& name, bool closing) {
    if (std::ranges::binary_search(ending_lines, std::string_view(name))) text_ += '\n';
    if (is_one_of(name, parting_cells)) add(' ');
    if (name == "pre") in_pre_ = !closing;
    if (!closing && is_one_of(name, without_text)) skip_element(name);
  }

  /// A construct without an end is dropped to the end of the text, as browsers do with comments.
  bool skip_behind(std::string_view mark, std::size_t from) {
    const std::size_t found = html_.find(mark, from);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
    return true;
  }

  /// To the element's closing tag, in any letter case.
  void skip_element(const std::string& name) {
    const std::string closing = "</" + name;
    const auto found =
        std::search(html_.begin() + static_cast<std::ptrdiff_t>(at_), html_.end(), closing.begin(),
                    closing.end(), [](char a, char b) { return to_ascii_lower(a) == b; });
    at_ = static_cast<std::size_t>(found - html_.begin());
  }

  /// The '>' of a tag, quoted attributes considered. Once a quote has no end in the whole text, quotes mean
  /// nothing any more; once no '>' is left there are no more tags: each is searched to the end only once.
  std::size_t end_of_tag(std::size_t at) {
    if (tags_are_over_) return std::string_view::npos;
    const std::size_t begin = at;
    while (at < html_.size() && html_[at] != '>') {
      const bool quote = html_[at] == '"' || html_[at] == '\'';
      if (quote && !quotes_are_broken_) at = html_.find(html_[at], at + 1);
      if (at == std::string_view::npos) break;
      ++at;
    }
    if (at < html_.size()) return at;
    quotes_are_broken_ = true;
    const std::size_t plain = html_.find('>', begin);
    tags_are_over_ = plain == std::string_view::npos;
    return plain;
  }

  bool take_reference() {
    const std::size_t end = html_.substr(at_, longest_reference).find(';');
    const auto code_point =
        end == std::string_view::npos ? std::nullopt : html_reference(html_.substr(at_ + 1, end - 1));
    if (!code_point) return false;
    append_utf8(text_, *code_point);
    at_ += end + 1;
    return true;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string text_;
  bool in_pre_ = false;
  bool quotes_are_broken_ = false;
  bool tags_are_over_ = false;
};

}  // namespace

std::string html_to_text(std::string_view html) { return Stripper(html).strip(); }

}  // namespace fihrist
