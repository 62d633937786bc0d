// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 after table 3-7 of the Unicode Standard: what is well formed, and how far a broken sequence goes.
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) noexcept {
  return static_cast<unsigned char>(text[at]);
}

/// What a lead byte promises: how many bytes follow, its own payload, and what the second byte may be.
struct Lead {
  unsigned following = 0;
  char32_t payload = 0;
  unsigned second_min = 0x80;
  unsigned second_max = 0xBF;
};

Lead read_lead(unsigned byte) noexcept {
  if (byte >= 0xC2 && byte <= 0xDF) return {.following = 1, .payload = byte & 0x1FU};
  if (byte >= 0xE0 && byte <= 0xEF)
    return {.following = 2,
            .payload = byte & 0x0FU,
            .second_min = byte == 0xE0 ? 0xA0U : 0x80U,   // shorter forms exist
            .second_max = byte == 0xED ? 0x9FU : 0xBFU};  // surrogates
  if (byte >= 0xF0 && byte <= 0xF4)
    return {.following = 3,
            .payload = byte & 0x07U,
            .second_min = byte == 0xF0 ? 0x90U : 0x80U,
            .second_max = byte == 0xF4 ? 0x8FU : 0xBFU};  // beyond U+10FFFF
  return {};
}

/// Decodes one code point; `valid` tells a broken sequence from a written U+FFFD.
char32_t decode(std::string_view text, std::size_t& at, bool& valid) noexcept {
  const unsigned first = byte_at(text, at++);
  valid = true;
  if (first < 0x80) return first;
  const Lead lead = read_lead(first);
  char32_t code_point = lead.payload;
  valid = lead.following != 0;
  for (unsigned i = 0; i < lead.following; ++i) {
    const unsigned low = i == 0 ? lead.second_min : 0x80U;
    const unsigned high = i == 0 ? lead.second_max : 0xBFU;
    if (at >= text.size() || byte_at(text, at) < low || byte_at(text, at) > high) {
      valid = false;
      break;
    }
    code_point = (code_point << 6U) | (byte_at(text, at++) & 0x3FU);
  }
  return valid ? code_point : replacement;
}

/// Controls and the characters that would turn the reading direction of whatever stands around them.
bool is_unwanted(char32_t c) noexcept {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

char32_t next_long_code_point(std::string_view text, std::size_t& at) noexcept {
  bool valid = true;
  return decode(text, at, valid);
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

bool is_valid_utf8(std::string_view text) noexcept {
  bool valid = true;
  for (std::size_t at = plain_run_end(text, 0); valid && at < text.size(); at = plain_run_end(text, at))
    decode(text, at, valid);
  return valid;
}

std::string clean_utf8(std::string_view text, std::size_t* replaced) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept = 0;  // from here on nothing is to be changed
  for (std::size_t at = plain_run_end(text, 0); at < text.size(); at = plain_run_end(text, at)) {
    const std::size_t begin = at;
    bool valid = true;
    const char32_t c = decode(text, at, valid);
    if (valid && !is_unwanted(c)) continue;
    out.append(text.substr(kept, begin - kept));
    kept = at;
    if (valid) continue;
    append_utf8(out, replacement);
    if (replaced != nullptr) ++*replaced;
  }
  out.append(text.substr(kept));
  return out;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  for (const char32_t c : code_points) append_utf8(out, c);
  return out;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) noexcept {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) next_code_point(text, at);
  return text.substr(0, at);
}

}  // namespace fihrist
