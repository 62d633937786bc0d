// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist index: reads files, folders and standard input into the archive.
#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <ostream>

#include "cli/allocation.hpp"
#include "cli/interruption.hpp"
#include "cli/progress_display.hpp"
#include "cli/run_summary.hpp"
#include "cli/settings.hpp"
#include "cli/verbs.hpp"
#include "indexer/indexer.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr const char* index_examples =
    "Examples:\n"
    "  fihrist index articles.jsonl pages/            adds new articles, updates changed ones\n"
    "  fihrist index -n pages/                        tells what would be done\n"
    "  fihrist index --prune pages/                   also removes what is not in pages/ any more\n"
    "  zcat dump.jsonl.gz | fihrist index --format jsonl -";

/// Where Debian's hunspell-ar and its like put it.
constexpr const char* system_dictionary = "/usr/share/hunspell/ar.dic";

struct IndexOptions {
  IndexRequest request{.dictionary = system_dictionary};
  IndexSettings given;  ///< what the command line says of the things that fihrist.toml may say
};

void stop_or_abort(int count, std::atomic<bool>& stop, const Console& console) {
  if (count > 1) std::_Exit(ExitCode::interrupted);
  stop = true;
  console.err << "\nStopping after the article at hand … (again to stop now)" << '\n' << std::flush;
}

void refuse_to_wait_for_typing(const Session& session, const IndexRequest& request) {
  if (!session.options.no_input || !session.console.in_is_terminal) return;
  for (const std::string& path : request.paths)
    if (path == "-")
      throw Error(ErrorCode::usage, "standard input is a terminal, and --no-input was given",
                  "Pipe the articles in:  fihrist index - < articles.jsonl");
}

int exit_code_of(const IndexReport& report) {
  if (report.interrupted) return ExitCode::interrupted;
  return report.rejected > 0 ? ExitCode::some_rejected : ExitCode::done;
}

IndexRequest request_of(const IndexOptions& options, const std::filesystem::path& archive) {
  const IndexSettings kept = read_settings(archive).index;
  IndexRequest request = options.request;
  request.archive = archive;
  request.source = options.given.source.value_or(kept.source.value_or(request.source));
  request.jobs = options.given.jobs.value_or(kept.jobs.value_or(request.jobs));
  request.max_reject_ratio =
      options.given.max_reject_ratio.value_or(kept.max_reject_ratio.value_or(request.max_reject_ratio));
  return request;
}

int run_index_verb(Session& session, const IndexOptions& options) {
  const Console& console = session.console;
  const IndexRequest request = request_of(options, session.options.archive);
  refuse_to_wait_for_typing(session, request);
  keep_small_pieces();
  std::atomic<bool> stop = false;
  IndexReport report;
  {
    const BlockedSignals blocked;
    const SignalWatch watch(blocked, [&](int count) { stop_or_abort(count, stop, console); });
    ProgressDisplay display(console);
    report = run_index(
        request, [&](const IndexProgress& progress) { display.show(progress); }, &stop);
  }
  if (session.options.json)
    console.out << to_json(report) << '\n';
  else if (!console.quiet)
    console.out << run_summary(request, report, console);
  return exit_code_of(report);
}

}  // namespace

void add_index_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<IndexOptions>();
  IndexRequest& request = options->request;
  CLI::App* verb = program.add_subcommand("index", "read articles: add new ones, update changed ones");
  verb->footer(index_examples);
  verb->add_option("PATH", request.paths, "files and folders; - is standard input")->required();
  verb->add_option("--format", request.format, "format of the input (auto)")->type_name("NAME");
  verb->add_option("--source", options->given.source, "source of articles that name none")->type_name("NAME");
  verb->add_flag("--prune", request.prune, "remove what vanished from an input that was read whole");
  verb->add_flag("-n,--dry-run", request.dry_run, "tell what would be done; write nothing");
  verb->add_option("--dictionary", options->request.dictionary,
                   "Hunspell word list that helps small archives")
      ->type_name("FILE");
  verb->add_option("--jobs", options->given.jobs, "threads that read (as many as there are)")->type_name("N");
  verb->add_option("--max-reject-ratio", options->given.max_reject_ratio,
                   "change nothing when more than this share is bad")
      ->type_name("R")
      ->check(CLI::Range(0.0, 1.0));
  verb->add_flag("--explain-skips", request.explain_skips, "tell the reason of every skipped file");
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_index_verb(session, *options); };
  });
}

}  // namespace fihrist
