// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and facets of an article, and its passage through a file.
#include "indexer/prepared_article.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/fold.hpp"
#include "indexer/web_address.hpp"
#include "schema/error.hpp"
#include "schema/facet_values.hpp"
#include "schema/fields.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

void add_folded(std::vector<std::string>& terms, Field field, const std::string& name) {
  const std::string key = fold_key(name);
  if (!key.empty()) terms.push_back(term_of(field, key));
}

void add_date(std::vector<std::string>& terms, const std::optional<Date>& date) {
  if (!date) {
    terms.push_back(term_of(Field::undated, ""));
    return;
  }
  const std::string year = fmt::format("{:04}", date->year);
  terms.push_back(term_of(Field::year, year));
  if (date->precision < DatePrecision::month) return;
  const std::string month = year + fmt::format("{:02}", date->month);
  terms.push_back(term_of(Field::month, month));
  if (date->precision < DatePrecision::day) return;
  terms.push_back(term_of(Field::day, month + fmt::format("{:02}", date->day)));
}

void append_uses(std::string& out, const std::vector<WordUse>& uses) {
  append_varint(out, uses.size());
  for (const WordUse& use : uses) {
    append_varint(out, use.word);
    append_varint(out, use.in_title);
    append_varint(out, use.in_text);
  }
}

/// Reads what to_bytes() wrote; anything else is a spool that was changed under our hands.
class FieldTaker {
 public:
  explicit FieldTaker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() { return checked(take_varint(bytes_)); }
  std::string_view view() { return checked(take_text(bytes_)); }
  std::string text() { return std::string(view()); }
  std::vector<WordUse> uses() {
    std::vector<WordUse> uses(count());
    for (WordUse& use : uses) {
      use.word = static_cast<WordId>(number());
      use.in_title = static_cast<std::uint32_t>(number());
      use.in_text = static_cast<std::uint32_t>(number());
    }
    return uses;
  }
  void pass_over_texts(std::size_t texts) {
    for (; texts > 0; --texts) view();
  }
  std::size_t count() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) fail();
    return static_cast<std::size_t>(size);
  }
  std::vector<std::string> texts() {
    std::vector<std::string> texts(count());
    for (std::string& one : texts) one = text();
    return texts;
  }

 private:
  [[noreturn]] static void fail() {
    throw Error(ErrorCode::failed, "the spool of this run was changed while it was read",
                "Run the command again.");
  }
  template <typename Value>
  static Value checked(const std::optional<Value>& value) {
    if (!value) fail();
    return *value;
  }

  std::string_view bytes_;
};

}  // namespace

std::vector<std::string> filters_of(const Article& article) {
  std::vector<std::string> terms;
  for (const std::string& author : article.authors) add_folded(terms, Field::author, author);
  for (const std::string& tag : article.tags) add_folded(terms, Field::tag, tag);
  add_folded(terms, Field::source, article.source);
  const std::string site = site_of(article.url);
  if (!site.empty()) terms.push_back(term_of(Field::site, site));
  add_date(terms, article.date);
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

std::string facets_of(const Article& article) {
  FacetValues values{.source = article.source, .authors = article.authors, .tags = article.tags};
  if (article.date) values.year = article.date->year;
  if (article.date && article.date->precision >= DatePrecision::month) values.month = article.date->month;
  return pack(values);
}

std::string to_bytes(const PreparedArticle& article) {
  std::string bytes;
  bytes.reserve(article.record.size() + article.words.size() + 6 * article.word_uses.size() + 512);
  append_text(bytes, article.id_term);
  append_text(bytes, article.record);
  append_text(bytes, {article.content.data(), article.content.size()});
  append_text(bytes, article.likeness);
  append_varint(bytes, article.cluster);
  append_text(bytes, article.sort_key);
  append_text(bytes, article.facets);
  append_varint(bytes, article.filters.size());
  for (const std::string& filter : article.filters) append_text(bytes, filter);
  append_text(bytes, article.words);
  append_uses(bytes, article.word_uses);
  return bytes;
}

PreparedArticle prepared_from_bytes(std::string_view bytes) {
  FieldTaker taker(bytes);
  PreparedArticle article;
  article.id_term = taker.text();
  article.record = taker.text();
  const std::string content = taker.text();
  std::copy_n(content.begin(), std::min(content.size(), article.content.size()), article.content.begin());
  article.likeness = taker.text();
  article.cluster = taker.number();
  article.sort_key = taker.text();
  article.facets = taker.text();
  article.filters = taker.texts();
  article.words = taker.text();
  article.word_uses = taker.uses();
  return article;
}

std::string_view record_in(std::string_view bytes) {
  FieldTaker taker(bytes);
  taker.pass_over_texts(1);  // id_term
  return taker.view();
}

std::string_view words_in(std::string_view bytes) {
  FieldTaker taker(bytes);
  taker.pass_over_texts(4);  // id_term to likeness
  taker.number();            // cluster
  taker.pass_over_texts(2);  // sort_key, facets
  taker.pass_over_texts(taker.count());
  return taker.view();
}

}  // namespace fihrist
