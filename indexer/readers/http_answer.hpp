// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of a web server as crawlers kept it: its header, and its body as the browser sees it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/warc_records.hpp"

namespace fihrist {

struct HttpAnswer {
  int status = 0;
  std::vector<HeaderField> fields;
  std::size_t header_bytes = 0;  ///< the body begins behind them
};

/// Reads the header of an answer from its first bytes; nothing when they are none.
std::optional<HttpAnswer> read_http_header(std::string_view bytes);

/// "text/html" of "Text/HTML; charset=utf-8"; empty when there is none.
std::string media_type(std::string_view content_type);
/// "utf-8" of it; empty when it names none.
std::string charset_of(std::string_view content_type);

struct DecodedBody {
  std::string bytes;
  bool whole = true;  ///< false: an encoding was damaged or unknown, or there was more than `most`
};

/// Undoes what the header says was done to a body: chunks, gzip, deflate, br, zstd, one within another. What
/// was announced and not done, as crawlers write that keep the header of an answer that they unpacked, is
/// left alone. Never more than `most` bytes. Reference: RFC 9110, 8.4; RFC 9112, 7.1.
DecodedBody decode_body(std::string_view body, const std::vector<HeaderField>& fields, std::size_t most);

}  // namespace fihrist
