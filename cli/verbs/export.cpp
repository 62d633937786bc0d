// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist export: every article as JSON lines, which `fihrist index` reads again.
#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/archive_walk.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "schema/record.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  fihrist export > articles.jsonl\n"
    "  fihrist -C old export | fihrist -C new index --format jsonl -";

int run_export_verb(Session& session) {
  const Console& console = session.console;
  Archive archive(session.options.archive);
  Searcher searcher(archive);
  std::uint64_t written = 0;
  walk_archive(searcher, [&](const Hit& hit) {
    if (const auto article = searcher.article(hit.id)) {  // nothing: removed since its page was read
      console.out << to_json_line(*article) << '\n';
      ++written;
    }
    return console.out.good();
  });
  if (console.verbose) console.message("Exported " + counted(written, "article") + ".");
  return ExitCode::done;
}

}  // namespace

void add_export_verb(CLI::App& program, VerbAction& chosen) {
  CLI::App* verb = program.add_subcommand("export", "write every article as JSON lines");
  verb->footer(examples);
  verb->callback([&chosen] { chosen = run_export_verb; });
}

}  // namespace fihrist
