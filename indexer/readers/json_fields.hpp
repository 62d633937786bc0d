// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a JSON article as they stream by, before they become an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

enum class JsonKey : std::uint8_t {
  id,
  title,
  text,
  html,
  author,
  date,
  updated,
  url,
  alias_urls,
  tags,
  source,
  summary,
  comments,
  deleted,
  date_origin,
  site_lines,
  unknown
};

JsonKey json_key(std::string_view name);
std::string_view name_of(JsonKey key);

/// Raw values; empty when absent, null or "".
struct JsonFields {
  std::string id, title, text, html, date, updated, url, source, summary, date_origin;
  std::vector<std::string> authors, alias_urls, tags;
  std::optional<std::uint32_t> comments;
  std::vector<std::uint32_t> site_lines;
  bool deleted = false;
};

/// Where the strings of a key go; null for keys that hold none.
std::string* text_member(JsonFields& fields, JsonKey key);

/// How reading ended.
struct JsonOutcome {
  bool is_object = false;
  std::string syntax_error;    ///< empty: well formed
  bool stopped_short = false;  ///< the error is the end of the bytes
  bool too_deep = false;
  JsonKey wrong_type = JsonKey::unknown;  ///< a field of ours with a value of the wrong type
};

inline constexpr std::size_t max_json_depth = 64;

/// Streams an object through a parser that builds no tree. Must be valid UTF-8 without lone surrogates.
JsonOutcome read_json_fields(std::string_view object, JsonFields& fields);

}  // namespace fihrist
