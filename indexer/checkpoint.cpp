// SPDX-License-Identifier: GPL-3.0-or-later
// A small JSON file, and one of packed words.
#include "indexer/checkpoint.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "schema/article.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Raised when the files of a spool change their form.
constexpr int spool_form = 1;

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string words_file(std::uint64_t articles) { return fmt::format("words-{}", articles); }

Json json_of(const std::vector<SpoolPart>& parts) {
  Json list = Json::array();
  for (const SpoolPart& part : parts) list.push_back(Json::array({part.end, part.articles}));
  return list;
}

std::vector<SpoolPart> parts_from(const Json& list) {
  std::vector<SpoolPart> parts;
  for (const Json& part : list)
    parts.push_back({.begin = parts.empty() ? 0 : parts.back().end,
                     .end = part.at(0).get<std::uint64_t>(),
                     .articles = part.at(1).get<std::uint32_t>()});
  return parts;
}

}  // namespace

std::optional<Checkpoint> CheckpointFile::load() const {
  const std::string text = read_file(directory_ / "checkpoint");
  if (text.empty()) return std::nullopt;
  try {
    const Json json = Json::parse(text);
    if (json.at("run").get<std::string>() != run_) return std::nullopt;
    return Checkpoint{.reading = {.file = json.at("file").get<std::uint32_t>(),
                                  .deliveries = json.at("deliveries").get<std::uint64_t>(),
                                  .spool_bytes = json.at("spool_bytes").get<std::uint64_t>(),
                                  .complete = json.at("complete").get<bool>()},
                      .analysis = {.articles = json.at("analysed").get<std::uint64_t>(),
                                   .parts = parts_from(json.at("parts")),
                                   .pieces = json.at("pieces").get<std::uint64_t>()}};
  } catch (const Json::exception&) {
    return std::nullopt;  // it is only a way to save time
  }
}

void CheckpointFile::save(const Checkpoint& checkpoint) const {
  const auto& [reading, analysis] = checkpoint;
  const Json json{{"run", run_},
                  {"file", reading.file},
                  {"deliveries", reading.deliveries},
                  {"spool_bytes", reading.spool_bytes},
                  {"complete", reading.complete},
                  {"analysed", analysis.articles},
                  {"parts", json_of(analysis.parts)},
                  {"pieces", analysis.pieces}};
  replace_file(directory_ / "checkpoint", json.dump());
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory_, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("words-") && name != words_file(analysis.articles))
      fs::remove(entry.path(), ignored);
  }
}

void CheckpointFile::save_words(std::uint64_t articles, const Lexicon& lexicon,
                                const MinedNames& names) const {
  std::string bytes;
  append_text(bytes, names.save());
  append_text(bytes, lexicon.votes());
  for (std::size_t piece = 0; piece < lexicon.pieces(); ++piece)
    append_text(bytes, lexicon.save_piece(piece));
  replace_file(directory_ / words_file(articles), bytes);
}

void CheckpointFile::load_words(const AnalysisPlace& place, Lexicon& lexicon, MinedNames& names) const {
  const std::string bytes = read_file(directory_ / words_file(place.articles));
  std::string_view left = bytes;
  names = MinedNames::load(take_text(left).value_or(""));
  const std::string_view votes = take_text(left).value_or("");
  Lexicon loaded;
  for (std::uint64_t piece = 0; piece < place.pieces; ++piece) {
    const auto packed = take_text(left);
    if (!packed)
      throw Error(ErrorCode::failed, "the words of the run that was cut short cannot be read",
                  fmt::format("Remove {} and run the command again.", directory_.string()));
    loaded.load_piece(*packed);
  }
  loaded.set_votes(votes);
  lexicon = std::move(loaded);
}

void CheckpointFile::remove() const {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory_, ignored)) fs::remove_all(entry.path(), ignored);
}

std::string stamp_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  const auto time = error ? fs::file_time_type{} : fs::last_write_time(file, error);
  return error ? std::string() : fmt::format("{} {}", size, time.time_since_epoch().count());
}

std::optional<std::string> run_name(const InputWalk& walk, const std::vector<std::string>& more) {
  std::string name;
  append_varint(name, spool_form);
  for (const std::string& one : more) append_text(name, one);
  for (const InputFile& file : walk.files) {
    const std::string stamp = stamp_of(file.path);
    if (file.path == "-" || stamp.empty()) return std::nullopt;
    append_text(name, file.path);
    append_text(name, stamp);
  }
  for (const Origin& origin : walk.origins) append_text(name, origin.name);
  return short_hash(name);
}

}  // namespace fihrist
