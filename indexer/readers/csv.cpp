// SPDX-License-Identifier: GPL-3.0-or-later
// Names of columns in three languages, and rows as articles.
#include "indexer/readers/csv.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/fold.hpp"
#include "analysis/split.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/decoded_source.hpp"
#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/csv_records.hpp"
#include "indexer/readers/json_article.hpp"
#include "indexer/readers/registry.hpp"

namespace fihrist {
namespace {

struct Column {
  JsonKey key;
  std::string_view names;  ///< parted by bars
};

/// The first one of a kind counts for fields of one value.
constexpr Column columns[] = {
    {JsonKey::id, "id|post_id|article_id|guid|المعرف|الرقم|رقم|identifiant"},
    {JsonKey::title, "title|headline|subject|post_title|name|العنوان|عنوان المقال|عنوان الخبر|titre"},
    {JsonKey::text,
     "text|body|content|post_content|article|article_text|full_text|description_full|النص|نص|المحتوى|المتن|"
     "المقال|"
     "نص المقال|نص الخبر|الخبر|texte|contenu|corps|article_body|articlebody|message"},
    {JsonKey::html, "html|content_html|body_html|content:encoded"},
    {JsonKey::author,
     "author|authors|by|byline|writer|post_author|creator|dc:creator|الكاتب|المؤلف|المحرر|اسم الكاتب|كاتب "
     "المقال|"
     "auteur|auteurs"},
    {JsonKey::date,
     "date|published|published_at|publish_date|published_date|pub_date|pubdate|post_date|date_published|"
     "created|"
     "created_at|datetime|timestamp|التاريخ|تاريخ النشر|تاريخ|نشر في|date de publication|publie "
     "le|date_publication"},
    {JsonKey::updated,
     "updated|updated_at|modified|post_modified|date_modified|last_modified|تاريخ التحديث|آخر تحديث|mis a "
     "jour|"
     "date de modification"},
    {JsonKey::url, "url|link|permalink|address|href|canonical|الرابط|رابط|العنوان الإلكتروني|lien|adresse"},
    {JsonKey::tags,
     "tags|tag|labels|keywords|categories|category|section|الوسوم|وسوم|الكلمات "
     "المفتاحية|التصنيف|التصنيفات|القسم|"
     "etiquettes|mots-cles|mots cles|categorie|rubrique"},
    {JsonKey::source, "source|site|publisher|website|المصدر|الموقع|الصحيفة|الناشر|journal"},
    {JsonKey::summary,
     "summary|excerpt|description|abstract|post_excerpt|lead|الملخص|ملخص|الوصف|المقدمة|resume|chapo"},
    {JsonKey::comments, "comments|comment_count|عدد التعليقات|التعليقات|commentaires"},
};

/// «Published At», "published_at" and "published-at" are one.
std::string column_key(std::string_view name) {
  std::string key = fold_key(tidy_line(name));
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return key;
}

using ColumnNames = std::unordered_map<std::string, JsonKey>;

ColumnNames names_of_columns() {
  ColumnNames keys;
  for (const Column& column : columns)
    for (const std::string_view name : split(column.names, '|')) keys.emplace(column_key(name), column.key);
  return keys;
}

JsonKey column_named(const std::string& key) {
  static const ColumnNames keys = names_of_columns();
  const auto found = keys.find(key);
  return found == keys.end() ? JsonKey::unknown : found->second;
}

/// Unknown for cells that name no field of ours.
std::vector<JsonKey> read_header(const std::vector<std::string>& cells) {
  std::vector<JsonKey> keys;
  keys.reserve(cells.size());
  for (const std::string& cell : cells) keys.push_back(column_named(column_key(cell)));
  return keys;
}

bool holds(const std::vector<JsonKey>& keys, JsonKey key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// A title or an address beside a text: without them any line with commas would be a table.
bool is_header_of_articles(const std::vector<JsonKey>& keys) {
  const bool has_text =
      holds(keys, JsonKey::text) || holds(keys, JsonKey::html) || holds(keys, JsonKey::summary);
  return has_text && (holds(keys, JsonKey::title) || holds(keys, JsonKey::url) || holds(keys, JsonKey::date));
}

/// Cells hold lists of tags and authors: «أ، ب»، "a; b", "a|b".
void add_parts(std::vector<std::string>& parts, std::string_view cell) {
  constexpr std::string_view arabic_comma = "،";
  while (!cell.empty()) {
    const std::size_t end = std::min({cell.find_first_of(",;|\n"), cell.find(arabic_comma), cell.size()});
    if (const auto part = trimmed(cell.substr(0, end)); !part.empty()) parts.emplace_back(part);
    cell.remove_prefix(end);
    cell.remove_prefix(cell.starts_with(arabic_comma) ? arabic_comma.size()
                                                      : std::min<std::size_t>(1, cell.size()));
  }
}

void set_field(JsonFields& fields, JsonKey key, std::string&& cell) {
  if (key == JsonKey::author) return add_parts(fields.authors, cell);
  if (key == JsonKey::tags) return add_parts(fields.tags, cell);
  if (key == JsonKey::comments) {
    std::uint32_t count = 0;
    const std::string_view digits = trimmed(cell);
    if (const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
        error == std::errc() && end == digits.data() + digits.size())
      fields.comments = count;
    return;
  }
  std::string* member = text_member(fields, key);
  if (member != nullptr && member->empty()) *member = std::move(cell);
}

/// Exports of blogs hold the HTML of the editor in their text.
bool looks_like_html(std::string_view text) {
  return text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos ||
         text.find("<p>") != std::string_view::npos;
}

/// Takes the cells out of the row.
ReadArticle article_of_row(const std::vector<JsonKey>& keys, CsvRecord& row) {
  JsonFields fields;
  for (std::size_t i = 0; i < std::min(keys.size(), row.cells.size()); ++i)
    set_field(fields, keys[i], std::move(row.cells[i]));
  if (fields.html.empty() && looks_like_html(fields.text)) std::swap(fields.html, fields.text);
  ReadArticle read = article_of_fields(std::move(fields), 0);
  read.record = row.number;
  read.offset = row.offset;
  return read;
}

class TableReading {
 public:
  TableReading(DecodedSource& text, char delimiter, const std::string& path, const ReaderSink& sink)
      : records_(text, delimiter, longest_row), path_(path), sink_(sink) {}

  void run() {
    auto row = records_.next();
    if (!row) return;
    keys_ = read_header(row->cells);
    if (!is_header_of_articles(keys_))
      return reject(*row, "no_header",
                    "The first row names no columns for a text and its title, address or date.");
    while ((row = records_.next())) take(std::move(*row));
  }

 private:
  void take(CsvRecord row) {
    if (row.too_long) return reject(row, "too_long", "It is longer than 16 MiB.");
    if (!row.ended) return reject(row, "truncated", "The table ends within quotes.");
    ReadArticle read = article_of_row(keys_, row);
    if (!read.article.title.empty() || !read.article.text.empty()) return sink_.article(std::move(read));
    reject(row, "no_text", "The row has neither title nor text.");
  }

  void reject(const CsvRecord& row, std::string code, std::string message) {
    sink_.reject({.path = path_,
                  .record = row.number,
                  .offset = row.offset,
                  .code = std::move(code),
                  .message = std::move(message)});
  }

  CsvRecords records_;
  const std::string& path_;
  const ReaderSink& sink_;
  std::vector<JsonKey> keys_;
};

}  // namespace

int CsvReader::sniff(std::string_view head, std::string_view) const {
  if (head.empty() || looks_binary(head)) return 0;
  constexpr int sure = 80;
  const auto bytes = open_text(std::string(head));
  DecodedSource text(*bytes);
  CsvRecords records(text, delimiter_of(text.head()), longest_row);
  const auto header = records.next();
  return header && header->cells.size() > 1 && is_header_of_articles(read_header(header->cells)) ? sure : 0;
}

void CsvReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  DecodedSource text(bytes);
  TableReading(text, delimiter_of(text.head()), name, sink).run();
}

}  // namespace fihrist
