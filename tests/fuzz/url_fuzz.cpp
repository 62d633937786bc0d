// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes addresses of articles: which spellings are the same page, and whose page it is.
#include "indexer/web_address.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"

namespace fihrist {

void check_url(std::string_view input) {
  const std::string normalised = normalised_url(input);
  require_law(normalised_url(normalised) == normalised, "a normalised address is its own normal form");
  require_law(site_of(normalised) == site_of(input),
              "a page is of the same site however its address is spelt");
  require_law(normalised == input ||
                  (normalised.starts_with("https://") && normalised.find('#') == std::string::npos),
              "an address becomes one of https without a fragment, and what is none stays as it is");
}

}  // namespace fihrist
