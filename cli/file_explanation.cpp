// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one file through the reader that `index` would choose.
#include "cli/file_explanation.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/article_text.hpp"
#include "cli/wording.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/readers/registry.hpp"
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
                 {"article", Json::parse(to_record(read.article))}});
}

std::string reject_json(const Reject& reject) {
  return dumped({{"record", reject.record}, {"reject", reject.code}, {"message", reject.message}});
}

std::string article_section(const ReadArticle& read, const Console& console) {
  std::string text =
      fmt::format("record {}{}\n", read.record, read.deleted ? ", says: remove this article" : "");
  if (!read.warnings.empty()) text += fmt::format("warnings: {}\n", joined(read.warnings));
  return text + article_text(read.article, console) + "\n";
}

std::string reject_section(const Reject& reject, const Console& console) {
  return fmt::format("record {} is rejected: {}: {}\n", reject.record, reject.code,
                     console.text(reject.message));
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
           [&](Reject&& reject) { text += json ? reject_json(reject) : reject_section(reject, console); }});
  return text;
}

}  // namespace fihrist
