// SPDX-License-Identifier: GPL-3.0-or-later
// MIME messages as far as saved web pages use them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fihrist {

/// The next line of a head without its end, CRLF or LF; `text` is then what stands behind it.
std::string_view take_line(std::string_view& text);

/// What is no digit is passed over, as RFC 2045 asks.
std::string from_base64(std::string_view text);

/// The head of a message or of one of its parts, and the bytes below it, still encoded.
struct MimePart {
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case, values unfolded
  std::string_view body;

  /// Empty when there is none.
  std::string_view header(std::string_view name) const;
  /// A parameter of Content-Type: charset, boundary; without quotes, empty when there is none.
  std::string parameter(std::string_view name) const;
  /// "text/html", in lower case.
  std::string type() const;
  /// The body with base64 or quoted-printable undone (RFC 2045); damaged places stay as they are.
  std::string decoded() const;
};

/// Splits head and body at the first empty line. Views point into `message`.
MimePart read_mime(std::string_view message);

/// The parts of a multipart body, one level deep (RFC 2046). A missing last boundary ends with the text.
std::vector<MimePart> parts_of(const MimePart& message);

}  // namespace fihrist
