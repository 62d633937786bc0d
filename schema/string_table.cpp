// SPDX-License-Identifier: GPL-3.0-or-later
// Open addressing with linear probing; bytes in blocks that never move.
#include "schema/string_table.hpp"

#include <algorithm>
#include <functional>

namespace fihrist {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} * 1024;

std::uint32_t short_hash_of(std::string_view text) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

StringTable::StringTable() : cells_(1024) {}

std::size_t StringTable::cell_of(std::string_view text, std::uint32_t hash) const noexcept {
  const std::size_t mask = cells_.size() - 1;
  std::size_t at = hash & mask;
  while (cells_[at].number_plus_one != 0 &&
         (cells_[at].hash != hash || strings_[cells_[at].number_plus_one - 1] != text))
    at = (at + 1) & mask;
  return at;
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const noexcept {
  const Cell& cell = cells_[cell_of(text, short_hash_of(text))];
  return cell.number_plus_one == 0 ? std::nullopt : std::optional(cell.number_plus_one - 1);
}

std::uint32_t StringTable::intern(std::string_view text) { return intern(text, short_hash_of(text)); }

std::uint32_t StringTable::intern(std::string_view text, std::uint32_t hash) {
  const std::size_t at = cell_of(text, hash);
  if (cells_[at].number_plus_one != 0) return cells_[at].number_plus_one - 1;
  strings_.push_back(keep(text));
  const auto size = static_cast<std::uint32_t>(strings_.size());
  cells_[at] = {.hash = hash, .number_plus_one = size};
  if (strings_.size() * 3 > cells_.size() * 2) grow();
  return size - 1;
}

std::vector<std::uint32_t> StringTable::intern_all(std::span<const std::string_view> texts) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(texts.size());
  const std::size_t mask = cells_.size() - 1;
  for (const std::string_view text : texts) {
    numbers.push_back(short_hash_of(text));
    __builtin_prefetch(&cells_[numbers.back() & mask]);
  }
  // The first cell that is looked at, its string and the bytes of that; a few stand further on.
  const auto visit_strings = [&](auto&& fetch) {
    for (const std::uint32_t hash : numbers)
      if (const Cell& cell = cells_[hash & mask]; cell.number_plus_one != 0 && cell.hash == hash)
        fetch(strings_[cell.number_plus_one - 1]);
  };
  visit_strings([](const std::string_view& string) { __builtin_prefetch(&string); });
  visit_strings([](const std::string_view& string) { __builtin_prefetch(string.data()); });
  for (std::size_t i = 0; i < texts.size(); ++i) numbers[i] = intern(texts[i], numbers[i]);
  return numbers;
}

std::string_view StringTable::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > block_left_) {
    block_left_ = std::max(block_bytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(block_left_));
    block_end_ = blocks_.back().get();
  }
  char* const begin = block_end_;
  std::copy(text.begin(), text.end(), begin);
  block_end_ += text.size();
  block_left_ -= text.size();
  return {begin, text.size()};
}

void StringTable::grow() {
  std::vector<Cell> old(cells_.size() * 2);
  old.swap(cells_);
  const std::size_t mask = cells_.size() - 1;
  for (const Cell& cell : old) {
    if (cell.number_plus_one == 0) continue;
    std::size_t at = cell.hash & mask;
    while (cells_[at].number_plus_one != 0) at = (at + 1) & mask;
    cells_[at] = cell;
  }
}

}  // namespace fihrist
