// SPDX-License-Identifier: GPL-3.0-or-later
// Generations on disk, and the rename that makes one the served one.
#include "schema/archive_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>

#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view generation_prefix = "gen-";

/// The number in "gen-000012"; nothing for any other name.
std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (!name.starts_with(generation_prefix)) return std::nullopt;
  name.remove_prefix(generation_prefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<fs::path> ArchiveLayout::current_generation() const {
  std::ifstream file(current());
  if (!file) return std::nullopt;
  std::string name;
  std::getline(file, name);
  if (generation_number(name) && fs::is_directory(index() / name)) return index() / name;
  throw Error(ErrorCode::damaged,
              fmt::format("{} names no generation of the index: \"{}\"", current().string(), name),
              "Write the name of a gen- directory beside it into the file, or move the index directory away "
              "and index "
              "the sources again.");
}

std::vector<fs::path> ArchiveLayout::generations() const {
  std::vector<std::pair<std::uint64_t, fs::path>> numbered;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(index(), absent))
    if (const auto number = generation_number(entry.path().filename().string()))
      numbered.emplace_back(*number, entry.path());
  std::sort(numbered.begin(), numbered.end());
  std::vector<fs::path> paths;
  for (auto& [number, path] : numbered) paths.push_back(std::move(path));
  return paths;
}

fs::path ArchiveLayout::next_generation() const {
  const auto all = generations();
  const std::uint64_t last = all.empty() ? 0 : generation_number(all.back().filename().string()).value_or(0);
  return index() / fmt::format("{}{:06}", generation_prefix, last + 1);
}

std::uint64_t number_of_generation(const fs::path& generation) {
  return generation_number(generation.filename().string()).value_or(0);
}

void ArchiveLayout::publish(const fs::path& generation) const {
  sync_directory(generation);
  replace_file(current(), generation.filename().string() + '\n');
}

}  // namespace fihrist
