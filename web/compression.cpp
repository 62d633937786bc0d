// SPDX-License-Identifier: GPL-3.0-or-later
// zlib and libbrotli, and the header by which clients choose between them.
#include "web/compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <array>
#include <stdexcept>

#include "web/quality_list.hpp"

namespace fihrist {
namespace {

/// A shorter body fits into one packet as it is.
constexpr std::size_t worth_coding = 860;
constexpr int gzip_level = 6;
constexpr int gzip_window = 15 + 16;  // 16: with gzip's header instead of zlib's
constexpr int gzip_memory = 8;
constexpr int brotli_quality = 5;

/// Best first.
constexpr std::array codings{ContentCoding::brotli, ContentCoding::gzip};

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, gzip_memory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib has no memory");
  std::string coded(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(coded.data());
  stream.avail_out = static_cast<uInt>(coded.size());
  const int end = deflate(&stream, Z_FINISH);
  coded.resize(stream.total_out);
  deflateEnd(&stream);
  if (end != Z_STREAM_END) throw std::runtime_error("zlib could not compress");
  return coded;
}

std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string coded(size, '\0');
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), input,
                            &size, reinterpret_cast<std::uint8_t*>(coded.data())) == BROTLI_FALSE)
    throw std::runtime_error("brotli could not compress");
  coded.resize(size);
  return coded;
}

}  // namespace

std::string_view name_of(ContentCoding coding) {
  switch (coding) {
    case ContentCoding::gzip:
      return "gzip";
    case ContentCoding::brotli:
      return "br";
    case ContentCoding::identity:
      break;
  }
  return {};
}

ContentCoding preferred_coding(std::string_view accept_encoding) {
  const QualityList accepted(accept_encoding);
  ContentCoding best = ContentCoding::identity;
  int best_quality = 0;
  for (const ContentCoding coding : codings) {
    const int quality = accepted.quality_of(name_of(coding)).value_or(accepted.quality_of("*").value_or(0));
    if (quality > best_quality) {
      best = coding;
      best_quality = quality;
    }
  }
  // What is named with a higher quality is preferred to any coding; unnamed, it is merely acceptable.
  return accepted.quality_of("identity").value_or(0) > best_quality ? ContentCoding::identity : best;
}

std::string compress(std::string_view bytes, ContentCoding coding) {
  switch (coding) {
    case ContentCoding::gzip:
      return gzip(bytes);
    case ContentCoding::brotli:
      return brotli(bytes);
    case ContentCoding::identity:
      break;
  }
  return std::string(bytes);
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
         type.ends_with("javascript") || type.ends_with("x-research-info-systems") ||
         type.ends_with("x-bibtex");
}

void encode_body(Response& response, std::string_view accept_encoding) {
  if (!is_compressible(response.content_type)) return;
  response.add_vary("Accept-Encoding");
  if (response.body.size() < worth_coding || !response.header("Content-Encoding").empty()) return;
  const ContentCoding coding = preferred_coding(accept_encoding);
  if (coding == ContentCoding::identity) return;
  std::string coded = compress(response.body, coding);
  if (coded.size() >= response.body.size()) return;
  response.body = std::move(coded);
  response.headers.emplace_back("Content-Encoding", name_of(coding));
  for (auto& [name, value] : response.headers)
    if (name == "ETag" && !value.starts_with("W/")) value.insert(0, "W/");
}

}  // namespace fihrist
