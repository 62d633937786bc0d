// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of addresses and titles.
#include "indexer/readers/page_list.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "analysis/utf8.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/json_lines.hpp"
#include "indexer/readers/json_records.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::json;

/// A key and the beginning of its value.
constexpr std::string_view format_key = "\"format\"";
constexpr std::string_view format_name = "\"json-pages-";

std::string line_of(const Json& page, const char* key) {
  const auto found = page.find(key);
  return found != page.end() && found->is_string() ? tidy_line(found->get<std::string>()) : std::string();
}

void read_page(const JsonRecord& record, const std::string& path, const ReaderSink& sink) {
  const Json page = Json::parse(clean_utf8(record.bytes), nullptr, false);
  if (record.too_long || !page.is_object())
    return sink.reject({.path = path,
                        .record = record.number,
                        .offset = record.offset,
                        .code = record.too_long ? "too_long" : "invalid_json",
                        .message = record.too_long ? "It is longer than 64 MiB." : "It is no JSON object."});
  ListedPage listed{.url = line_of(page, "url"), .title = line_of(page, "title")};
  if (listed.url.empty()) return;  // the line that names the format
  if (sink.listed && !listed.title.empty()) sink.listed(std::move(listed));
  sink.skip({.path = path,
             .record = record.number,
             .offset = record.offset,
             .code = "not_article",
             .message = "a page in the list of a web archive"});
}

}  // namespace

int PageListReader::sniff(std::string_view head, std::string_view) const {
  const std::string_view first = trimmed(head.substr(0, head.find('\n')));
  const std::size_t key = first.find(format_key);
  if (!first.starts_with('{') || key == std::string_view::npos) return 0;
  const std::string_view behind = trimmed(first.substr(key + format_key.size()));
  return behind.starts_with(':') && trimmed(behind.substr(1)).starts_with(format_name) ? 100 : 0;
}

void PageListReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  JsonRecordCutter records(bytes, max_json_record_bytes);
  while (const auto record = records.next()) read_page(*record, name, sink);
}

}  // namespace fihrist
