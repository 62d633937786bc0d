// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the heads of HTTP requests: what goes on is plain, and means one thing.
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"
#include "web/request_head.hpp"

namespace fihrist {
namespace {

bool is_plain(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  return true;
}

/// A value may hold tabs (RFC 9110, 5.5).
bool is_plain_value(std::string value) {
  std::erase(value, '\t');
  return is_plain(value);
}

}  // namespace

void check_request_head(std::string_view input) {
  const HeadReading reading = read_request_head(input);
  require_law(reading.consumed <= input.size(), "no more is consumed than there is");
  require_law(reading.refusal == 0 || reading.consumed == 0, "a head is refused or taken");
  if (reading.refusal != 0) {
    require_law(read_request_head(std::string(input) + "\r\n\r\n").refusal != 0,
                "what is refused stays refused");
    return;
  }
  if (reading.consumed == 0) return;
  const RequestHead& head = reading.head;
  require_law(head.method == "GET" || head.method == "HEAD", "only reading goes on");
  require_law(head.target.starts_with('/') && is_plain(head.target) &&
                  head.target.find_first_of(" #") == std::string::npos,
              "a target is one");
  require_law(is_plain(head.host), "a host has no line end");
  for (const auto& [name, value] : head.fields)
    require_law(is_plain(name) && is_plain_value(value), "a field is one line");
  const HeadReading alone = read_request_head(input.substr(0, reading.consumed));
  require_law(alone.consumed == reading.consumed && alone.head.target == head.target,
              "what follows a head does not change it");
  const HeadReading less = read_request_head(input.substr(0, reading.consumed - 1));
  require_law(less.consumed == 0 && less.refusal == 0, "a beginning of a head waits for the rest");
}

}  // namespace fihrist
