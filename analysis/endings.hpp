// SPDX-License-Identifier: GPL-3.0-or-later
// What Arabic writes behind a word for number and gender. Internal to this room.
#pragma once

#include <string>
#include <string_view>

#include "analysis/attestation.hpp"

namespace fihrist {

/// بطاقتان -> بطاقه, مهندسين -> مهندس, مهندسو -> مهندس: the attested word whose dual or masculine plural this
/// is; the word itself when there is none.
std::string singular_of(std::string_view word, const Attestation& known);

/// The same, and تطبيقات -> تطبيق, لغات -> لغه: what tells whether a plural is one of an attested word.
std::string attested_singular(std::string_view word, const Attestation& known);

/// شبكه, شبكات -> شبك; كاميرا, كاميرات -> كامير; لغات -> لغه: the endings that go without evidence, because
/// singular and plural lose them alike.
std::string without_gender(std::string_view word, const Attestation& known);

}  // namespace fihrist
