// SPDX-License-Identifier: GPL-3.0-or-later
// From the markup of a text to lines and paragraphs.
#include "indexer/readers/feed_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analysis/ascii.hpp"
#include "analysis/utf8.hpp"
#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/mime_message.hpp"

namespace fihrist {
namespace {

/// Elements that titles and short texts hold; in lower case, sorted.
constexpr std::array<std::string_view, 51> known_tags{
    "a",      "abbr",   "acronym", "article", "b",   "bdi", "bdo", "big",    "blockquote", "br",    "center",
    "cite",   "code",   "dd",      "del",     "div", "dl",  "dt",  "em",     "figure",     "font",  "h1",
    "h2",     "h3",     "h4",      "h5",      "h6",  "hr",  "i",   "iframe", "img",        "ins",   "kbd",
    "li",     "mark",   "ol",      "p",       "pre", "q",   "s",   "script", "section",    "small", "span",
    "strike", "strong", "style",   "sub",     "sup", "u",   "ul"};

bool is_letter_or_digit(char c) noexcept { return is_ascii_letter(c) || is_ascii_digit(c); }

std::string tag_name_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '/') ++at;
  std::string name;
  for (; at < text.size() && is_letter_or_digit(text[at]) && name.size() < 16; ++at)
    name += to_ascii_lower(text[at]);
  return name;
}

bool is_known_tag(std::string_view text, std::size_t at) {
  const std::string name = tag_name_at(text, at + 1);
  return std::find(known_tags.begin(), known_tags.end(), name) != known_tags.end() ||
         text.substr(at).starts_with("<!--");
}

bool is_lines(std::string_view html) {
  constexpr std::array<std::string_view, 9> parting{"p",   "br", "div", "li",        "tr",
                                                    "pre", "h2", "h3",  "blockquote"};
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string name = tag_name_at(html, at + 1);
    if (std::find(parting.begin(), parting.end(), name) != parting.end()) return true;
  }
  return false;
}

/// '<' that begins no tag of HTML becomes a reference.
std::string with_known_tags(std::string_view text) {
  std::string out;
  std::size_t kept = 0;  // from here on nothing was changed
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (is_known_tag(text, at)) continue;
    out += text.substr(kept, at - kept);
    out += "&lt;";
    kept = at + 1;
  }
  return out += text.substr(kept);
}

/// Empty lines, of any system, become <p>.
std::string with_paragraphs(std::string_view text) {
  std::string out;
  std::size_t line_ends = 0;
  for (const char c : text) {
    if (c == '\n')
      ++line_ends;
    else if (c != ' ' && c != '\t' && c != '\r') {
      if (line_ends >= 2) out += "<p>";
      line_ends = 0;
    }
    out += c;
  }
  return out;
}

/// What was meant as base64 and is; another type may have been written for what is no base64 at all.
std::optional<std::string> text_from_base64(std::string_view text) {
  if (text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n") !=
      std::string_view::npos)
    return std::nullopt;
  std::string bytes = from_base64(text);
  if (!is_valid_utf8(bytes)) return std::nullopt;
  return bytes;
}

bool is_xml_type(const std::string& type) { return type.ends_with("+xml") || type.ends_with("/xml"); }

/// Content of another media type is base64 in Atom 1.0 (RFC 4287, 4.1.3.3), and says so by `mode` in 0.3.
bool is_base64(const std::string& type, const std::string& mode) {
  if (!mode.empty()) return mode == "base64";
  return type.find('/') != std::string::npos && !type.starts_with("text/") && !is_xml_type(type);
}

}  // namespace

WrittenText atom_text(XmlNode node) {
  const std::string type = lower_ascii(node.attribute("type"));
  const std::string mode = lower_ascii(node.attribute("mode"));
  if (is_base64(type, mode))
    if (auto text = text_from_base64(node.text())) return {std::move(*text), true};
  if (node.has_children() || type == "xhtml" || type == "application/xhtml+xml")
    return {node.markup(type == "html"), true};
  const bool is_html = type == "html" || type == "text/html" || mode == "escaped";
  return {node.text(), is_html};
}

WrittenText rss_text(XmlNode node) { return {node.has_children() ? node.markup(true) : node.text(), true}; }

WrittenText written_text(XmlNode node) {
  const XmlSpace space = node.name().space;
  if (space == XmlSpace::atom) return atom_text(node);
  return space == XmlSpace::xhtml ? WrittenText{node.markup(false), true} : rss_text(node);
}

std::string line_of(const WrittenText& text) {
  return text.is_html ? html_to_text(with_known_tags(text.value)) : text.value;
}

std::string paragraphs_of(const WrittenText& text) {
  if (!text.is_html) return text.value;
  return html_to_text(is_lines(text.value) ? text.value : with_paragraphs(text.value));
}

}  // namespace fihrist
