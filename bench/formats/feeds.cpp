// SPDX-License-Identifier: GPL-3.0-or-later
// The suites of feedparser and gofeed: what they expect of items, as far as articles have it.
#include <fmt/format.h>

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "bench/formats/field_check.hpp"
#include "bench/formats/reading.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/feed.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t shown_rows = 60;

struct Column {
  std::string_view name;
  CheckedField field;
};

constexpr std::array feedparser_columns{Column{"title", CheckedField::title},
                                        Column{"title_detail.value", CheckedField::title},
                                        Column{"link", CheckedField::link},
                                        Column{"id", CheckedField::id},
                                        Column{"guid", CheckedField::id},
                                        Column{"content.0.value", CheckedField::text},
                                        Column{"summary", CheckedField::summary},
                                        Column{"summary_detail.value", CheckedField::summary},
                                        Column{"description", CheckedField::summary},
                                        Column{"author", CheckedField::author},
                                        Column{"published", CheckedField::date},
                                        Column{"published_parsed", CheckedField::date},
                                        Column{"updated", CheckedField::updated},
                                        Column{"updated_parsed", CheckedField::updated}};

/// Their items often have one field only.
FileReading read_items(const fs::path& path) {
  FileReading reading;
  const auto source = open_file(path);
  read_feed_items(
      *source, path.string(), [&](ReadArticle&& item) { reading.articles.push_back(std::move(item)); },
      [&](Reject&& reject) { reading.rejects.push_back(std::move(reject)); });
  return reading;
}

/// What an HTTP header decides cannot be read out of a file; CDF and JSON are other formats.
bool is_applicable(const std::string& file) {
  const std::string name = fs::path(file).filename().string();
  return !name.starts_with("http_") && file.find("/cdf/") == std::string::npos && !file.starts_with("json/");
}

std::optional<std::string> expected_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array() || value.size() < 6) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", value[0].get<int>(), value[1].get<int>(),
                     value[2].get<int>(), value[3].get<int>(), value[4].get<int>(), value[5].get<int>());
}

void check(Score& score, const FileReading& reading, std::size_t number, CheckedField field,
           std::string_view column, const std::string& expected, const std::string& file) {
  const bool there = number < reading.articles.size();
  const bool passed =
      there ? holds_value(reading.articles[number], field, expected) : tidy_line(expected).empty();
  score.add(passed,
            fmt::format("{} {}: expected {:?}, got {:?}", file, column, expected,
                        there ? shown_value(reading.articles[number], field) : std::string("no such item")));
}

void check_feedparser_row(Score& score, const fs::path& folder, const std::vector<std::string>& row) {
  const std::string& path = row[2];
  if (!path.starts_with("entries.") || !is_applicable(row[0])) return;
  const std::size_t dot = path.find('.', 8);
  for (const auto& [name, field] : feedparser_columns) {
    if (dot == std::string::npos || path.substr(dot + 1) != name) continue;
    const auto expected = expected_text(Json::parse(row[3]));
    if (!expected) return;
    const FileReading reading = read_items(folder / row[0]);
    check(score, reading, std::stoul(path.substr(8, dot - 8)), field, name, *expected, row[0]);
  }
}

/// gofeed writes a field as a string, or as an object that holds it.
std::string text_at(const Json& item, std::string_view key, std::string_view inner = {}) {
  const auto found = item.find(key);
  if (found == item.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object() && !inner.empty() && found->contains(inner) &&
      (*found)[std::string(inner)].is_string())
    return (*found)[std::string(inner)].get<std::string>();
  return {};
}

void check_gofeed_item(Score& score, const FileReading& reading, std::size_t number, const Json& item,
                       const std::string& file) {
  const auto check_text = [&](CheckedField field, std::string_view key, std::string_view inner = {}) {
    if (const std::string expected = text_at(item, key, inner); !tidy_line(expected).empty())
      check(score, reading, number, field, key, expected, file);
  };
  check_text(CheckedField::title, "title");
  check_text(CheckedField::text, "content", "value");
  check_text(CheckedField::summary, "description");
  check_text(CheckedField::summary, "summary");
  check_text(CheckedField::link, "link");
  check_text(CheckedField::id, "guid", "value");
  check_text(CheckedField::id, "id");
  check_text(CheckedField::author, "author", "name");
  check_text(CheckedField::date, "publishedParsed");
  check_text(CheckedField::date, "pubDateParsed");
  check_text(CheckedField::updated, "updatedParsed");
  for (const Json& category : item.value("categories", Json::array())) {
    const std::string term = category.is_string() ? category.get<std::string>() : text_at(category, "label");
    const std::string tag =
        term.empty() && category.is_object() ? category.value("term", category.value("value", "")) : term;
    if (!tidy_line(tag).empty()) check(score, reading, number, CheckedField::tag, "categories", tag, file);
  }
}

}  // namespace

bool score_feedparser(const fs::path& fixtures) {
  const fs::path folder = fixtures / "feedparser" / "tests";
  Score rows("feedparser, fields of items");
  for (const auto& row : tsv_rows(fixtures / "feedparser" / "expect.tsv"))
    check_feedparser_row(rows, folder, row);
  Score encodings("feedparser, encoding files read without an exception");
  for (const auto& entry : fs::directory_iterator(folder / "encoding")) {
    bool passed = true;
    try {
      read_file(entry.path(), "feed");
    } catch (const std::exception&) {
      passed = false;
    }
    encodings.add(passed, entry.path().filename().string());
  }
  const bool enough = rows.report(0.95, shown_rows);
  return encodings.report(1.0, shown_rows) && enough;
}

bool score_gofeed(const fs::path& fixtures) {
  Score score("gofeed, fields of items");
  for (const auto& row : tsv_rows(fixtures / "gofeed" / "pairs.tsv")) {
    const Json expected = Json::parse(std::ifstream(fixtures / "gofeed" / row[1]));
    const Json items = expected.value("items", expected.value("entries", Json::array()));
    if (items.empty()) continue;
    const FileReading reading = read_items(fixtures / "gofeed" / row[0]);
    for (std::size_t i = 0; i < items.size(); ++i) check_gofeed_item(score, reading, i, items[i], row[0]);
  }
  return score.report(0.95, shown_rows);
}

}  // namespace fihrist
