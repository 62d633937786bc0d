// SPDX-License-Identifier: GPL-3.0-or-later
// Shortcodes out, line ends to <br>, and then the text of that HTML.
#include "indexer/readers/wordpress_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "analysis/ascii.hpp"
#include "indexer/html_text.hpp"

namespace fihrist {
namespace {

/// Those of WordPress and of its most used plugin, which may stand alone and bare.
constexpr std::array<std::string_view, 12> known_shortcodes{"audio",   "caption",    "embed",    "gallery",
                                                            "more",    "nextpage",   "playlist", "video",
                                                            "youtube", "wp_caption", "vimeo",    "tweet"};
constexpr std::size_t longest_shortcode = 2048;

bool is_shortcode_char(char c) noexcept {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
}

std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_shortcode_char(text[end])) ++end;
  return text.substr(at, end - at);
}

/// Names that are closed somewhere: "[/name]".
std::unordered_set<std::string_view> closed_names(std::string_view text) {
  std::unordered_set<std::string_view> names;
  for (std::size_t at = text.find("[/"); at != std::string_view::npos; at = text.find("[/", at + 2)) {
    const std::string_view name = name_at(text, at + 2);
    if (!name.empty() && text.substr(at + 2 + name.size()).starts_with(']')) names.insert(name);
  }
  return names;
}

bool begins_in_any_case(std::string_view text, std::size_t at, std::string_view lower) {
  return text.size() - at >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == to_ascii_lower(b); });
}

/// A stretch of a text; at its end when there is none.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first element of code from `at` on: what stands in it is shown as it is.
Stretch next_code(std::string_view text, std::size_t at) {
  for (at = text.find('<', at); at != std::string_view::npos; at = text.find('<', at + 1))
    for (const std::string_view name : {"code", "pre"}) {
      if (name_at(text, at + 1).size() != name.size() || !begins_in_any_case(text, at + 1, name)) continue;
      std::size_t end = text.find("</", at);
      while (end != std::string_view::npos && !begins_in_any_case(text, end + 2, name))
        end = text.find("</", end + 2);
      return {at, std::min(end, text.size())};
    }
  return {text.size(), text.size()};
}

class Shortcodes {
 public:
  explicit Shortcodes(std::string_view text) : text_(text), closed_(closed_names(text)) {}

  std::string removed() const {
    std::string out;
    std::size_t kept = 0;  // from here on nothing was removed
    Stretch code;
    for (std::size_t at = text_.find('['); at != std::string_view::npos; at = text_.find('[', at)) {
      while (code.end <= at && code.begin < text_.size()) code = next_code(text_, code.end);
      if (code.begin <= at && at < code.end) {
        at = code.end;
        continue;
      }
      const std::size_t length = length_at(at);
      if (length > 0) {
        // One in double brackets is spoken of, not used (WordPress's Shortcode API).
        const bool escaped = at > kept && text_[at - 1] == '[' && text_.substr(at + length).starts_with(']');
        out += text_.substr(kept, at - kept - (escaped ? 1 : 0));
        if (escaped) out += text_.substr(at, length);
        kept = at + length + (escaped ? 1 : 0);
      }
      at = std::max(kept, at + 1);
    }
    out += text_.substr(kept);
    return out;
  }

 private:
  /// Of the tag that begins with this bracket; 0 when it is none.
  std::size_t length_at(std::size_t at) const {
    const bool closing = text_.substr(at + 1).starts_with('/');
    const std::string_view name = name_at(text_, at + (closing ? 2 : 1));
    const std::string_view rest = text_.substr(at, longest_shortcode);
    const std::size_t end = rest.find(']');
    if (name.empty() || end == std::string_view::npos ||
        rest.substr(1, end).find('[') != std::string_view::npos)
      return 0;
    const std::string_view attributes =
        rest.substr(1 + name.size() + (closing ? 1 : 0), end - 1 - name.size() - (closing ? 1 : 0));
    const bool parted = attributes.empty() || attributes.front() == ' ' || attributes.front() == '/' ||
                        attributes.front() == '=';
    const bool known =
        std::find(known_shortcodes.begin(), known_shortcodes.end(), name) != known_shortcodes.end();
    const bool is_one = closed_.contains(name) || known || attributes.find('=') != std::string_view::npos;
    return parted && is_one ? end + 1 : 0;
  }

  std::string_view text_;
  std::unordered_set<std::string_view> closed_;
};

/// Line ends outside of tags and <pre> become <br>: what wpautop shows as lines and paragraphs.
std::string with_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_tag = false;
  bool in_pre = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t run = at;
    while (at < text.size() && text[at] != '<' && text[at] != '>' && text[at] != '\n') ++at;
    out += text.substr(run, at - run);
    if (at == text.size()) break;
    const char c = text[at];
    if (c == '<') {
      in_tag = true;
      if (begins_in_any_case(text, at, "<pre")) in_pre = true;
      if (begins_in_any_case(text, at, "</pre")) in_pre = false;
    }
    if (c == '>') in_tag = false;
    if (c == '\n' && !in_tag && !in_pre) out += "<br>";
    out += c;
  }
  return out;
}

}  // namespace

std::string wordpress_text(std::string_view content) {
  const std::string text = Shortcodes(content).removed();
  const bool has_blocks = text.find("<!-- wp:") != std::string::npos;
  return html_to_text(has_blocks ? text : with_lines(text));
}

}  // namespace fihrist
