// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers in fixed places.
#include "schema/likeness.hpp"

namespace fihrist {
namespace {

template <typename Number>
void append(std::string& bytes, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    bytes.push_back(static_cast<char>((number >> (8 * i)) & 0xFFU));
}

template <typename Number>
Number take(std::string_view& bytes) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    number |= static_cast<Number>(static_cast<Number>(static_cast<std::uint8_t>(bytes[i])) << (8 * i));
  bytes.remove_prefix(sizeof(Number));
  return number;
}

constexpr std::size_t packed_bytes = 3 * sizeof(std::uint64_t) + Likeness::bands * sizeof(std::uint32_t) + 1;

}  // namespace

std::string pack(const Likeness& likeness) {
  std::string bytes;
  bytes.reserve(packed_bytes);
  append(bytes, likeness.id);
  append(bytes, likeness.address);
  append(bytes, likeness.text);
  for (const std::uint32_t band : likeness.passages) append(bytes, band);
  append(bytes, likeness.rank);
  return bytes;
}

std::optional<Likeness> unpack_likeness(std::string_view packed) {
  if (packed.size() != packed_bytes) return std::nullopt;
  Likeness likeness;
  likeness.id = take<std::uint64_t>(packed);
  likeness.address = take<std::uint64_t>(packed);
  likeness.text = take<std::uint64_t>(packed);
  for (std::uint32_t& band : likeness.passages) band = take<std::uint32_t>(packed);
  likeness.rank = take<std::uint8_t>(packed);
  return likeness;
}

std::string pack_cluster(std::uint64_t cluster) {
  std::string bytes;
  if (cluster != 0) append(bytes, cluster);
  return bytes;
}

std::uint64_t unpack_cluster(std::string_view packed) {
  return packed.size() == sizeof(std::uint64_t) ? take<std::uint64_t>(packed) : 0;
}

}  // namespace fihrist
