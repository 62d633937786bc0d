// SPDX-License-Identifier: GPL-3.0-or-later
// Records of JSON to the sink, each by itself: a bad one costs nothing but itself.
#include "indexer/readers/json_lines.hpp"

#include <utility>

#include "indexer/plain_text.hpp"
#include "indexer/readers/json_article.hpp"
#include "indexer/readers/json_records.hpp"
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

Reject reject_of(const JsonRecord& record, const std::string& path, JsonFault fault) {
  return {.path = path,
          .record = record.number,
          .offset = record.offset,
          .code = std::move(fault.code),
          .message = std::move(fault.message)};
}

void read_record(const JsonRecord& record, const std::string& path, const ReaderSink& sink) {
  if (record.too_long) return sink.reject(reject_of(record, path, {"too_long", "It is longer than 64 MiB."}));
  auto result = read_json_article(record.bytes);
  if (auto* article = std::get_if<ReadArticle>(&result)) {
    article->record = record.number;
    article->offset = record.offset;
    return sink.article(std::move(*article));
  }
  if (auto* skip = std::get_if<Skip>(&result)) {
    skip->path = path;
    skip->record = record.number;
    skip->offset = record.offset;
    return sink.skip(std::move(*skip));
  }
  JsonFault fault = std::get<JsonFault>(std::move(result));
  // Only the last record can be cut off by the end of the input; another one is simply wrong.
  if (fault.code == "truncated" && record.ended) fault.code = "invalid_json";
  sink.reject(reject_of(record, path, std::move(fault)));
}

}  // namespace

int JsonLinesReader::sniff(std::string_view head, std::string_view name) const {
  if (head.starts_with(utf8_byte_order_mark)) head.remove_prefix(utf8_byte_order_mark.size());
  const std::string_view text = trimmed(head);
  const bool named = name.ends_with(".jsonl") || name.ends_with(".ndjson") || name.ends_with(".json");
  if (text.starts_with('{')) return named ? 100 : 90;
  // A page may begin with a bracket; an array of objects goes on with a brace.
  if (text.starts_with('[')) return trimmed(text.substr(1)).starts_with('{') || named ? 90 : 0;
  return 0;
}

void JsonLinesReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  JsonRecordCutter records(bytes, max_json_record_bytes);
  while (const auto record = records.next()) read_record(*record, name, sink);
}

}  // namespace fihrist
