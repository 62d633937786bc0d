// SPDX-License-Identifier: GPL-3.0-or-later
// URLs as far as an index needs them: which ones are the same page, and whose page it is.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// The form under which two spellings of one address meet: https for http, host in lower case and in its own
/// letters (IDNA, UTS 46) without its default port, no fragment, no parameters that only count visitors
/// (utm_*, fbclid, gclid), letters beyond ASCII written out and composed (NFC) instead of percent-encoded,
/// other escapes in capital digits, no slash at the end. Something that is no http(s) URL comes back as it
/// is.
std::string normalised_url(std::string_view url);

/// Begins with "http://" or "https://".
inline bool is_web_address(std::string_view text) noexcept {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// The host of a URL in lower case and in its own letters, without "www." and port; empty when there is none.
std::string site_of(std::string_view url);

}  // namespace fihrist
