// SPDX-License-Identifier: GPL-3.0-or-later
// The program's three streams: what they are connected to, and how text is written to each.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace fihrist {

/// Data goes to `out`, everything else to `err`. Not thread-safe.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  unsigned columns = 80;  ///< width of the terminal behind `err`
  bool colored = false;   ///< colour and bold may be used where there is a terminal
  bool quiet = false;     ///< nothing but data and errors
  bool verbose = false;

  /// Text of an archive for `out`: on a terminal isolated (FSI … PDI) and without control characters, in
  /// a pipe as it is.
  std::string text(std::string_view text) const;
  /// The same for `err`.
  std::string message_text(std::string_view text) const;
  /// Bold on a coloured terminal, for `out`.
  std::string bold(std::string_view text) const;

  /// One line to `err`, unless quiet.
  void message(std::string_view line) const;
  /// "error: …" to `err`, then the hint, if any, on a line of its own.
  void error(std::string_view sentence, std::string_view hint = {}) const;
};

/// The console of this process: standard streams, NO_COLOR and TERM=dumb respected.
Console process_console();

/// One line of text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it keeps its own
/// direction whatever stands beside it (UAX #9); control characters are removed, so that an archive cannot
/// drive the terminal.
std::string isolated(std::string_view text);

}  // namespace fihrist
