// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out help texts.
#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

namespace fihrist {
namespace {

std::string row(const std::string& name, const std::string& meaning) {
  return fmt::format("  {:<26} {}\n", name, meaning);
}

std::string spaced_names(const CLI::Option& option) {
  std::string names = option.get_name(false, true);
  if (const auto comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
  const std::string type = option.get_type_name();
  const std::string value = type.substr(0, type.find(':'));  // without what its validators say of it
  return value.empty() ? names : names + " " + value;
}

std::string verbs_section(const CLI::App& app) {
  std::string rows;
  for (const CLI::App* verb : app.get_subcommands(nullptr))
    rows += row(verb->get_name(), verb->get_description());
  return rows.empty() ? rows : "\nVerbs (fihrist VERB -h tells more):\n" + rows;
}

std::string options_section(const CLI::App& app) {
  std::string rows;
  for (const CLI::Option* option : app.get_options()) {
    const bool helps = option == app.get_help_ptr() && app.get_parent() != nullptr;
    if (option->nonpositional() && !helps) rows += row(spaced_names(*option), option->get_description());
  }
  if (rows.empty()) return rows;
  return (app.get_parent() == nullptr ? "\nOptions of every verb:\n" : "\nOptions:\n") + rows;
}

}  // namespace

std::string help_of(const CLI::App& app) {
  std::string text = app.get_description() + "\n\n" + app.get_footer() + "\n";
  text += verbs_section(app) + options_section(app);
  if (app.get_parent() != nullptr) text += "\nOptions of every verb: fihrist -h\n";
  return text;
}

void use_short_help(CLI::App& program) {
  program.formatter_fn(
      [](const CLI::App* app, const std::string&, CLI::AppFormatMode) { return help_of(*app); });
}

}  // namespace fihrist
