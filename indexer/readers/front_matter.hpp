// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the text of a Markdown file: YAML, TOML or JSON.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

enum class FrontMatterKind : std::uint8_t { none, yaml, toml, json };

struct FrontMatter {
  FrontMatterKind kind = FrontMatterKind::none;
  /// Keys in small letters to their values: one of a scalar, those of a list, and of a table or list of
  /// tables what is under "name" or "title" there.
  std::map<std::string, std::vector<std::string>> values;
  bool repaired = false;  ///< it is not well formed: its lines were read one by one
  std::size_t bytes = 0;  ///< the text begins behind them

  /// The first value of the first of these keys that has one; empty when none has.
  std::string_view first_of(std::initializer_list<std::string_view> keys) const;
  /// All values of all of these keys.
  std::vector<std::string> all_of(std::initializer_list<std::string_view> keys) const;
};

/// Longer ones are none.
inline constexpr std::size_t longest_front_matter = std::size_t{64} * 1024;

/// Between lines of "---" (YAML, as Jekyll, Hugo and Obsidian write it) or "+++" (TOML), or an object of JSON
/// at the very beginning. «title: عن تويتر: رأي» is no YAML and is what people write: such a block is read
/// line by line. Any text gives a result.
FrontMatter read_front_matter(std::string_view text);

}  // namespace fihrist
