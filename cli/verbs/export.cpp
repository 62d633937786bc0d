// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist export: every article as JSON lines, which `fihrist index` reads again.
#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/archive_walk.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"

namespace fihrist {
namespace {

constexpr const char* export_examples =
    "Examples:\n"
    "  fihrist export > articles.jsonl\n"
    "  fihrist -C old export | fihrist -C new index --format jsonl -";

int run_export_verb(Session& session) {
  const Console& console = session.console;
  const std::uint64_t written = write_articles(session.options.archive, console.out);
  if (console.verbose) console.message("Exported " + counted(written, "article") + ".");
  return ExitCode::done;
}

}  // namespace

void add_export_verb(CLI::App& program, VerbAction& chosen) {
  CLI::App* verb = program.add_subcommand("export", "write every article as JSON lines");
  verb->footer(export_examples);
  verb->callback([&chosen] { chosen = run_export_verb; });
}

}  // namespace fihrist
