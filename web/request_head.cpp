// SPDX-License-Identifier: GPL-3.0-or-later
// Reads line by line; the first thing that is wrong decides the status.
#include "web/request_head.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/ascii.hpp"
#include "web/optional_space.hpp"

namespace fihrist {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view head_end = "\r\n\r\n";

/// A method, two blanks and a version beside the target.
constexpr std::size_t longest_request_line = HeadLimits::target_bytes + 64;

constexpr std::array<std::string_view, 5> passed_fields{"accept-encoding", "accept-language", "if-none-match",
                                                        "x-forwarded-for", "x-forwarded-proto"};

struct Refusal {
  int status;
};

bool is_alphanumeric(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

/// RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// A line ends with CR LF, and neither stands anywhere else; of the other controls only tabs are text. Half a
/// line end may stand at the end of what was read.
void check_bytes(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (!is_control(c) || c == '\t') continue;
    const bool ends_line = c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] == '\n');
    const bool is_second_half = c == '\n' && i > 0 && bytes[i - 1] == '\r';
    if (!ends_line && !is_second_half) throw Refusal{400};
  }
}

bool is_plain_authority(std::string_view text) {
  return text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_alphanumeric(c) || std::string_view("-._~:[]%").find(c) != std::string_view::npos;
         });
}

void check_target(std::string_view target) {
  if (target.size() > HeadLimits::target_bytes) throw Refusal{414};
  if (!target.starts_with('/')) throw Refusal{400};
  if (target.find_first_of("\t#") != target.npos) throw Refusal{400};
}

/// "http://host/path" into its host and "/path".
void take_apart(std::string_view target, RequestHead& head) {
  const std::string beginning = lower_ascii(target.substr(0, 8));
  const std::size_t scheme = beginning.starts_with("http://") ? 7 : beginning == "https://" ? 8 : 0;
  if (scheme == 0) {
    head.target = target;
    return;
  }
  target.remove_prefix(scheme);
  const std::size_t end = std::min(target.find_first_of("/?"), target.size());
  head.host = target.substr(0, end);
  if (head.host.empty() || !is_plain_authority(head.host)) throw Refusal{400};
  head.target = (end < target.size() && target[end] == '/' ? "" : "/") + std::string(target.substr(end));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The minor version of HTTP/1; a higher one than ours means ours (RFC 9110, 2.5).
int minor_version(std::string_view text) {
  const bool is_version = text.size() == 8 && text.starts_with("HTTP/") && is_digit(text[5]) &&
                          text[6] == '.' && is_digit(text[7]);
  if (!is_version) throw Refusal{400};
  if (text[5] != '1') throw Refusal{505};
  return text[7] - '0';
}

/// Gives the minor version.
int read_request_line(std::string_view line, RequestHead& head) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == line.npos || first == last) throw Refusal{400};
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (!is_token(method) || target.empty() || target.find(' ') != target.npos) throw Refusal{400};
  const int version = minor_version(line.substr(last + 1));
  if (target.size() > HeadLimits::target_bytes) throw Refusal{414};
  if (method != "GET" && method != "HEAD") throw Refusal{405};
  head.method = method;
  take_apart(target, head);
  check_target(head.target);
  return version;
}

/// The fields that decide what the others mean.
struct Framing {
  std::optional<std::string> host;
  std::optional<std::string> length;
  bool asks_to_close = false;
  bool asks_to_keep = false;
};

void read_connection(std::string_view value, Framing& framing) {
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const std::string option = lower_ascii(without_optional_space(value.substr(at, comma - at)));
    framing.asks_to_close |= option == "close";
    framing.asks_to_keep |= option == "keep-alive";
    at = comma + 1;
  }
}

void read_field(std::string_view line, RequestHead& head, Framing& framing) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || !is_token(line.substr(0, colon))) throw Refusal{400};
  std::string name = lower_ascii(line.substr(0, colon));
  std::string value(without_optional_space(line.substr(colon + 1)));
  if (name == "transfer-encoding") throw Refusal{400};
  if (name == "host" || name == "content-length") {
    auto& only = name == "host" ? framing.host : framing.length;
    if (only) throw Refusal{400};
    only = std::move(value);
  } else if (name == "connection") {
    read_connection(value, framing);
  } else if (std::find(passed_fields.begin(), passed_fields.end(), name) != passed_fields.end()) {
    head.fields.emplace_back(std::move(name), std::move(value));
  }
}

/// A body that is announced is not read, so nothing that follows could be told from it.
void check_length(const std::optional<std::string>& length) {
  if (!length) return;
  if (length->empty() || !std::all_of(length->begin(), length->end(), is_digit)) throw Refusal{400};
  if (length->find_first_not_of('0') != std::string::npos) throw Refusal{413};
}

/// The text without its head_end.
RequestHead read_whole(std::string_view text) {
  RequestHead head;
  Framing framing;
  std::size_t end = std::min(text.find(line_end), text.size());
  const int version = read_request_line(text.substr(0, end), head);
  for (std::size_t fields = 0; end < text.size();) {
    if (++fields > HeadLimits::fields) throw Refusal{431};
    const std::size_t begin = end + line_end.size();
    end = std::min(text.find(line_end, begin), text.size());
    read_field(text.substr(begin, end - begin), head, framing);
  }
  if (!framing.host && version > 0) throw Refusal{400};
  if (framing.host && !is_plain_authority(*framing.host)) throw Refusal{400};
  check_length(framing.length);
  if (head.host.empty()) head.host = framing.host.value_or("");
  head.keep_alive = !framing.asks_to_close && (version > 0 || framing.asks_to_keep);
  return head;
}

/// What may be said of a head that is not whole.
void check_beginning(std::string_view text) {
  if (text.size() > HeadLimits::head_bytes) throw Refusal{431};
  if (text.find(line_end) == text.npos && text.size() > longest_request_line) throw Refusal{414};
}

}  // namespace

HeadReading read_request_head(std::string_view bytes) {
  const std::size_t passed = bytes.starts_with(line_end) ? line_end.size() : 0;
  const std::string_view text = bytes.substr(passed, HeadLimits::head_bytes + 1);
  const std::size_t end = text.find(head_end);
  HeadReading reading;
  try {
    // With its end: a bare CR may stand right before it.
    check_bytes(end == text.npos ? text : text.substr(0, end + head_end.size()));
    if (end == text.npos) {
      check_beginning(text);
      return reading;
    }
    reading.head = read_whole(text.substr(0, end));
    reading.consumed = passed + end + head_end.size();
  } catch (const Refusal& refusal) {
    reading.refusal = refusal.status;
  }
  return reading;
}

}  // namespace fihrist
