// SPDX-License-Identifier: GPL-3.0-or-later
// A sorted list, written as differences.
#include "schema/learned_lines.hpp"

#include <algorithm>

#include "schema/error.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

std::uint64_t number(std::string_view& bytes) {
  const auto taken = take_varint(bytes);
  if (!taken)
    throw Error(
        ErrorCode::damaged, "the learned lines of the index cannot be read",
        "Restore a copy of the archive, or move its index directory away and index the sources again.");
  return *taken;
}

}  // namespace

bool LearnedLines::contains(std::uint64_t line) const noexcept {
  return std::binary_search(lines_.begin(), lines_.end(), line);
}

std::uint32_t LearnedLines::pages_of(std::uint64_t group) const noexcept {
  const auto found = pages_.find(group);
  return found == pages_.end() ? 0 : found->second;
}

void LearnedLines::add(std::vector<std::uint64_t> lines) {
  lines_.insert(lines_.end(), lines.begin(), lines.end());
  std::sort(lines_.begin(), lines_.end());
  lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
}

void LearnedLines::set_pages(std::uint64_t group, std::uint32_t pages) {
  pages_[group] = std::max(pages_[group], pages);
}

std::string LearnedLines::save() const {
  std::string bytes;
  if (lines_.empty() && pages_.empty()) return bytes;
  append_varint(bytes, lines_.size());
  std::uint64_t last = 0;
  for (const std::uint64_t line : lines_) {
    append_varint(bytes, line - last);
    last = line;
  }
  append_varint(bytes, pages_.size());
  for (const auto& [group, pages] : pages_) {
    append_varint(bytes, group);
    append_varint(bytes, pages);
  }
  return bytes;
}

LearnedLines LearnedLines::load(std::string_view bytes) {
  LearnedLines learned;
  if (bytes.empty()) return learned;
  std::uint64_t last = 0;
  for (std::uint64_t left = number(bytes); left > 0; --left) {
    last += number(bytes);
    learned.lines_.push_back(last);
  }
  for (std::uint64_t left = number(bytes); left > 0; --left) {
    const std::uint64_t group = number(bytes);
    learned.pages_[group] = static_cast<std::uint32_t>(number(bytes));
  }
  return learned;
}

}  // namespace fihrist
