// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of MHTML: the page of the message, whatever its encodings, and nothing else of it.
#include "indexer/readers/mhtml.hpp"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/mime_message.hpp"
#include "tests/indexer/reading.hpp"

namespace fihrist {
namespace {

const std::string head =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/2017/01/post.html\r\nSubject: "
    "x\r\n"
    "Date: Fri, 20 Jan 2017 16:56:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    "\ttype=\"text/html\";\r\n\tboundary=\"----Boundary--x----\"\r\n\r\n\r\n";

std::string message(const std::string& headers, const std::string& body) {
  return head +
         "------Boundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: "
         "base64\r\n\r\naGk=\r\n" +
         "------Boundary--x----\r\n" + headers + "\r\n\r\n" + body + "\r\n------Boundary--x------\r\n";
}

TEST_CASE("the first page among the parts is read, with the address of the snapshot") {
  const Reading reading = read_all(
      MhtmlReader(),
      message("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
              "<html><body><p>=D9=87=D8=B0=D8=A7 =D9=86=D8=B5 cut in =\r\ntwo = lines, and it is "
              "long enough to be read.</p></body></html>"));
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.text == "هذا نص cut in two = lines, and it is long enough to be read.");
  CHECK(reading.articles[0].article.url == "https://example.com/2017/01/post.html");
}

TEST_CASE("an address that is no UTF-8 is mended") {
  const Reading reading = read_all(
      MhtmlReader(),
      "Content-Location: http://exam\xF0le.org/a\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
      "<html><body><p>A page that is long enough to be read by a reader.</p></body></html>");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.url == "http://exam\uFFFDle.org/a");
}

TEST_CASE("so is one that the page itself has another for") {
  const Reading reading =
      read_all(MhtmlReader(),
               "Content-Location: http://example.org\xD8/a\r\nMIME-Version: 1.0\r\nContent-Type: "
               "text/html\r\n\r\n<html><head><link rel=\"canonical\" href=\"http://example.org/b\"></head>"
               "<body><p>A page that is long enough to be read by a reader.</p></body></html>");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.url == "http://example.org/b");
  CHECK(reading.articles[0].article.alias_urls == std::vector<std::string>{"http://example.org\uFFFD/a"});
}

TEST_CASE("base64 and a charset in the part's head") {
  // "<p>" and the Arabic word for peace, in windows-1251's place of labels: the bytes decide.
  const Reading reading =
      read_all(MhtmlReader(), message("Content-Type: text/html\r\nContent-Transfer-Encoding: base64",
                                      "PHA+2LPZhNin2YUg2LnZhNmJINmF2YYg\r\nINmC2LHYoyDZh9iw2Kc8L3A+"));
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.text == "سلام على من قرأ هذا");
}

TEST_CASE("a message without a page is refused") {
  const Reading reading =
      read_all(MhtmlReader(), head + "------Boundary--x----\r\nContent-Type: text/css\r\n\r\na{}\r\n");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "no_text");
}

TEST_CASE("MHTML is known by its head") {
  CHECK(MhtmlReader().sniff(head, "page") > 90);
  CHECK(MhtmlReader().sniff("Subject: hello\r\n\r\ntext", "page.mhtml") == 0);
  CHECK(MhtmlReader().sniff("<html>", "page.mhtml") == 0);
}

TEST_CASE("any bytes are a MIME message") {
  for (const std::string_view bytes :
       {"", "\n", ":", "a:b", "\r\n\r\n", "Content-Type: multipart/x; boundary=\"", "=",
        "Content-Type: multipart/x; boundary=b\n\n--b", " folded first\n"}) {
    CAPTURE(bytes);
    const MimePart part = read_mime(bytes);
    for (const MimePart& inner : parts_of(part)) CHECK(inner.decoded().size() <= bytes.size());
  }
}

}  // namespace
}  // namespace fihrist
