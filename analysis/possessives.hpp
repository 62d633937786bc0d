// SPDX-License-Identifier: GPL-3.0-or-later
// The pronouns that Arabic writes behind a noun. Internal to this room.
#pragma once

#include <string>
#include <string_view>

#include "analysis/attestation.hpp"

namespace fihrist {

/// شبكتها -> شبكه, بياناتنا -> بيانات, محتواه -> محتوي, بنائها -> بناء; the word itself when no rest is
/// attested.
std::string without_possessive(std::string_view word, const Attestation& known);

}  // namespace fihrist
