// SPDX-License-Identifier: GPL-3.0-or-later
// Percent-encoding and parameters, for well-meant and hostile URLs.
#include "web/url.hpp"

#include <doctest/doctest.h>

#include "analysis/utf8.hpp"

using namespace fihrist;

TEST_CASE("encoding and decoding any valid text gives it back") {
  for (const std::string text : {"هاتف Galaxy S8 -نوكيا", "a/b?c=d&e#f", "100% +1", "😀", "C++", "\"'<>"}) {
    CAPTURE(text);
    CHECK(percent_decode(percent_encode(text)) == text);
    CHECK(parse_parameters("q=" + percent_encode(text)) == Parameters{{"q", text}});
  }
}

TEST_CASE("an encoded text holds nothing that ends an attribute, a path or a header") {
  const std::string encoded = percent_encode("\r\n\"'<>/?#&; \x01");
  CHECK(encoded.find_first_of("\r\n\"'<>/?#&; \x01") == encoded.npos);
}

TEST_CASE("parameters are read as forms send them") {
  struct Row {
    const char* query;
    Parameters parameters;
  };
  const Row rows[] = {
      {"=x&%00=x&q=a", {{"q", "a"}}},  // names that are none
      {"q=a+b", {{"q", "a b"}}},
      {"q=a%2Bb", {{"q", "a+b"}}},
      {"q=a=b", {{"q", "a=b"}}},
      {"q=a%0D%0Ab%09c", {{"q", "a  b c"}}},
      {"q=a?b", {{"q", "a?b"}}},
      {"q", {{"q", ""}}},
      {"q=&&=x&y=1", {{"q", ""}, {"y", "1"}}},
      {"q=1&q=2", {{"q", "1"}, {"q", "2"}}},
      {"", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(parse_parameters(row.query) == row.parameters);
  }
}

TEST_CASE("what is decoded is valid UTF-8 without controls, whatever was sent") {
  for (const char* encoded :
       {"%00", "%FF%FE", "%ED%A0%80", "%E2%80%AEabc", "%0d%0aSet-Cookie:x", "%", "%4", "%zz"}) {
    CAPTURE(encoded);
    const std::string text = percent_decode(encoded);
    CHECK(is_valid_utf8(text));
    CHECK(text.find('\0') == text.npos);
  }
  CHECK(percent_decode("%zz%4") == "%zz%4");
}

TEST_CASE("a thousand parameters are not all kept") {
  std::string query;
  for (int i = 0; i < 1000; ++i) query += "a=1&";
  CHECK(parse_parameters(query).size() == 64);
}

TEST_CASE("the first of repeated parameters counts, and lists leave empty values out") {
  const Parameters parameters{{"a", "1"}, {"a", ""}, {"a", "2"}};
  CHECK(value_of(parameters, "a") == "1");
  CHECK(value_of(parameters, "b").empty());
  CHECK(values_of(parameters, "a") == std::vector<std::string>{"1", "2"});
}

TEST_CASE("a link is one line") {
  CHECK(web_link("https://example.org/a\tb\r\nc d") == "https://example.org/abc d");
  CHECK(web_link("https://\t/example.org").empty());
}

TEST_CASE("only absolute http and https URLs are linked to") {
  struct Row {
    const char* url;
    const char* host;  ///< empty: no link
  };
  const Row rows[] = {
      {"http://example.org/a", "example.org"},
      {"HTTPS://www.Example.org", "Example.org"},
      {"https://user@example.org:8080/x", "example.org:8080"},
      {"javascript:alert(1)", ""},
      {"data:text/html,<script>", ""},
      {"//example.org/", ""},
      {"/relative", ""},
      {"http://", ""},
      {" http://example.org", ""},
      {"http://a\"b/", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(host_of(row.url) == row.host);
    CHECK(web_link(row.url) == (*row.host ? row.url : ""));
  }
}
