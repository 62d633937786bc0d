// SPDX-License-Identifier: GPL-3.0-or-later
// The note as JSON.
#include "schema/shard_note.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "schema/error.hpp"
#include "schema/fields.hpp"

namespace fihrist {

std::string to_json(const ShardNote& note) {
  return nlohmann::ordered_json{
      {"cut", note.cut}, {"number", note.number}, {"of", note.of}, {"articles", note.articles}}
      .dump();
}

ShardNote parse_shard_note(const std::string& text) {
  if (text.empty())
    throw Error(ErrorCode::mismatch, "the index is no shard of an archive",
                "Serve what \"fihrist shard\" wrote.");
  try {
    const auto json = nlohmann::json::parse(text);
    ShardNote note{.cut = json.at("cut").get<std::string>(),
                   .number = json.at("number").get<std::uint32_t>(),
                   .of = json.at("of").get<std::uint32_t>(),
                   .articles = json.at("articles").get<std::uint64_t>()};
    if (note.number == 0 || note.number > note.of)
      throw Error(ErrorCode::damaged,
                  fmt::format("a shard calls itself number {} of {}", note.number, note.of),
                  "Cut the archive again: fihrist shard.");
    return note;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::damaged, fmt::format("a shard does not describe itself: {}", error.what()),
                "Cut the archive again: fihrist shard.");
  }
}

namespace {

constexpr std::string_view rank_prefix = "XR";

constexpr bool is_free(std::string_view prefix) {
  for (const FieldRow& row : field_table)
    if (row.prefix == prefix) return false;
  return true;
}
static_assert(is_free(rank_prefix), "a field has this prefix");

}  // namespace

std::string shard_rank_term(std::uint64_t rank) { return fmt::format("{}{}", rank_prefix, rank); }

}  // namespace fihrist
