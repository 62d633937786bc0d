// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist remove: takes one article out of the archive, for now or for ever.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <istream>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/verbs.hpp"
#include "indexer/indexer.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr const char* remove_examples =
    "Examples:\n"
    "  fihrist remove 3f2a9c0d11e45b77                         comes back when it is indexed again\n"
    "  fihrist remove --forever --reason 'طلب الكاتب' https://example.org/2017/01/s8.html";

struct RemoveOptions {
  std::string id_or_url, reason;
  bool forever = false;
};

/// What is removed for ever cannot be undone by indexing again, so a person at a terminal is asked.
bool is_wanted(const Session& session, const RemoveOptions& options) {
  const Console& console = session.console;
  if (!options.forever || session.options.no_input || !console.in_is_terminal || !console.err_is_terminal)
    return true;
  console.err << "Remove " << options.id_or_url << " for ever? No later run will bring it back. [y/N] "
              << std::flush;
  std::string answer;
  std::getline(console.in, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

int run_remove_verb(Session& session, const RemoveOptions& options) {
  if (!options.reason.empty() && !options.forever)
    throw Error(ErrorCode::usage, "--reason is kept in the tombstone, which only --forever leaves",
                "fihrist remove --forever --reason TEXT ID");
  if (!is_wanted(session, options)) {
    session.console.message("Nothing was removed.");
    return ExitCode::failed;
  }
  if (!remove_article(session.options.archive, options.id_or_url, options.forever, options.reason))
    throw Error(ErrorCode::failed, fmt::format("no article has the id or URL {}", options.id_or_url));
  if (session.options.json)
    session.console.out << nlohmann::json{{"removed", options.id_or_url}, {"forever", options.forever}}.dump()
                        << '\n';
  else
    session.console.message(
        fmt::format("Removed {}{}.", options.id_or_url, options.forever ? " for ever" : ""));
  return ExitCode::done;
}

}  // namespace

void add_remove_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<RemoveOptions>();
  CLI::App* verb = program.add_subcommand("remove", "take one article out");
  verb->footer(remove_examples);
  verb->add_option("ID|URL", options->id_or_url, "id or address of the article")->required();
  verb->add_flag("--forever", options->forever, "leave a tombstone: indexing again does not bring it back");
  verb->add_option("--reason", options->reason, "why, kept in the tombstone")->type_name("TEXT");
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_remove_verb(session, *options); };
  });
}

}  // namespace fihrist
