// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist show: one article whole.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/article_text.hpp"
#include "cli/settings.hpp"
#include "cli/shard_coverage.hpp"
#include "cli/verbs.hpp"
#include "schema/error.hpp"
#include "searcher/results_json.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* show_examples =
    "Examples:\n"
    "  fihrist show 3f2a9c0d11e45b77\n"
    "  fihrist show --format json 3f2a9c0d11e45b77";

struct ShowOptions {
  std::string id, format = "text";
};

int run_show_verb(Session& session, const ShowOptions& options) {
  Archive archive(session.options.archive, {}, read_settings(session.options.archive).shards);
  Searcher searcher(archive);
  const auto article = searcher.article(options.id);
  if (!article) require_every_shard(searcher);
  if (!article)
    throw Error(ErrorCode::failed, fmt::format("no article has the id {}", options.id),
                "Ids stand in the first line of each hit:  fihrist search WORDS");
  const bool json = session.options.json || options.format == "json";
  session.console.out << (json ? to_json(*article) + "\n" : article_text(*article, session.console));
  return ExitCode::done;
}

}  // namespace

void add_show_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* verb = program.add_subcommand("show", "print one article");
  verb->footer(show_examples);
  verb->add_option("ID", options->id, "id of the article")->required();
  verb->add_option("--format", options->format, "text or json")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json"}));
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_show_verb(session, *options); };
  });
}

}  // namespace fihrist
