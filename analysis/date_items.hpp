// SPDX-License-Identifier: GPL-3.0-or-later
// A written date taken apart: numbers, times, words, and what stands between them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/date_cursor.hpp"
#include "analysis/date_words.hpp"

namespace fihrist {

enum class DateItemKind : std::uint8_t { number, clock, offset, word, separator };

/// One part of a date. Only the member that `kind` names counts.
struct DateItem {
  DateItemKind kind = DateItemKind::separator;
  DigitRun number;
  ClockTime clock;
  int offset = 0;
  DateWord word;
  char separator = ' ';  ///< one of . , / - ; the dashes are '-', all others ','
};

/// The parts of a folded text (fold_key); nothing when one of them cannot belong to a date.
std::optional<std::vector<DateItem>> scan_date(std::string_view text);

}  // namespace fihrist
