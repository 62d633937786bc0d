// SPDX-License-Identifier: GPL-3.0-or-later
// From the fields of a JSON object to an article, mending what can be mended.
#include "indexer/readers/json_article.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <utility>
#include <vector>

#include "analysis/utf8.hpp"
#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/json_dialects.hpp"
#include "indexer/readers/json_fields.hpp"

namespace fihrist {
namespace {

constexpr std::size_t longest_reason = 200;

/// The four digits of an escape at `at` ("\uXXXX"), or -1.
int escaped_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return -1;
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Halves of surrogate pairs standing alone are written by programs that cut strings blindly; a strict
/// parser refuses the whole object for one of them. They become U+FFFD.
std::string with_whole_surrogates(std::string_view text, std::size_t& replaced) {
  std::string mended;
  mended.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const int unit = escaped_unit(text, at);
    std::size_t length = text[at] == '\\' ? std::min<std::size_t>(unit >= 0 ? 6 : 2, text.size() - at) : 1;
    const bool pair = is_high(unit) && is_low(escaped_unit(text, at + 6));
    if (pair) length = 12;
    if (!pair && (is_high(unit) || is_low(unit))) {
      mended += "\\ufffd";
      ++replaced;
    } else {
      mended += text.substr(at, length);
    }
    at += length;
  }
  return mended;
}

bool may_hold_surrogates(std::string_view text) {
  return text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos;
}

std::vector<std::string> tidy_list(std::vector<std::string> texts, std::size_t& replaced) {
  for (std::string& text : texts) text = tidy_line(text, &replaced);
  std::erase(texts, std::string());
  return texts;
}

std::string tidy_body(const JsonFields& fields, std::size_t& replaced) {
  const std::string text = tidy_text(fields.text, &replaced);
  return text.empty() && !fields.html.empty() ? tidy_text(html_to_text(fields.html), &replaced) : text;
}

/// A date that is written but not understood leaves the article undated, and says so.
std::optional<Date> read_date(const std::string& text, bool& bad) {
  if (trimmed(text).empty()) return std::nullopt;
  auto date = parse_date(text);
  bad = bad || !date;
  return date;
}

JsonFault fault_of(const JsonOutcome& outcome) {
  if (outcome.wrong_type != JsonKey::unknown)
    return {"invalid_field",
            "The key \"" + std::string(name_of(outcome.wrong_type)) + "\" holds a value of the wrong type."};
  if (outcome.too_deep) return {"invalid_json", "It is nested deeper than 64 levels."};
  if (!outcome.is_object) return {"invalid_json", "It is no JSON object."};
  // The parser quotes what it read last, which may be a string of megabytes.
  const std::string reason(first_code_points(outcome.syntax_error, longest_reason));
  return {outcome.stopped_short ? "truncated" : "invalid_json", tidy_line(reason)};
}

bool are_lines_of(const std::vector<std::uint32_t>& lines, std::string_view text) {
  const auto count = 1 + std::count(text.begin(), text.end(), '\n');
  const bool ascending = std::ranges::adjacent_find(lines, std::greater_equal<>()) == lines.end();
  return ascending && (lines.empty() || lines.back() < count);
}

bool is_whole(const JsonOutcome& outcome) {
  return outcome.is_object && outcome.syntax_error.empty() && !outcome.too_deep &&
         outcome.wrong_type == JsonKey::unknown;
}

}  // namespace

ReadArticle article_of_fields(JsonFields fields, std::size_t replaced) {
  ReadArticle read;
  bool bad_date = false;
  Article& article = read.article;
  article.id = tidy_line(fields.id, &replaced);
  article.title = tidy_line(fields.title, &replaced);
  article.text = tidy_body(fields, replaced);
  article.summary = tidy_text(fields.summary, &replaced);
  article.authors = tidy_list(std::move(fields.authors), replaced);
  article.source = tidy_line(fields.source, &replaced);
  article.url = tidy_line(fields.url, &replaced);
  article.alias_urls = tidy_list(std::move(fields.alias_urls), replaced);
  article.tags = tidy_list(std::move(fields.tags), replaced);
  article.date = read_date(fields.date, bad_date);
  article.updated = read_date(fields.updated, bad_date);
  article.comments = fields.comments;
  if (article.date) article.date_origin = tidy_line(fields.date_origin, &replaced);
  article.site_lines = std::move(fields.site_lines);
  read.deleted = fields.deleted;
  if (bad_date) read.warnings.emplace_back("bad_date");
  if (replaced > 0) read.warnings.emplace_back("replaced_bytes");
  return read;
}

namespace {

std::variant<ReadArticle, JsonFault, Skip> result_of(DialectFields&& dialect, std::size_t replaced) {
  if (!dialect.is_article)
    return Skip{.code = "not_article", .message = "settings, pictures and the like of a site"};
  ReadArticle read = article_of_fields(std::move(dialect.fields), replaced);
  read.withheld = std::move(dialect.withheld);
  read.framed = dialect.framed;
  if (read.article.title.empty() && read.article.text.empty() && read.withheld.empty())
    return JsonFault{"no_text", "It has neither title nor text."};
  return read;
}

}  // namespace

std::variant<ReadArticle, JsonFault, Skip> read_json_article(std::string_view object) {
  std::size_t replaced = 0;
  std::string mended;
  if (!is_valid_utf8(object)) object = mended = clean_utf8(object, &replaced);
  if (may_hold_surrogates(object)) object = mended = with_whole_surrogates(object, replaced);
  if (may_be_dialect(object))
    if (auto dialect = read_dialect(object)) return result_of(std::move(*dialect), replaced);
  JsonFields fields;
  const JsonOutcome outcome = read_json_fields(object, fields);
  if (!is_whole(outcome)) return fault_of(outcome);
  ReadArticle read = article_of_fields(std::move(fields), replaced);
  if (!read.deleted && read.article.title.empty() && read.article.text.empty())
    return JsonFault{"no_text", "It has neither title nor text."};
  if (!are_lines_of(read.article.site_lines, read.article.text))
    return JsonFault{"invalid_field",
                     "The key \"site_lines\" does not name lines of the text in ascending order."};
  if (read.deleted && read.article.id.empty() && read.article.url.empty())
    return JsonFault{"invalid_field", "It asks for a deletion without id or url."};
  return read;
}

}  // namespace fihrist
