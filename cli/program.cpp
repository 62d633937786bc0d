// SPDX-License-Identifier: GPL-3.0-or-later
// Defines the program, chooses the verb, and turns failures into messages and exit codes.
#include "cli/program.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <ostream>

#include "analysis/analyzer.hpp"
#include "cli/arguments.hpp"
#include "cli/help.hpp"
#include "cli/nearest_word.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"
#include "schema/error.hpp"
#include "schema/manifest.hpp"

namespace fihrist {
namespace {

constexpr const char* description =
    "fihrist (الفهرست): full-text search for archives of Arabic technology articles";
constexpr const char* examples =
    "Examples:\n"
    "  fihrist index articles.jsonl pages/          read articles into ./archive\n"
    "  fihrist search 'هاتف \"Galaxy S8\" -نوكيا'      every form of the words; \"…\" exact; - without\n"
    "  fihrist serve                                the archive on http://127.0.0.1:8080/";

void add_shared_options(CLI::App& program, SharedOptions& shared) {
  program
      .add_option("-C,--archive", shared.archive, "archive directory (else $FIHRIST_ARCHIVE, else ./archive)")
      ->envname("FIHRIST_ARCHIVE")
      ->type_name("DIR");
  program.add_flag("--json", shared.json, "print data as JSON");
  CLI::Option* quiet = program.add_flag("-q,--quiet", shared.quiet, "print data and errors only");
  program.add_flag("-v,--verbose", shared.verbose, "tell more on stderr")->excludes(quiet);
  program.add_flag("--no-color", shared.no_color, "no colour, no bold (also: NO_COLOR in the environment)");
  program.add_flag("--no-input", shared.no_input, "never ask, never wait for somebody at the terminal");
  program.set_version_flag(
      "--version",
      [] {
        return fmt::format("fihrist {} (analyser {}, index format {})", FIHRIST_VERSION,
                           Analyzer::fingerprint(), format_version);
      },
      "versions of the program, its analyser and its index format");
}

void add_verbs(CLI::App& program, VerbAction& chosen) {
  add_index_verb(program, chosen);
  add_search_verb(program, chosen);
  add_show_verb(program, chosen);
  add_serve_verb(program, chosen);
  add_stats_verb(program, chosen);
  add_remove_verb(program, chosen);
  add_explain_verb(program, chosen);
  add_check_verb(program, chosen);
  add_test_verb(program, chosen);
  add_plurals_verb(program, chosen);
  add_export_verb(program, chosen);
  add_names_verb(program, chosen);
  add_rebuild_verb(program, chosen);
  add_swap_verb(program, chosen);
  add_rollback_verb(program, chosen);
  add_merge_verb(program, chosen);
  add_shard_verb(program, chosen);
  for (CLI::App* verb : program.get_subcommands(nullptr)) {
    verb->fallthrough();
    for (CLI::Option* option : verb->get_options()) option->transform(unprotected, "", "unprotected");
  }
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& candidates) {
  const auto meant = nearest_word(typed, candidates);
  return meant ? fmt::format(" Did you mean {}?", *meant) : std::string();
}

int report_unknown(const CLI::App& program, const std::string& typed, const Console& console) {
  const auto parsed = program.get_subcommands();
  if (parsed.empty() && !typed.starts_with('-')) {
    std::vector<std::string> verbs;
    for (const CLI::App* verb : program.get_subcommands(nullptr)) verbs.push_back(verb->get_name());
    console.error(fmt::format("unknown verb \"{}\".{}", typed, did_you_mean(typed, verbs)),
                  "All verbs: fihrist -h");
    return ExitCode::usage;
  }
  const CLI::App& verb = parsed.empty() ? program : *parsed.back();
  const std::string help =
      parsed.empty() ? "Help: fihrist -h" : fmt::format("Help: fihrist {} -h", verb.get_name());
  const std::string name = typed.substr(0, typed.find('='));
  console.error(fmt::format("{} \"{}\".{}", typed.starts_with('-') ? "unknown option" : "unexpected argument",
                            name, did_you_mean(name, option_names(verb))),
                help);
  return ExitCode::usage;
}

int report_usage(const CLI::App& program, const CLI::ParseError& error, const Console& console) {
  const std::vector<std::string> unknown = program.remaining(true);
  if (!unknown.empty()) return report_unknown(program, unknown.front(), console);
  const auto parsed = program.get_subcommands();
  console.error(error.what(), parsed.empty() ? "Help: fihrist -h"
                                             : fmt::format("Help: fihrist {} -h", parsed.back()->get_name()));
  return ExitCode::usage;
}

/// Full disks and closed pipes show only when the buffers are written.
int flushed(const Console& console, int code) {
  errno = 0;
  console.out.flush();
  if (console.out) return code;
  const std::string reason = errno != 0 ? fmt::format(" ({})", std::strerror(errno)) : std::string();
  console.error("could not write the results to standard output" + reason, "Is the disk full?");
  return ExitCode::failed;
}

int perform(const VerbAction& chosen, Session& session) {
  const Console& console = session.console;
  try {
    return flushed(console, chosen(session));
  } catch (const Error& error) {
    console.out.flush();
    console.error(error.what(), error.hint());
    return static_cast<int>(error.code());
  } catch (const std::bad_alloc&) {
    console.error("out of memory");
  } catch (const std::exception& error) {
    console.error(error.what());
  }
  return ExitCode::failed;
}

void settle(Session& session) {
  SharedOptions& shared = session.options;
  if (shared.archive.empty()) shared.archive = "archive";
  session.console.quiet = shared.quiet;
  session.console.verbose = shared.verbose;
  if (shared.no_color) session.console.colored = false;
}

int parse_and_run(std::vector<std::string> arguments, Console& console) {
  Session session{.console = console};
  VerbAction chosen;
  CLI::App program(description, "fihrist");
  program.footer(examples);
  program.set_help_flag("-h,--help", "this help");
  program.require_subcommand(0, 1);
  use_short_help(program);
  add_shared_options(program, session.options);
  add_verbs(program, chosen);
  try {
    arguments = protected_arguments(std::move(arguments));
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    program.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    console.out << program.help();
    return flushed(console, ExitCode::done);
  } catch (const CLI::CallForVersion& version) {
    console.out << version.what() << '\n';
    return flushed(console, ExitCode::done);
  } catch (const CLI::ParseError& error) {
    return report_usage(program, error, console);
  }
  settle(session);
  if (chosen) return perform(chosen, session);
  console.out << program.help();
  return flushed(console, ExitCode::done);
}

}  // namespace

int run_program(std::vector<std::string> arguments, Console& console) noexcept {
  try {
    return parse_and_run(std::move(arguments), console);
  } catch (const std::exception& error) {
    console.error(error.what());
    return ExitCode::failed;
  }
}

}  // namespace fihrist
