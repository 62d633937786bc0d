// SPDX-License-Identifier: GPL-3.0-or-later
// The article as JSON and back.
#include "schema/record.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/utf8.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void put(Json& json, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[key] = texts;
}

void put(Json& json, const char* key, const std::optional<Date>& date) {
  if (date) json[key] = to_iso(*date);
}

template <typename Value>
Value get(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? Value{} : found->get<Value>();
}

std::optional<Date> get_date(const Json& json, const char* key) {
  const auto text = get<std::string>(json, key);
  return text.empty() ? std::nullopt : parse_date(text);
}

std::optional<std::uint32_t> get_number(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::nullopt : std::optional(found->get<std::uint32_t>());
}

[[noreturn]] void throw_damaged(std::string_view reason) {
  throw Error(ErrorCode::damaged, fmt::format("an article of the index cannot be read: {}", reason),
              "Restore a copy of the archive, or move its index directory away and index the sources again.");
}

/// Readers clean their text; should one fail to, the article is still worth more than its broken bytes.
std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_json(const Article& article, const std::string& text) {
  Json json = Json::object();
  put(json, "id", article.id);
  put(json, "title", article.title);
  put(json, "text", text);
  put(json, "summary", article.summary);
  put(json, "author", article.authors);
  put(json, "source", article.source);
  put(json, "url", article.url);
  put(json, "alias_urls", article.alias_urls);
  put(json, "tags", article.tags);
  put(json, "date", article.date);
  put(json, "updated", article.updated);
  if (article.comments) json["comments"] = *article.comments;
  put(json, "date_origin", article.date_origin);
  if (!article.site_lines.empty()) json["site_lines"] = article.site_lines;
  return json;
}

}  // namespace

std::string to_json_line(const Article& article) { return written(to_json(article, article.text)); }

std::string to_record(const Article& article) {
  std::string record = written(to_json(article, {}));
  record.push_back('\n');
  return record.append(is_valid_utf8(article.text) ? article.text : clean_utf8(article.text));
}

Article from_record(std::string_view record) {
  try {
    const std::size_t end = record.find('\n');
    if (end == std::string_view::npos) throw_damaged("it has no text");
    const Json json = Json::parse(record.substr(0, end));
    if (!json.is_object()) throw_damaged("it is no JSON object");
    return {.id = get<std::string>(json, "id"),
            .title = get<std::string>(json, "title"),
            .text = std::string(record.substr(end + 1)),
            .summary = get<std::string>(json, "summary"),
            .authors = get<std::vector<std::string>>(json, "author"),
            .source = get<std::string>(json, "source"),
            .url = get<std::string>(json, "url"),
            .alias_urls = get<std::vector<std::string>>(json, "alias_urls"),
            .tags = get<std::vector<std::string>>(json, "tags"),
            .date = get_date(json, "date"),
            .updated = get_date(json, "updated"),
            .comments = get_number(json, "comments"),
            .date_origin = get<std::string>(json, "date_origin"),
            .site_lines = get<std::vector<std::uint32_t>>(json, "site_lines")};
  } catch (const Json::exception& error) {
    throw_damaged(error.what());
  }
}

}  // namespace fihrist
