// SPDX-License-Identifier: GPL-3.0-or-later
// Cleaning and handing over.
#include "indexer/readers/xml_article.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "analysis/utf8.hpp"
#include "indexer/double_encoding.hpp"
#include "indexer/html_reference.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/syndication.hpp"

namespace fihrist {
namespace {

/// C1 controls are signs of windows-1252 that somebody took for ISO 8859-1: «don\x92t».
std::string with_signs_for_controls(std::string text) {
  const auto is_control = [&](std::size_t at) {
    return at + 1 < text.size() && text[at] == '\xC2' && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  };
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = text.find('\xC2'); at != std::string::npos; at = text.find('\xC2', at + 1)) {
    if (!is_control(at)) continue;
    out.append(text, kept, at - kept);
    append_utf8(out, html_character(static_cast<unsigned char>(text[at + 1])));
    kept = at + 2;
  }
  if (kept == 0) return text;
  return out.append(text, kept);
}

class Tidying {
 public:
  explicit Tidying(ReadArticle& read) : read_(read) {}

  void line(std::string& text) { text = tidy_line(repaired(std::move(text))); }
  void paragraphs(std::string& text) { text = tidy_text(repaired(std::move(text))); }

  void list(std::vector<std::string>& texts) {
    std::vector<std::string> kept;
    for (std::string& text : texts) {
      line(text);
      if (!text.empty() && std::find(kept.begin(), kept.end(), text) == kept.end())
        kept.push_back(std::move(text));
    }
    texts = std::move(kept);
  }

 private:
  std::string repaired(std::string text) {
    bool was_double = false;
    text = undo_double_encoding(std::move(text), was_double);
    if (was_double) warn(read_, "repaired_encoding");
    return with_signs_for_controls(std::move(text));
  }

  ReadArticle& read_;
};

/// Feeds of WordPress end with where the article appeared first.
void take_syndication(std::string& text, std::string& source) {
  const std::size_t begin = text.rfind('\n');
  const std::string_view last = std::string_view(text).substr(begin == std::string::npos ? 0 : begin + 1);
  auto found = read_syndication(last);
  if (!found) return;
  source = std::move(found->source);
  text.resize(begin == std::string::npos ? 0 : begin);
}

bool holds_replacement(const std::string& text) { return text.find("\xEF\xBF\xBD") != std::string::npos; }

}  // namespace

std::optional<Date> field_date(std::string_view text, ReadArticle& read) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  auto date = parse_date(text);
  if (!date) warn(read, "bad_date");
  return date;
}

void warn(ReadArticle& read, std::string_view warning) {
  if (std::find(read.warnings.begin(), read.warnings.end(), warning) == read.warnings.end())
    read.warnings.emplace_back(warning);
}

void finish_article(ReadArticle& read, const XmlRecord& record) {
  Article& article = read.article;
  Tidying tidying(read);
  for (std::string* text : {&article.id, &article.title, &article.source, &article.url}) tidying.line(*text);
  for (std::string* text : {&article.text, &article.summary}) tidying.paragraphs(*text);
  for (auto* texts : {&article.authors, &article.tags, &article.alias_urls}) tidying.list(*texts);
  take_syndication(article.text, article.source);
  take_syndication(article.summary, article.source);
  std::erase(article.alias_urls, article.url);
  if (article.summary == article.text) article.summary.clear();
  if (article.date) read.date_origin = "field";
  if (record.replaced && (holds_replacement(article.title) || holds_replacement(article.text)))
    warn(read, "replaced_bytes");
  read.record = record.number;
  read.offset = record.offset;
}

void give_article(ReadArticle&& read, const std::string& path, const ReaderSink& sink) {
  if (read.deleted || !read.article.title.empty() || !read.article.text.empty())
    return sink.article(std::move(read));
  sink.reject({.path = path,
               .record = read.record,
               .offset = read.offset,
               .code = "no_text",
               .message = "It has neither title nor text."});
}

Skip skip_of(const XmlRecord& record, const std::string& path, const char* code, std::string message) {
  return {.path = path,
          .record = record.number,
          .offset = record.offset,
          .code = code,
          .message = std::move(message)};
}

std::optional<std::uint32_t> count_in(std::string_view text) {
  text = trimmed(text);
  std::uint32_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, count);
  return error == std::errc() && behind == end ? std::optional(count) : std::nullopt;
}

}  // namespace fihrist
