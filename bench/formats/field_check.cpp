// SPDX-License-Identifier: GPL-3.0-or-later
// Compares as a searcher would: words, not markup.
#include "bench/formats/field_check.hpp"

#include <algorithm>
#include <cstdlib>

#include "bench/formats/reading.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/feed_person.hpp"
#include "indexer/readers/feed_text.hpp"

namespace fihrist {
namespace {

/// Other libraries keep the markup and the white space of the feed.
std::string words(std::string_view text) {
  return tidy_line(tidy_text(paragraphs_of({std::string(text), true})));
}

bool same_text(std::string_view ours, std::string_view expected) {
  return tidy_line(ours) == words(expected) || tidy_line(ours) == tidy_line(expected) ||
         tidy_line(ours) == tidy_line(line_of({std::string(expected), true}));
}

bool same_date(const std::optional<Date>& ours, std::string_view expected) {
  const auto date = parse_date(expected);
  return ours && date && utc_seconds(*ours) == utc_seconds(*date);
}

bool any_same(const std::vector<std::string>& ours, std::string_view expected) {
  return std::any_of(ours.begin(), ours.end(),
                     [&](const std::string& one) { return same_text(one, expected); });
}

}  // namespace

bool holds_value(const ReadArticle& read, CheckedField field, std::string_view expected) {
  const Article& article = read.article;
  switch (field) {
    case CheckedField::title:
      return same_text(article.title, expected);
    case CheckedField::link:
      return article.url == expected || any_same(article.alias_urls, expected);
    case CheckedField::id:
      return article.id == expected || article.id.ends_with('#' + std::string(expected));
    case CheckedField::text:
      return same_text(article.text, expected);
    case CheckedField::summary:
      return same_text(article.summary, expected) ||
             (article.summary.empty() && same_text(article.text, expected));
    case CheckedField::author:
      return any_same(article.authors, expected) || any_same(article.authors, person_name(expected));
    case CheckedField::date:
      return same_date(article.date, expected);
    case CheckedField::updated:
      return same_date(article.updated, expected) || (!article.updated && same_date(article.date, expected));
    case CheckedField::tag:
      return any_same(article.tags, expected);
  }
  return false;
}

std::string shown_value(const ReadArticle& read, CheckedField field) {
  const Article& article = read.article;
  const auto joined = [](const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : " | ") + part;
    return out;
  };
  switch (field) {
    case CheckedField::title:
      return article.title;
    case CheckedField::link:
      return article.url;
    case CheckedField::id:
      return article.id;
    case CheckedField::text:
      return article.text;
    case CheckedField::summary:
      return article.summary.empty() ? article.text : article.summary;
    case CheckedField::author:
      return joined(article.authors);
    case CheckedField::date:
      return article.date ? to_iso(*article.date) : "";
    case CheckedField::updated:
      return article.updated ? to_iso(*article.updated) : "";
    case CheckedField::tag:
      return joined(article.tags);
  }
  return {};
}

}  // namespace fihrist
