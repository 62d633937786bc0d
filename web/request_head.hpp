// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an HTTP request, read strictly: what can be understood in two ways is refused.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fihrist {

/// Beyond these a head is refused: with 431, 414 and 431.
struct HeadLimits {
  static constexpr std::size_t head_bytes = 16384;
  static constexpr std::size_t target_bytes = 4096;
  static constexpr std::size_t fields = 64;
};

/// What of a request goes on. Of the header fields only those that an answer may depend on
/// (passed_fields in the .cpp): the others, Range, Expect and Cookie among them, end here.
struct RequestHead {
  std::string method;  ///< GET or HEAD
  std::string target;  ///< in origin form, "/search?q=a"; no control character, no blank, no '#'
  std::string host;    ///< of Host or of an absolute target; a plain host and port, or empty
  std::vector<std::pair<std::string, std::string>> fields;  ///< lower-case names, trimmed values, in order
  bool keep_alive = true;                                   ///< the client lets the connection be used again
};

/// What the bytes read so far amount to.
struct HeadReading {
  int refusal = 0;           ///< 400, 405, 413, 414, 431 or 505: answer with it and close; 0: none
  std::size_t consumed = 0;  ///< bytes of a whole head; 0: more is needed
  RequestHead head;          ///< when something was consumed
};

/// Reads the first head in `bytes`, RFC 9112 without its leniencies: lines end with CRLF, no line is folded,
/// a method is a token, exactly one Host (HTTP/1.0: at most one), GET and HEAD only, no body, so that no two
/// readers of the same bytes can disagree where a request ends. One empty line before it is passed over
/// (2.2), an absolute target is taken apart (3.2.2). Bytes from 0x80 are let through in targets, since people
/// type URLs as they read them. Refuses as soon as it can, before the head is whole.
HeadReading read_request_head(std::string_view bytes);

}  // namespace fihrist
