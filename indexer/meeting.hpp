// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a run remembers it once it is in the read spool.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "indexer/digest.hpp"
#include "schema/likeness.hpp"

namespace fihrist {

/// Number of a Meeting in the order of the input.
using MeetingNumber = std::uint32_t;
inline constexpr MeetingNumber no_meeting = std::numeric_limits<MeetingNumber>::max();

/// Some 150 bytes, since every article of a run has one in memory.
struct Meeting {
  Digest id{};  ///< digest_of(term_of(Field::id, …))
  Likeness likeness;
  std::uint64_t place = 0;  ///< in the ReadSpool
  std::uint64_t group = 0;  ///< pages of one site or folder; see SiteLineStudy
  std::int64_t updated = unknown;
  std::int64_t captured = unknown;
  std::uint32_t origin = 0;  ///< index into InputWalk::origins
  std::uint8_t format = 0;   ///< its number in the run's Coverage
  bool takes_away = false;   ///< the source deletes it or no longer shows it

  static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();
};

/// Likeness::rank of a reader's articles (Reader::format): whose fields count when sources of different
/// formats hold the same article. Exports and files of fields are 0, then feeds, saved pages, crawls, the
/// text of pages.
std::uint8_t rank_of_format(std::string_view format);

}  // namespace fihrist
