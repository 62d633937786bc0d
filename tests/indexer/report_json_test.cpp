// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as JSON.
#include "indexer/report_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "indexer/indexer.hpp"

namespace fihrist {

TEST_CASE("a report has the keys that scripts read") {
  const IndexReport report{
      .added = 1,
      .updated = 2,
      .unchanged = 3,
      .removed = 4,
      .skipped = 5,
      .rejected = 6,
      .articles = 7,
      .bytes_read = 8,
      .seconds = 0.5,
      .warnings = {{"no_date", 9}},
      .formats = {{.format = "text",
                   .records = 3,
                   .articles = 2,
                   .counts = {{"no_date", 1}},
                   .examples = {{"no_date", {{.path = "p", .record = 1, .text = "t"}}}}}},
      .site_lines = {.learned = 4, .articles = 5, .lines = 6},
      .near_copies = 7,
      .resumed = true,
      .rejects = {{.path = "p", .record = 1, .offset = 2, .code = "c", .message = "m", .excerpt = "e"}},
      .notes = {"n"},
      .interrupted = true};
  const auto json = nlohmann::json::parse(to_json(report));
  const nlohmann::json expected{
      {"added", 1},
      {"updated", 2},
      {"unchanged", 3},
      {"removed", 4},
      {"skipped", 5},
      {"rejected", 6},
      {"articles", 7},
      {"bytes_read", 8},
      {"seconds", 0.5},
      {"warnings", {{"no_date", 9}}},
      {"rejects",
       {{{"path", "p"}, {"record", 1}, {"offset", 2}, {"code", "c"}, {"message", "m"}, {"excerpt", "e"}}}},
      {"formats",
       {{{"format", "text"},
         {"records", 3},
         {"articles", 2},
         {"counts", {{"no_date", 1}}},
         {"examples", {{"no_date", {{{"path", "p"}, {"record", 1}, {"text", "t"}}}}}}}}},
      {"site_lines", {{"learned", 4}, {"articles", 5}, {"lines", 6}}},
      {"near_copies", 7},
      {"resumed", true},
      {"notes", {"n"}},
      {"interrupted", true}};
  CHECK(json == expected);
}

TEST_CASE("an empty report has empty collections, not null") {
  const auto json = nlohmann::json::parse(to_json(IndexReport{}));
  CHECK(json["warnings"].is_object());
  CHECK(json["rejects"].is_array());
  CHECK(json["notes"].is_array());
}

TEST_CASE("a path that is not UTF-8 does not break the report") {
  CHECK(nlohmann::json::accept(to_json_line({.path = "\xFF\xFE", .code = "unreadable"})));
}

}  // namespace fihrist
