// SPDX-License-Identifier: GPL-3.0-or-later
// What programs that save pages write into them: where the page came from, and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

struct SavedFrom {
  std::string url;  ///< http(s); empty when the page does not say
  std::optional<Date> captured;
};

/// Reads the comments of Chrome and Internet Explorer ("saved from url=(0042)http…"), SingleFile ("url: …",
/// "saved date: …") and HTTrack ("Mirrored from host/path by HTTrack …, date"). `html` is UTF-8.
SavedFrom read_saved_from(std::string_view html);

}  // namespace fihrist
