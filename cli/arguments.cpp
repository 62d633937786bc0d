// SPDX-License-Identifier: GPL-3.0-or-later
// Marks and unmarks arguments on their way through the option parser.
#include "cli/arguments.hpp"

#include <algorithm>

namespace fihrist {
namespace {

bool looks_like_an_option_but_is_none(const std::string& argument) {
  if (argument.size() < 2) return false;
  const bool excluded_word = argument[0] == '-' && static_cast<unsigned char>(argument[1]) >= 0x80;
  const bool bracketed = argument.front() == '[' && argument.back() == ']';
  return excluded_word || bracketed;
}

}  // namespace

std::vector<std::string> protected_arguments(std::vector<std::string> arguments) {
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  for (std::string& argument : arguments)
    if (looks_like_an_option_but_is_none(argument)) argument.insert(0, 1, '\0');
  return arguments;
}

std::string unprotected(std::string argument) {
  if (!argument.empty() && argument.front() == '\0') argument.erase(0, 1);
  return argument;
}

}  // namespace fihrist
