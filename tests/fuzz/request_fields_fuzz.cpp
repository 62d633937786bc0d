// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the values of header fields that are looked into: what clients accept, have already, and came
// through.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"
#include "web/client_address.hpp"
#include "web/conditional.hpp"
#include "web/quality_list.hpp"

namespace fihrist {
namespace {

void check_qualities(std::string_view header) {
  const QualityList list(header);
  const auto& best = list.best_first();
  require_law(best.size() <= 64, "64 items are read at most");
  for (const QualityList::Item& item : best)
    require_law(item.quality > 0 && item.quality <= 1000 && !item.value.empty() &&
                    item.value.find_first_of(",;ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos,
                "what is acceptable has a value and a quality");
  require_law(
      std::is_sorted(best.begin(), best.end(),
                     [](const auto& left, const auto& right) { return left.quality > right.quality; }),
      "the best come first");
}

void check_addresses(std::string_view header) {
  if (const auto address = parse_ip_address(header))
    require_law(parse_ip_address(to_text(*address)) == address, "an address reads what it writes");
  if (const auto range = parse_address_range(header))
    require_law(range->bits <= 128 && range->contains(range->first), "a range holds its first address");
  const IpAddress peer = *parse_ip_address("192.0.2.1");
  require_law(client_address(peer, header, {}) == peer, "who is not trusted names no other client");
  const IpAddress client = client_address(peer, header, {*parse_address_range("192.0.2.0/24")});
  require_law(parse_ip_address(to_text(client)) == client, "a client is an address");
}

}  // namespace

void check_request_fields(std::string_view input) {
  check_qualities(input);
  check_addresses(input);
  const std::string tag = "\"0123456789abcdef\"";
  require_law(matches_etag(std::string(input) + ", " + tag, tag) || input.find('"') != std::string_view::npos,
              "a tag is found behind anything without quotes");
  if (const std::int64_t seconds = parse_http_date(input); seconds >= 0)
    require_law(parse_http_date(http_date(seconds)) == seconds, "a date reads what it writes");
}

}  // namespace fihrist
