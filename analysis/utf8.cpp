// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 after table 3-7 of the Unicode Standard: what is well formed, and how far a broken sequence goes.
#include "analysis/utf8.hpp"

#include <algorithm>

#include "analysis/byte_block.hpp"

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

/// Letter by letter; only such of one and two bytes.
std::size_t plain_letters_end(std::string_view text, std::size_t at) noexcept {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (;;) {
    while (at < text.size() && ((byte(at) >= 0x20 && byte(at) < 0x7F) || byte(at) == '\n')) ++at;
    // Two bytes give U+0000 to U+07FF: those below U+00A0 are controls or too long a form.
    const std::size_t before = at;
    while (at + 1 < text.size() && (byte(at) & 0xE0U) == 0xC0 && (byte(at + 1) & 0xC0U) == 0x80 &&
           ((byte(at) & 0x1FU) << 6U | (byte(at + 1) & 0x3FU)) >= 0xA0)
      at += 2;
    if (at != before) continue;
    if (at == text.size() || (byte(at) != '\t' && byte(at) != '\r')) return at;
    ++at;
  }
}

/// Which of sixteen bytes end something that is not plain, or may: sequences of four bytes and those of three
/// of which not every second byte is allowed are left to decode().
ByteBlock doubtful_bytes(const char* bytes) noexcept {
  const ByteBlock third_last = byte_block_at(bytes - 2);
  const ByteBlock second_last = byte_block_at(bytes - 1);
  const ByteBlock last = byte_block_at(bytes);
  const auto continues = (last & 0xC0) == 0x80;
  const auto should_continue = (second_last >= 0xC2) | (third_last >= 0xE0);
  const auto control = (last < 0x20) & (last != '\n') & (last != '\t') & (last != '\r');
  const auto c1_control = (second_last == 0xC2) & (last < 0xA0);
  const auto no_easy_lead =
      (last == 0x7F) | (last == 0xC0) | (last == 0xC1) | (last == 0xE0) | (last == 0xED) | (last >= 0xEF);
  const auto turns_direction = (third_last == 0xE2) & (((second_last == 0x80) & (last >= 0xAA)) |
                                                       ((second_last == 0x81) & (last >= 0xA6)));
  return reinterpret_cast<ByteBlock>((continues ^ should_continue) | control | c1_control | no_easy_lead |
                                     turns_direction);
}

/// Back from the end of a block to the beginning of a character that goes on behind it.
std::size_t character_begin(std::string_view text, std::size_t at) noexcept {
  for (std::size_t back = 1; back <= byte_block_lookback && back <= at; ++back) {
    const unsigned byte = byte_at(text, at - back);
    if (byte < 0x80) break;
    if (byte >= 0xC2) return back < (byte >= 0xE0 ? 3U : 2U) ? at - back : at;
  }
  return at;
}

}  // namespace

std::size_t plain_run_end(std::string_view text, std::size_t at) noexcept {
  // What is in front of it does not count: it may end with half a character that was given up.
  const std::string_view rest = text.substr(at);
  return at + plain_letters_end(rest, character_begin(rest, bytes_in_blocks_without(rest, doubtful_bytes)));
}

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
