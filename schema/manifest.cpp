// SPDX-License-Identifier: GPL-3.0-or-later
// The manifest as JSON, and the refusal of an index that was made by other rules.
#include "schema/manifest.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/analyzer.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

Manifest read(const Json& json) {
  return {.format = json.at("format").get<std::uint32_t>(),
          .analyser = json.at("analyser").get<std::string>(),
          .articles = json.at("articles").get<std::uint64_t>(),
          .revision = json.at("revision").get<std::uint64_t>(),
          .text_bytes = json.at("text_bytes").get<std::uint64_t>(),
          .word_count = json.at("word_count").get<std::uint64_t>(),
          .lexicon_pieces = json.at("lexicon_pieces").get<std::uint64_t>(),
          .last_run = json.at("last_run").get<std::string>()};
}

constexpr const char* reindex_hint =
    "Move the index directory of the archive away and index the sources again with this version.";

void refuse_other_format(const Json& json) {
  const auto format = json.at("format").get<std::uint32_t>();
  if (format == format_version) return;
  throw Error(ErrorCode::mismatch,
              fmt::format("the index has format {}, this program reads format {}", format, format_version),
              reindex_hint);
}

void refuse_other_analyser(const Manifest& manifest) {
  if (manifest.analyser == Analyzer::fingerprint()) return;
  throw Error(ErrorCode::mismatch,
              fmt::format("the index was made with the word rules {}, this program has {}", manifest.analyser,
                          Analyzer::fingerprint()),
              reindex_hint);
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  return Json{{"format", manifest.format},
              {"analyser", manifest.analyser},
              {"articles", manifest.articles},
              {"revision", manifest.revision},
              {"text_bytes", manifest.text_bytes},
              {"word_count", manifest.word_count},
              {"lexicon_pieces", manifest.lexicon_pieces},
              {"last_run", manifest.last_run}}
      .dump();
}

Manifest parse_manifest(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    // The format first: another one may have other keys.
    refuse_other_format(json);
    Manifest manifest = read(json);
    refuse_other_analyser(manifest);
    return manifest;
  } catch (const Json::exception& error) {
    throw Error(
        ErrorCode::damaged, fmt::format("the index does not describe itself: {}", error.what()),
        "Restore a copy of the archive, or move its index directory away and index the sources again.");
  }
}

std::string lexicon_key(std::size_t piece) { return fmt::format("lexicon/{:08}", piece); }

}  // namespace fihrist
