// SPDX-License-Identifier: GPL-3.0-or-later
// libxml2 resolves, once the letters are such as RFC 3986 allows.
#include "indexer/readers/xml_base.hpp"

#include <libxml/uri.h>

#include <memory>

#include "analysis/ascii.hpp"

namespace fihrist {
namespace {

struct FreeText {
  void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

std::string percent_encoded(std::string_view uri) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4U];
      encoded += digits[byte & 0xFU];
    }
  }
  return encoded;
}

}  // namespace

bool has_scheme(std::string_view uri) {
  if (uri.empty() || !is_ascii_letter(uri.front())) return false;
  const std::size_t end = uri.find_first_of(":/?#");
  return end != std::string_view::npos && uri[end] == ':';
}

std::string resolved_uri(std::string_view uri, std::string_view base) {
  if (base.empty() || has_scheme(uri)) return std::string(uri);
  const std::string relative = percent_encoded(uri);
  const std::string absolute = percent_encoded(base);
  const std::unique_ptr<xmlChar, FreeText> whole(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(relative.c_str()),
                  reinterpret_cast<const xmlChar*>(absolute.c_str())));
  return whole ? std::string(reinterpret_cast<const char*>(whole.get())) : std::string(uri);
}

}  // namespace fihrist
