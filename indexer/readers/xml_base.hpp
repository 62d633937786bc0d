// SPDX-License-Identifier: GPL-3.0-or-later
// Relative addresses made absolute.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// `uri` as it is meant where `base` is the base (RFC 3986, section 5); unchanged when it is absolute, or
/// when there is no base. Letters beyond ASCII of a relative one come back percent-encoded.
std::string resolved_uri(std::string_view uri, std::string_view base);

/// True when it begins with a scheme: "https:", "tag:".
bool has_scheme(std::string_view uri);

}  // namespace fihrist
