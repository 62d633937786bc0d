// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes addresses of articles: which spellings are the same page, and whose page it is.
#include "indexer/web_address.hpp"
#include "tests/fuzz/law.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace fihrist;
  const std::string_view url = as_text(bytes, size);
  const std::string normalised = normalised_url(url);
  require_law(normalised_url(normalised) == normalised, "a normalised address is its own normal form");
  require_law(site_of(normalised) == site_of(url), "a page is of the same site however its address is spelt");
  require_law(
      normalised == url || (normalised.starts_with("https://") && normalised.find('#') == std::string::npos),
      "an address becomes one of https without a fragment, and what is none stays as it is");
  return 0;
}
