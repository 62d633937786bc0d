// SPDX-License-Identifier: GPL-3.0-or-later
// Transfer and content encodings, undone within bounds.
#include "indexer/readers/http_answer.hpp"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "analysis/ascii.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/mime_message.hpp"

namespace fihrist {
namespace {

/// The length that a chunk's line begins with; nothing when it is none.
std::optional<std::size_t> chunk_length(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), length, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return length;
}

/// Nothing when the body does not begin with a chunk: it was put together before it was kept.
std::optional<DecodedBody> without_chunks(std::string_view body) {
  DecodedBody joined;
  bool any = false;
  while (!body.empty()) {
    const auto length = chunk_length(take_line(body));
    if (!length) return any ? std::optional(joined) : std::nullopt;
    any = true;
    if (*length == 0) return joined;
    joined.whole = *length <= body.size();
    joined.bytes += body.substr(0, *length);
    body.remove_prefix(std::min(*length, body.size()));
    if (joined.whole) take_line(body);
  }
  joined.whole = false;
  return joined;
}

/// Unpacks all of `in` by a step that fills a piece; the step says 0 for more, 1 for the end, -1 for damage.
template <typename Step>
DecodedBody unpack(std::size_t most, Step step) {
  DecodedBody out;
  std::string piece(piece_bytes, '\0');
  for (;;) {
    std::size_t room = piece.size();
    const int state = step(piece.data(), room);
    const std::size_t made = piece.size() - room;
    out.bytes.append(piece, 0, std::min(made, most - out.bytes.size()));
    const bool stuck = state == 0 && made == 0;
    out.whole = state == 1;
    if (state != 0 || stuck || out.bytes.size() == most) return out;
  }
}

DecodedBody inflated(std::string_view in, int window_bits, std::size_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return {.whole = false};
  const std::unique_ptr<z_stream, int (*)(z_stream*)> close(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  return unpack(most, [&](char* out, std::size_t& room) {
    stream.next_out = reinterpret_cast<Bytef*>(out);
    stream.avail_out = static_cast<uInt>(room);
    const int result = inflate(&stream, Z_NO_FLUSH);
    room = stream.avail_out;
    return result == Z_STREAM_END ? 1 : result == Z_OK || result == Z_BUF_ERROR ? 0 : -1;
  });
}

/// "deflate" is zlib by the standard and bare deflate by old servers.
DecodedBody from_deflate(std::string_view in, std::size_t most) {
  DecodedBody body = inflated(in, MAX_WBITS, most);
  return body.bytes.empty() ? inflated(in, -MAX_WBITS, most) : body;
}

DecodedBody from_gzip(std::string_view in, std::size_t most) { return inflated(in, MAX_WBITS + 16, most); }

DecodedBody from_brotli(std::string_view in, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
  std::size_t left = in.size();
  return unpack(most, [&](char* out, std::size_t& room) {
    auto* next_out = reinterpret_cast<std::uint8_t*>(out);
    const auto result =
        BrotliDecoderDecompressStream(state.get(), &left, &next_in, &room, &next_out, nullptr);
    return result == BROTLI_DECODER_RESULT_SUCCESS ? 1 : result == BROTLI_DECODER_RESULT_ERROR ? -1 : 0;
  });
}

DecodedBody from_zstd(std::string_view in, std::size_t most) {
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  return unpack(most, [&](char* out, std::size_t& room) {
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t result = ZSTD_decompressStream(context.get(), &to, &from);
    room -= to.pos;
    return ZSTD_isError(result) != 0 ? -1 : result == 0 ? 1 : 0;
  });
}

using Decoder = DecodedBody (*)(std::string_view, std::size_t);

/// Null for what is no encoding of ours.
Decoder decoder_named(std::string_view coding) {
  if (coding == "gzip" || coding == "x-gzip") return from_gzip;
  if (coding == "deflate") return from_deflate;
  if (coding == "br") return from_brotli;
  return coding == "zstd" ? from_zstd : nullptr;
}

bool is_chunked(const std::vector<HeaderField>& fields) {
  return lower_ascii(trimmed(field_of(fields, "transfer-encoding"))).find("chunked") != std::string::npos;
}

/// The last one named was applied last, and goes first.
DecodedBody without_codings(DecodedBody body, std::string_view codings, std::size_t most) {
  while (!codings.empty()) {
    const std::size_t comma = codings.rfind(',');
    const std::string coding =
        lower_ascii(trimmed(comma == std::string_view::npos ? codings : codings.substr(comma + 1)));
    codings = comma == std::string_view::npos ? std::string_view() : codings.substr(0, comma);
    if (coding.empty() || coding == "identity") continue;
    const Decoder decode = decoder_named(coding);
    if (decode == nullptr) return {.bytes = std::move(body.bytes), .whole = false};
    DecodedBody decoded = decode(body.bytes, most);
    if (decoded.bytes.empty() && !decoded.whole) return body;
    decoded.whole = decoded.whole && body.whole;
    body = std::move(decoded);
  }
  return body;
}

}  // namespace

std::optional<HttpAnswer> read_http_header(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  HttpAnswer answer;
  std::string_view rest = bytes;
  const std::string_view first = take_line(rest);
  const std::size_t blank = std::min(first.find(' '), first.size());
  const std::string_view code = trimmed(first.substr(blank)).substr(0, 3);
  std::from_chars(code.data(), code.data() + code.size(), answer.status);
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if ((line.front() == ' ' || line.front() == '\t') && !answer.fields.empty())
      answer.fields.back().value += ' ' + std::string(trimmed(line));
    else if (colon != std::string_view::npos)
      answer.fields.push_back(
          {lower_ascii(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
  }
  answer.header_bytes = bytes.size() - rest.size();
  return answer;
}

std::string media_type(std::string_view content_type) {
  return lower_ascii(trimmed(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string charset_of(std::string_view content_type) {
  const std::string small = lower_ascii(trimmed(content_type));
  const std::size_t at = small.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view value = std::string_view(small).substr(at + 8);
  const std::size_t quoted = value.starts_with('"') || value.starts_with('\'') ? 1 : 0;
  return std::string(trimmed(value.substr(quoted, value.find_first_of("\"';, ", quoted) - quoted)));
}

DecodedBody decode_body(std::string_view body, const std::vector<HeaderField>& fields, std::size_t most) {
  DecodedBody plain{.bytes = std::string(body.substr(0, most)), .whole = body.size() <= most};
  if (is_chunked(fields))
    if (auto joined = without_chunks(body)) plain = std::move(*joined);
  return without_codings(std::move(plain), field_of(fields, "content-encoding"), most);
}

}  // namespace fihrist
