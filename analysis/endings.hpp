// SPDX-License-Identifier: GPL-3.0-or-later
// What Arabic writes behind a word: possessives, then number and gender. Internal to this room.
#pragma once

#include <string>
#include <string_view>

#include "analysis/attestation.hpp"

namespace fihrist {

/// شبكتها -> شبكه, بياناتنا -> بيانات, محتواه -> محتوي; the word itself when no rest is attested.
std::string without_possessive(std::string_view word, const Attestation& known);

/// مستخدمين -> مستخدم, شبكات -> شبك, شبكه -> شبك, بطاقتان -> بطاق: what all numbers and genders share.
std::string without_number(std::string_view word, const Attestation& known);

}  // namespace fihrist
