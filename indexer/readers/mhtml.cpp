// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the page among the parts; pictures and styles are passed over.
#include "indexer/readers/mhtml.hpp"

#include <algorithm>

#include "analysis/utf8.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/readers/mime_message.hpp"
#include "indexer/readers/web_page_record.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

constexpr int certain_message = 95;
/// Pictures, which stand in the same file, are many times larger than the page.
constexpr std::size_t longest_message = std::size_t{64} * 1024 * 1024;

std::string_view address_of(const MimePart& message, const MimePart& page) {
  for (const std::string_view address :
       {message.header("snapshot-content-location"), page.header("content-location")})
    if (is_web_address(address)) return address;
  return {};
}

bool is_page(const MimePart& part) {
  return part.type() == "text/html" || part.type() == "application/xhtml+xml";
}

/// Messages of one part are pages too.
std::vector<MimePart> pages_of(const MimePart& message) {
  std::vector<MimePart> parts = parts_of(message);
  if (parts.empty()) parts.push_back(message);
  // A page with alternatives stands one level deeper.
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].type().starts_with("multipart/"))
      for (MimePart& inner : parts_of(MimePart(parts[i]))) parts.push_back(std::move(inner));
  std::erase_if(parts, [](const MimePart& part) { return !is_page(part); });
  return parts;
}

}  // namespace

int MhtmlReader::sniff(std::string_view head, std::string_view) const {
  const MimePart message = read_mime(head);
  const std::string type = message.type();
  const bool versioned = !message.header("mime-version").empty();
  const bool related = type == "multipart/related" && !message.parameter("boundary").empty();
  return (versioned && (related || type == "text/html")) || (related && message.headers.size() > 1)
             ? certain_message
             : 0;
}

void MhtmlReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  const auto refuse = [&](std::string code, std::string message) {
    sink.reject({.path = name, .record = 1, .code = std::move(code), .message = std::move(message)});
  };
  const auto whole = read_whole(bytes, longest_message);
  if (!whole) return refuse("too_long", "It is longer than 64 MiB.");
  if (whole->empty()) return;
  const MimePart message = read_mime(*whole);
  const std::vector<MimePart> pages = pages_of(message);
  if (pages.empty()) return refuse("no_text", "None of its parts is a page in HTML.");
  const std::string page = pages.front().decoded();
  const std::string charset = pages.front().parameter("charset");
  const std::string url = clean_utf8(address_of(message, pages.front()));
  give_web_page(
      {.bytes = page, .charset = charset, .url = url, .captured = parse_date(message.header("date"))},
      {.path = name, .record = 1}, sink);
}

}  // namespace fihrist
