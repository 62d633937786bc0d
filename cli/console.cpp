// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to terminals and pipes: isolation of Arabic text, colour, errors with their hints.
#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::string_view bold_on = "\x1b[1m";
constexpr std::string_view red_on = "\x1b[31;1m";
constexpr std::string_view style_off = "\x1b[0m";

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool color_is_welcome() {
  const char* terminal = std::getenv("TERM");
  return !is_set("NO_COLOR") && terminal != nullptr && std::string_view(terminal) != "dumb";
}

unsigned terminal_columns() {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

}  // namespace

std::string isolated(std::string_view text) {
  std::string clean = clean_utf8(text);
  for (char& c : clean)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  std::string result;
  append_utf8(result, U'\u2068');
  result += clean;
  append_utf8(result, U'\u2069');
  return result;
}

std::string Console::text(std::string_view text) const {
  return out_is_terminal ? isolated(text) : std::string(text);
}

std::string Console::message_text(std::string_view text) const {
  return err_is_terminal ? isolated(text) : std::string(text);
}

std::string Console::bold(std::string_view text) const {
  if (!colored || !out_is_terminal) return std::string(text);
  return std::string(bold_on).append(text).append(style_off);
}

void Console::message(std::string_view line) const {
  if (!quiet) err << line << '\n';
}

void Console::error(std::string_view sentence, std::string_view hint) const {
  if (colored && err_is_terminal)
    err << red_on << "error:" << style_off << ' ';
  else
    err << "error: ";
  err << sentence << '\n';
  if (!hint.empty()) err << hint << '\n';
}

Console process_console() {
  return {.in = std::cin,
          .out = std::cout,
          .err = std::cerr,
          .in_is_terminal = isatty(STDIN_FILENO) == 1,
          .out_is_terminal = isatty(STDOUT_FILENO) == 1,
          .err_is_terminal = isatty(STDERR_FILENO) == 1,
          .columns = terminal_columns(),
          .colored = color_is_welcome()};
}

}  // namespace fihrist
