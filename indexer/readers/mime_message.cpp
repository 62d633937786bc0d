// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 2045 and 2046, without what mail has beside them.
#include "indexer/readers/mime_message.hpp"

#include <algorithm>
#include <optional>

#include "analysis/ascii.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  const char lower = static_cast<char>(c | 0x20);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a') + 10;
  return std::nullopt;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    const std::string_view rest = text.substr(at + 1);
    const std::size_t line_end = rest.starts_with("\r\n") ? 2U : (rest.starts_with('\n') ? 1U : 0U);
    const auto high = rest.size() > 1 ? hex_digit(rest[0]) : std::nullopt;
    const auto low = rest.size() > 1 ? hex_digit(rest[1]) : std::nullopt;
    if (line_end > 0) {
      at += line_end;
    } else if (high && low) {
      out += static_cast<char>(*high << 4U | *low);
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::optional<unsigned> base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 26;
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0') + 52;
  if (c == '+') return 62;
  if (c == '/') return 63;
  return std::nullopt;
}

}  // namespace

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const auto digit = base64_digit(c);
    if (!digit) continue;
    bits = (bits << 6U | *digit) & 0xFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFFU);
  }
  return out;
}

std::string_view MimePart::header(std::string_view name) const {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const auto& one) { return one.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string MimePart::parameter(std::string_view name) const {
  const std::string_view value = header("content-type");
  const std::string lower = lower_ascii(value);
  for (std::size_t at = lower.find(';'); at != std::string::npos; at = lower.find(';', at + 1)) {
    const std::size_t begin = lower.find_first_not_of("; \t", at);
    if (begin == std::string::npos || !std::string_view(lower).substr(begin).starts_with(name)) continue;
    std::string_view rest = trimmed(value.substr(begin + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = trimmed(rest.substr(1));
    if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
    return std::string(trimmed(rest.substr(0, rest.find(';'))));
  }
  return {};
}

std::string MimePart::type() const {
  const std::string_view value = header("content-type");
  return lower_ascii(trimmed(value.substr(0, value.find(';'))));
}

std::string MimePart::decoded() const {
  const std::string encoding = lower_ascii(trimmed(header("content-transfer-encoding")));
  if (encoding == "quoted-printable") return from_quoted_printable(body);
  return encoding == "base64" ? from_base64(body) : std::string(body);
}

MimePart read_mime(std::string_view message) {
  MimePart part;
  while (!message.empty()) {
    const std::string_view line = take_line(message);
    if (line.empty()) break;
    const bool folded = line.front() == ' ' || line.front() == '\t';
    const std::size_t colon = line.find(':');
    if (folded && !part.headers.empty()) {
      part.headers.back().second.append(" ").append(trimmed(line));
    } else if (colon != std::string_view::npos) {
      part.headers.emplace_back(lower_ascii(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
  }
  part.body = message;
  return part;
}

std::vector<MimePart> parts_of(const MimePart& message) {
  std::vector<MimePart> parts;
  const std::string boundary = message.parameter("boundary");
  if (boundary.empty()) return parts;
  const std::string mark = "--" + boundary;
  std::size_t begin = message.body.find(mark);
  while (begin != std::string_view::npos) {
    begin += mark.size();
    if (message.body.substr(begin).starts_with("--")) break;
    std::string_view rest = message.body.substr(begin);
    take_line(rest);
    const std::size_t end = rest.find("\n" + mark);
    parts.push_back(read_mime(rest.substr(0, end)));
    begin = end == std::string_view::npos
                ? end
                : static_cast<std::size_t>(rest.data() - message.body.data()) + end + 1;
  }
  return parts;
}

}  // namespace fihrist
