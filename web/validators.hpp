// SPDX-License-Identifier: GPL-3.0-or-later
// What caches are told of an answer: for how long it serves, and by what they know it again (RFC 9110, 8.8).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/http.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// All that tells one answer of a revision of the archive from another one, but for the coding of its body:
/// the address, the language, the host and the pages' looks.
std::string asked_of(const Request& request, const Wording& wording);

struct Validators {
  std::string etag;
  std::int64_t modified = 0;  ///< seconds since 1970
  std::string_view caching;   ///< the Cache-Control header

  void add_to(Response& response) const;
  Response not_modified() const;
};

/// Other ones with every commit and everything that asked_of() names.
Validators validators_of(const Request& request, const std::string& asked, std::uint64_t revision,
                         std::int64_t modified);

/// False for answers that are made anew each time.
bool may_be_cached(const Request& request);

}  // namespace fihrist
