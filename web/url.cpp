// SPDX-License-Identifier: GPL-3.0-or-later
// Percent-encoding by RFC 3986, forms by the URL standard's application/x-www-form-urlencoded.
#include "web/url.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "analysis/ascii.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::size_t max_parameters = 64;

bool is_unreserved(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

std::optional<int> hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

/// The byte of the %XX that begins at text[at].
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
  const auto high = hex_digit(text[at + 1]);
  const auto low = hex_digit(text[at + 2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

/// Values of forms are one line each.
void make_one_line(std::string& text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\t'; }, ' ');
}

std::string decode(std::string_view text, bool plus_is_blank) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto byte = escaped_byte(text, i)) {
      bytes += *byte;
      i += 2;
    } else {
      bytes += plus_is_blank && text[i] == '+' ? ' ' : text[i];
    }
  }
  return clean_utf8(bytes);
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                   [](char a, char b) { return a == to_ascii_lower(b); });
}

std::string_view without_scheme(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (starts_with_ignoring_case(url, scheme)) return url.substr(scheme.size());
  return {};
}

}  // namespace

std::string percent_encode(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string percent_decode(std::string_view text) { return decode(text, false); }

Parameters parse_parameters(std::string_view query) {
  Parameters parameters;
  const auto decoded = [](std::string_view part) {
    std::string text = decode(part, true);
    make_one_line(text);
    return text;
  };
  while (!query.empty() && parameters.size() < max_parameters) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string name = decoded(pair.substr(0, equals));
    if (name.empty()) continue;
    parameters.push_back(
        {.name = std::move(name), .value = decoded(pair.substr(std::min(equals + 1, pair.size())))});
  }
  return parameters;
}

std::string to_query(const Parameters& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    if (!out.empty()) out += '&';
    out += percent_encode(name) + '=' + percent_encode(value);
  }
  return out;
}

std::string_view value_of(const Parameters& parameters, std::string_view name) {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& parameter) { return parameter.name == name; });
  return found == parameters.end() ? std::string_view{} : std::string_view{found->value};
}

std::vector<std::string> values_of(const Parameters& parameters, std::string_view name) {
  std::vector<std::string> values;
  for (const Parameter& parameter : parameters)
    if (parameter.name == name && !parameter.value.empty()) values.push_back(parameter.value);
  return values;
}

std::uint32_t number_or(std::string_view digits, std::uint32_t otherwise) {
  std::uint32_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return failure == std::errc{} && end == digits.data() + digits.size() ? number : otherwise;
}

std::string web_link(std::string_view url) {
  std::string link = clean_utf8(url);
  // Browsers pass over them (URL standard, 4.4), headers and lines of a feed do not.
  std::erase_if(link, [](char c) { return c == '\r' || c == '\n' || c == '\t'; });
  return host_of(link).empty() ? std::string{} : link;
}

std::string_view host_of(std::string_view url) {
  std::string_view authority = without_scheme(url);
  authority = authority.substr(0, authority.find_first_of("/?#\\"));
  if (const std::size_t at = authority.rfind('@'); at != authority.npos) authority.remove_prefix(at + 1);
  if (starts_with_ignoring_case(authority, "www.")) authority.remove_prefix(4);
  return authority.find_first_of(" \t\r\n\"<>") == authority.npos ? authority : std::string_view{};
}

}  // namespace fihrist
