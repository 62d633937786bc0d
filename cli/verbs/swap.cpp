// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist swap and rollback: which generation of the index is served.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "indexer/generation_switch.hpp"

namespace fihrist {
namespace {

int tell(const Session& session, const Switched& switched) {
  const Console& console = session.console;
  if (session.options.json)
    console.out << nlohmann::ordered_json{{"from", switched.from},
                                          {"to", switched.to},
                                          {"articles", switched.articles}}
                       .dump()
                << '\n';
  else
    console.message(switched.to + " is served instead of " + switched.from + ": " +
                    counted(switched.articles, "article") + ".");
  return ExitCode::done;
}

void add_verb(CLI::App& program, VerbAction& chosen, const char* name, const char* description,
              const char* footer, Switched (*change)(const std::filesystem::path&)) {
  CLI::App* verb = program.add_subcommand(name, description);
  verb->footer(footer);
  verb->callback([change, &chosen] {
    chosen = [change](Session& session) { return tell(session, change(session.options.archive)); };
  });
}

}  // namespace

void add_swap_verb(CLI::App& program, VerbAction& chosen) {
  add_verb(program, chosen, "swap", "serve the index that was rebuilt",
           "Examples:\n"
           "  fihrist rebuild && fihrist test expected.tsv; fihrist swap    running servers follow at once",
           switch_forward);
}

void add_rollback_verb(CLI::App& program, VerbAction& chosen) {
  add_verb(program, chosen, "rollback", "serve the index before again",
           "Examples:\n"
           "  fihrist rollback        running servers follow at once; \"fihrist swap\" goes forth again",
           switch_back);
}

}  // namespace fihrist
