// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that asks ICU what the letters of an address are.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// A host in lower case and in its own letters, by UTS 46: «xn--ygbi2ammx» is «فلسطين», «EXAMPLE.com»
/// "example.com". One that IDNA does not allow comes back in lower case of ASCII. Without a port.
std::string host_in_letters(std::string_view host);

/// The text in Unicode's normal form C; what is no UTF-8 comes back as it is.
std::string composed(std::string_view text);

}  // namespace fihrist
