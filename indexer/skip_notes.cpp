// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, the first of each reason with the number of the others.
#include "indexer/skip_notes.hpp"

#include <fmt/format.h>

namespace fihrist {

void SkipNotes::add(const std::string& reason, const std::string& thing) {
  const auto [place, is_new] = places_.emplace(reason, reasons_.size());
  if (is_new) reasons_.push_back({.text = reason});
  Reason& kept = reasons_[place->second];
  ++kept.count;
  if (keep_all_ || kept.things.empty()) kept.things.push_back(thing);
}

std::vector<std::string> SkipNotes::lines() const {
  std::vector<std::string> lines;
  for (const Reason& reason : reasons_) {
    for (const std::string& thing : reason.things) lines.push_back(fmt::format("{}: {}", thing, reason.text));
    const std::uint64_t others = reason.count - reason.things.size();
    if (others > 0) lines.back() += fmt::format(" (and {} more)", others);
  }
  return lines;
}

}  // namespace fihrist
