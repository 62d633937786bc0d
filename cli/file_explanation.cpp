// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one file through the reader that `index` would choose.
#include "cli/file_explanation.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/article_text.hpp"
#include "cli/wording.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/readers/text_page.hpp"
#include "indexer/text_encoding.hpp"
#include "schema/record.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string article_json(const ReadArticle& read) {
  return dumped({{"record", read.record},
                 {"warnings", read.warnings},
                 {"article", Json::parse(to_json_line(read.article))}});
}

std::string reject_json(const Reject& reject) {
  return dumped({{"record", reject.record}, {"reject", reject.code}, {"message", reject.message}});
}

std::string article_section(const ReadArticle& read, const Console& console) {
  std::string text =
      fmt::format("record {}{}\n", read.record, read.deleted ? ", says: remove this article" : "");
  if (!read.withheld.empty()) text += fmt::format("not published by its source: {}\n", read.withheld);
  if (!read.warnings.empty()) text += fmt::format("warnings: {}\n", joined(read.warnings));
  return text + article_text(read.article, console) + "\n";
}

std::string reject_section(const Reject& reject, const Console& console) {
  return fmt::format("record {} is rejected: {}: {}\n", reject.record, reject.code,
                     console.text(reject.message));
}

std::string skip_json(const Skip& skip) {
  return dumped({{"record", skip.record}, {"skip", skip.code}, {"message", skip.message}});
}

std::string skip_section(const Skip& skip, const Console& console) {
  return fmt::format("record {} is no article: {}: {}\n", skip.record, skip.code, console.text(skip.message));
}

std::string whole(ByteSource& source) {
  std::string text;
  for (std::string_view piece = source.read(); !piece.empty(); piece = source.read()) text += piece;
  return text;
}

std::string dropped_section(const TextPage& page, const Console& console) {
  std::string text = "\nlines that are not in the text:\n";
  for (const DroppedLine& line : page.dropped)
    text += fmt::format("{:>5}  {:<11}  {}\n", line.number, name_of(line.kind), console.text(line.text));
  return page.dropped.empty() ? std::string() : text;
}

std::string dropped_json(const TextPage& page) {
  auto lines = Json::array();
  for (const DroppedLine& line : page.dropped)
    lines.push_back({{"line", line.number}, {"kind", name_of(line.kind)}, {"text", line.text}});
  return dumped({{"dropped", lines}});
}

/// Which lines of a text page went elsewhere; nothing for other formats.
std::string dropped_lines(const std::string& path, const Reader& reader, bool json, const Console& console) {
  if (reader.format() != "text" || std::filesystem::file_size(path) > max_page_bytes) return "";
  const TextPage page = read_text_page(decode_text(whole(*open_file(path))).text);
  return json ? dropped_json(page) : dropped_section(page, console);
}

}  // namespace

std::string file_explanation(const std::string& path, bool json, const Console& console) {
  PeekedSource source(open_file(path));
  const Reader* reader = choose_reader(source.head(), path);
  if (reader == nullptr)
    return fmt::format("{}: {}\n", path, source.head().empty() ? "empty" : "no known format");
  std::string text = json ? "" : fmt::format("{}: format {}\n", path, reader->format());
  reader->read(
      source, path,
      {.article =
           [&](ReadArticle&& read) { text += json ? article_json(read) : article_section(read, console); },
       .reject =
           [&](Reject&& reject) { text += json ? reject_json(reject) : reject_section(reject, console); },
       .skip = [&](Skip&& skip) { text += json ? skip_json(skip) : skip_section(skip, console); }});
  return text + dropped_lines(path, *reader, json, console);
}

}  // namespace fihrist
