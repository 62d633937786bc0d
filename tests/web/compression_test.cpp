// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies come in the coding that the client likes, and mean the same in each.
#include "web/compression.hpp"

#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <zlib.h>

#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

std::string unzip(const std::string& coded) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(1U << 20U, '\0');
  std::string in = coded;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unbrotli(const std::string& coded) {
  std::size_t size = 1U << 20U;
  std::string out(size, '\0');
  CHECK(BrotliDecoderDecompress(coded.size(), reinterpret_cast<const std::uint8_t*>(coded.data()), &size,
                                reinterpret_cast<std::uint8_t*>(out.data())) ==
        BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

}  // namespace

TEST_CASE("of what a client accepts it gets what it likes best, and of equals the smallest") {
  struct Row {
    const char* header;
    ContentCoding coding;
  };
  const Row rows[] = {
      {"", ContentCoding::identity},
      {"gzip", ContentCoding::gzip},
      {"br", ContentCoding::brotli},
      {"gzip, deflate, br", ContentCoding::brotli},
      {"GZIP", ContentCoding::gzip},
      {"gzip;q=1.0, br;q=0.5", ContentCoding::gzip},
      {"gzip;q=0.5, br;q=0.5", ContentCoding::brotli},
      {"br;q=0, gzip", ContentCoding::gzip},
      {"br;q=0, gzip;q=0", ContentCoding::identity},
      {"*", ContentCoding::brotli},
      {"*;q=0.1, br;q=0", ContentCoding::gzip},
      {"identity", ContentCoding::identity},
      {"identity;q=1, gzip;q=0.5", ContentCoding::identity},
      {"identity;q=0.5, gzip;q=1", ContentCoding::gzip},
      {"*;q=0", ContentCoding::identity},
      {"gzip;q=nonsense", ContentCoding::identity},
      {"gzip;q=1.5, br;q=0.001", ContentCoding::brotli},
      {" gzip ; q=0.8 , ", ContentCoding::gzip},
      {"deflate, compress, zstd", ContentCoding::identity},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CHECK(preferred_coding(row.header) == row.coding);
  }
}

TEST_CASE("what was compressed comes back, the empty text too") {
  for (const std::string& text : {std::string(), std::string("س"), std::string(100'000, 'x')}) {
    CHECK(unzip(compress(text, ContentCoding::gzip)) == text);
    CHECK(unbrotli(compress(text, ContentCoding::brotli)) == text);
    CHECK(compress(text, ContentCoding::identity) == text);
  }
}

TEST_CASE("a page is the same page in every coding") {
  const std::string plain = shared().get("/2017/01").body;
  const Response gzipped = shared().ask("/2017/01", {.accept_encoding = "gzip"});
  CHECK(gzipped.header("Content-Encoding") == "gzip");
  CHECK(unzip(gzipped.body) == plain);
  const Response brotlied = shared().ask("/2017/01", {.accept_encoding = "gzip, br"});
  CHECK(brotlied.header("Content-Encoding") == "br");
  CHECK(unbrotli(brotlied.body) == plain);
  CHECK(brotlied.body.size() < plain.size() / 2);
}

TEST_CASE("whatever may come compressed says so to caches") {
  for (const char* target : {"/", "/search?q=a", "/api/v1/stats", "/feed.atom", "/static/fihrist.css",
                             "/static/fihrist.svg", "/robots.txt", "/nothing", "/openapi.json"}) {
    CAPTURE(target);
    CHECK(shared().get(target).header("Vary").find("Accept-Encoding") != std::string_view::npos);
  }
}

TEST_CASE("static files were compressed beforehand and keep their one ETag") {
  const Response plain = shared().get("/static/fihrist.css");
  const Response coded = shared().ask("/static/fihrist.css", {.accept_encoding = "br"});
  CHECK(coded.header("Content-Encoding") == "br");
  CHECK(unbrotli(coded.body) == plain.body);
  CHECK(coded.header("ETag") == plain.header("ETag"));
  CHECK(shared()
            .ask("/static/fihrist.css",
                 {.if_none_match = std::string(plain.header("ETag")), .accept_encoding = "br"})
            .status == 304);
}

TEST_CASE("a short body, an image and a body that is coded already stay as they are") {
  Response response{.content_type = "text/plain", .body = "short"};
  encode_body(response, "br");
  CHECK(response.body == "short");
  response = {.content_type = "image/png", .body = std::string(5000, 'x')};
  encode_body(response, "br");
  CHECK(response.header("Content-Encoding").empty());
  CHECK(response.header("Vary").empty());
  response = {
      .content_type = "text/css", .body = std::string(5000, 'x'), .headers = {{"Content-Encoding", "br"}}};
  encode_body(response, "br");
  CHECK(response.body == std::string(5000, 'x'));
}
