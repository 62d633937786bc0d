// SPDX-License-Identifier: GPL-3.0-or-later
// How an index describes itself.
#include "schema/manifest.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "analysis/analyzer.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

ErrorCode code_of(const std::string& json) {
  try {
    parse_manifest(json);
  } catch (const Error& error) {
    CHECK_FALSE(error.hint().empty());
    return error.code();
  }
  return ErrorCode{};
}

}  // namespace

TEST_CASE("a manifest comes back as it was") {
  const Manifest manifest{.analyser = Analyzer::fingerprint(),
                          .articles = 12802,
                          .revision = 7,
                          .text_bytes = 45'000'000'000,
                          .word_count = 200'001,
                          .lexicon_pieces = 49,
                          .last_run = "2024-05-01T10:00:00Z"};
  const Manifest back = parse_manifest(to_json(manifest));
  CHECK(back.format == format_version);
  CHECK(back.analyser == manifest.analyser);
  CHECK(back.articles == manifest.articles);
  CHECK(back.revision == manifest.revision);
  CHECK(back.text_bytes == manifest.text_bytes);
  CHECK(back.word_count == manifest.word_count);
  CHECK(back.lexicon_pieces == manifest.lexicon_pieces);
  CHECK(back.last_run == manifest.last_run);
}

TEST_CASE("an index of another format or other word rules is refused") {
  CHECK(code_of(to_json({.analyser = "ar-0-other"})) == ErrorCode::mismatch);
  CHECK(code_of(to_json({.format = format_version + 1, .analyser = Analyzer::fingerprint()})) ==
        ErrorCode::mismatch);
  // A later format may have other keys: it is refused by its number, not called damaged.
  CHECK(code_of(R"({"format":99})") == ErrorCode::mismatch);
}

TEST_CASE("a manifest that cannot be read is a damaged index") {
  for (const std::string& hostile : std::vector<std::string>{
           "", "{}", "[1]", "{\"format\":\"1\"}", fmt::format("{{\"format\":{}}}", format_version), "\xFF"}) {
    CAPTURE(hostile);
    CHECK(code_of(hostile) == ErrorCode::damaged);
  }
}

TEST_CASE("pieces of the lexicon sort in their order") {
  CHECK(lexicon_key(0) == "lexicon/00000000");
  CHECK(lexicon_key(12) == "lexicon/00000012");
  CHECK(lexicon_key(9) < lexicon_key(10));
}

}  // namespace fihrist
