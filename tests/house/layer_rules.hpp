// SPDX-License-Identifier: GPL-3.0-or-later
// Which file may include what: an include points down or stays inside.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/house/source_tree.hpp"

namespace fihrist {

struct Include {
  std::string from;  ///< the file that includes
  std::string name;  ///< what stands between the quotes or brackets
  bool quoted = false;
};

std::vector<Include> includes_of(const SourceFile& file);

/// What is wrong with one include, judged by itself; nothing when it is allowed. Files outside the rooms
/// (tests, bench) may include anything.
std::optional<std::string> breach_of_floor(const Include& include);

/// What is wrong with the includes together: headers that show Xapian outside their room, a second file
/// that includes httplib.h.
std::vector<std::string> breaches_of_privacy(const std::vector<Include>& includes);

}  // namespace fihrist
