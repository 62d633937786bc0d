// SPDX-License-Identifier: GPL-3.0-or-later
// Help that is short and begins with examples.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace fihrist {

/// Sets how a program and the verbs that are added to it afterwards print their help: what it is, examples
/// (the App's footer), verbs, options.
void use_short_help(CLI::App& program);

/// The help of the program or of one verb.
std::string help_of(const CLI::App& app);

}  // namespace fihrist
