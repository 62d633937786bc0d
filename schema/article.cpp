// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of articles: FNV-1a, whose constants are those of its authors (draft-eastlake-fnv).
#include "schema/article.hpp"

#include <algorithm>
#include <string_view>

#include "schema/record.hpp"

namespace fihrist {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr Wide wide(std::uint64_t high, std::uint64_t low) { return (static_cast<Wide>(high) << 64U) | low; }

Wide fnv1a_128(std::string_view bytes) {
  constexpr Wide prime = wide(0x0000000001000000, 0x000000000000013B);
  Wide hash = wide(0x6C62272E07BB0142, 0x62B821756295C58D);
  for (const char byte : bytes) hash = (hash ^ static_cast<std::uint8_t>(byte)) * prime;
  return hash;
}

std::string hex(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text.push_back(digits[static_cast<std::uint8_t>(byte) >> 4U]);
    text.push_back(digits[static_cast<std::uint8_t>(byte) & 0xFU]);
  }
  return text;
}

template <typename Number>
std::string big_endian(Number number) {
  std::string bytes(sizeof(Number), '\0');
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8U)
    *byte = static_cast<char>(number & 0xFFU);
  return bytes;
}

}  // namespace

std::string record_digest(std::string_view record) { return big_endian(fnv1a_128(record)); }

std::string content_hash(const Article& article) { return hex(record_digest(to_record(article))); }

std::string searched_text(const Article& article) {
  if (article.site_lines.empty()) return article.text;
  std::string text;
  auto left_out = article.site_lines.begin();
  std::string_view rest = article.text;
  for (std::uint32_t number = 0; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    if (left_out != article.site_lines.end() && *left_out == number) {
      ++left_out;
    } else {
      text.append(rest.substr(0, end));
    }
    rest.remove_prefix(end);
  }
  if (text.ends_with('\n') && !article.text.ends_with('\n')) text.pop_back();
  return text;
}

std::uint64_t hash_of(std::string_view bytes) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : bytes) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 0x00000100000001B3;
  return hash;
}

std::string short_hash(std::string_view bytes) { return hex(big_endian(hash_of(bytes))); }

}  // namespace fihrist
