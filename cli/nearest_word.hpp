// SPDX-License-Identifier: GPL-3.0-or-later
// The word that was probably meant, for mistyped verbs and options.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fihrist {

/// The candidate with the fewest typing errors (a letter more, less, other, or two swapped), if these are
/// at most a third of its letters; the earliest of equals. Compares bytes: meant for ASCII words.
std::optional<std::string> nearest_word(std::string_view typed, std::span<const std::string> candidates);

}  // namespace fihrist
