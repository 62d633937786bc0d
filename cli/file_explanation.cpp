// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one file through the reader that `index` would choose.
#include "cli/file_explanation.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "cli/article_text.hpp"
#include "cli/wording.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/extraction/page_explanation.hpp"
#include "indexer/inputs.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/readers/text_page.hpp"
#include "indexer/text_encoding.hpp"
#include "schema/record.hpp"
#include "searcher/results_json.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// What is known of the zone of a date: nothing is ever assumed.
std::string zone_state(const std::optional<Date>& date) {
  if (!date || date->precision < DatePrecision::minute) return "none";
  return date->utc_offset_minutes ? "stated" : "unknown";
}

std::string article_json(const ReadArticle& read) {
  return dumped({{"record", read.record},
                 {"warnings", read.warnings},
                 {"deleted", read.deleted},
                 {"withheld", read.withheld},
                 {"date_origin", read.date_origin},
                 {"date_zone", zone_state(read.article.date)},
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
  if (read.article.date)
    text += fmt::format("date: {} precision, zone {}{}\n", name_of(read.article.date->precision),
                        zone_state(read.article.date),
                        read.date_origin.empty() ? "" : ", found in the " + read.date_origin);
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

/// At least so many bytes, or all.
std::string beginning(ByteSource& source, std::size_t bytes) {
  std::string text;
  for (std::string_view piece = source.read(); !piece.empty() && text.size() < bytes; piece = source.read())
    text += piece;
  return text;
}

std::string dropped_section(const TextPage& page, const Console& console) {
  std::string text = "\nlines that are not in the text:\n";
  for (const DroppedLine& line : page.dropped)
    text += fmt::format("{:>5}  {:<11}  {}\n", line.number, name_of(line.kind), console.text(line.text));
  return page.dropped.empty() ? std::string() : text;
}

std::string pieces_section(const PageExplanation& page, const Console& console) {
  std::string text;
  if (!page.origins.empty()) text += "\nwhere the fields are from:\n";
  for (const FieldOrigin& one : page.origins)
    text += fmt::format("{:<9}  {}\n", one.field, console.text(one.origin));
  if (!page.pieces.empty()) text += "\nparts of the page:\n";
  for (const PagePiece& piece : page.pieces)
    text += fmt::format("{:<11}  {:<24}  {}\n", piece.reason, piece.place, console.text(piece.text));
  return text;
}

std::string pieces_json(const PageExplanation& page) {
  auto origins = Json::object();
  for (const FieldOrigin& one : page.origins) origins[one.field] = one.origin;
  auto pieces = Json::array();
  for (const PagePiece& piece : page.pieces)
    pieces.push_back({{"reason", piece.reason}, {"element", piece.place}, {"text", piece.text}});
  return dumped({{"origins", origins}, {"parts", pieces}});
}

std::string dropped_json(const TextPage& page) {
  auto lines = Json::array();
  for (const DroppedLine& line : page.dropped)
    lines.push_back({{"line", line.number}, {"kind", name_of(line.kind)}, {"text", line.text}});
  return dumped({{"dropped", lines}});
}

/// One input through its reader, told as text or JSON.
class Telling {
 public:
  Telling(bool json, const Console& console) : json_(json), console_(console) {}

  void tell_input(PeekedSource& bytes, const std::string& name) {
    const Reader* reader = choose_reader(bytes.head(), name);
    if (reader == nullptr) return pass_over(bytes.head().empty() ? "empty" : "no known format", name);
    if (!json_) text_ += fmt::format("{}: format {}\n", name, reader->format());
    if (reader->format() == "text") return tell_page(bytes, name, *reader);
    if (reader->format() == "html") return tell_web_page(bytes, name, *reader);
    tell_records(bytes, name, *reader);
  }

  void reject(const Reject& reject) {
    text_ += json_ ? reject_json(reject) : reject_section(reject, console_);
  }

  void pass_over(const std::string& reason, const std::string& name) {
    text_ += fmt::format("{}: {}\n", name, reason);
  }

  std::string text() { return std::move(text_); }

 private:
  void tell_records(ByteSource& bytes, const std::string& name, const Reader& reader) {
    reader.read(
        bytes, name,
        {.article =
             [&](ReadArticle&& read) {
               text_ += json_ ? article_json(read) : article_section(read, console_);
             },
         .reject = [&](Reject&& rejected) { reject(rejected); },
         .skip = [&](Skip&& skip) { text_ += json_ ? skip_json(skip) : skip_section(skip, console_); }});
  }

  /// With the lines that went elsewhere, for which it is read twice.
  void tell_page(ByteSource& bytes, const std::string& name, const Reader& reader) {
    const std::string page = beginning(bytes, max_page_bytes + 1);
    tell_records(*open_text(page), name, reader);
    if (page.size() > max_page_bytes) return;
    const TextPage read = read_text_page(decode_text(page).text);
    text_ += json_ ? dropped_json(read) : dropped_section(read, console_);
  }

  /// With its parts and the origins of its fields, for which it is read twice.
  void tell_web_page(ByteSource& bytes, const std::string& name, const Reader& reader) {
    const std::string page = beginning(bytes, longest_web_page + 1);
    tell_records(*open_text(page), name, reader);
    const PageExplanation explanation = explain_web_page({.bytes = page});
    text_ += json_ ? pieces_json(explanation) : pieces_section(explanation, console_);
  }

  bool json_;
  const Console& console_;
  std::string text_;
};

}  // namespace

std::string file_explanation(const std::string& path, bool json, const Console& console) {
  PeekedSource source(open_file(path));
  Telling telling(json, console);
  open_inputs(
      source, {.name = path},
      {.input = [&](PeekedSource& bytes, const std::string& name) { telling.tell_input(bytes, name); },
       .reject = [&](Reject&& rejected) { telling.reject(rejected); },
       .pass_over = [&](const std::string& reason,
                        const std::string& name) { telling.pass_over(reason, name); }});
  return telling.text();
}

}  // namespace fihrist
