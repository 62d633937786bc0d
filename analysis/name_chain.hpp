// SPDX-License-Identifier: GPL-3.0-or-later
// Names, numbers and addresses that hold inner signs: C++, Node.js, GPT-4, 17.4, user@host.org. Internal to
// this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace fihrist {

/// A word read out of a folded text, before its offsets are those of the original.
struct NamePiece {
  std::string text;
  std::size_t begin = 0;  ///< bytes of the folded text
  std::size_t end = 0;
  TokenKind kind = TokenKind::latin;
  bool alternative = false;
};

/// Reads the letters and digits at `at`, with the signs that belong to them, into words; each main word
/// is followed by its alternatives. Returns the end of what was read, beyond `at`. `pieces` is cleared
/// first. `at` is at a character for which is_name_character() holds.
///
///   c++ · c# · .net (see below) · node.js {node, js} · example.com {example, com} · user@host.org
///   gpt-4 -> gpt4 {gpt, 4} · wi-fi -> wifi {wi, fi} · i.b.m -> ibm · h.264 -> h264
///   iphone15 {iphone, 15} · 128gb {128, gb} · s8 and 5g have none: "s" and "g" would find everything
///   12,500.75 -> 12500.75 · 15/03/2024 and 2019-2020 are several numbers · samsung's -> samsung
std::size_t read_name_chain(std::string_view folded, std::size_t at, std::vector<NamePiece>& pieces);

/// ".net" at `at`, a dot that begins a name: a dot, two to five letters and nothing else glued to them.
/// Returns the end of it, or `at` when there is none. Its alternative is the name without the dot.
std::size_t read_dotted_name(std::string_view folded, std::size_t at, std::vector<NamePiece>& pieces);

}  // namespace fihrist
