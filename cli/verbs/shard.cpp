// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist shard: the served index in parts, each for a machine of its own.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <thread>

#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "indexer/shard_cut.hpp"

namespace fihrist {
namespace {

constexpr const char* shard_examples =
    "Examples:\n"
    "  fihrist shard 4 /srv/shards                   /srv/shards/shard-1 to shard-4\n"
    "  xapian-tcpsrv --port 7001 --interface 10.0.0.1 /srv/shards/shard-1\n"
    "                                                serves the first; name it in fihrist.toml:\n"
    "                                                [search] shards = [\"tcp:10.0.0.1:7001\", …]";

std::string json_of(const ShardCut& cut) {
  auto shards = nlohmann::ordered_json::array();
  for (const ShardCut::Part& part : cut.parts)
    shards.push_back({{"directory", part.directory.string()}, {"articles", part.articles}});
  return nlohmann::ordered_json{{"cut", cut.name}, {"shards", shards}}.dump(
      -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

int run_shard_verb(Session& session, ShardCutRequest request) {
  const Console& console = session.console;
  request.archive = session.options.archive;
  if (request.jobs == 0) request.jobs = std::max(1U, std::thread::hardware_concurrency());
  const ShardCut cut = cut_into_shards(request);
  if (session.options.json) {
    console.out << json_of(cut) << '\n';
    return ExitCode::done;
  }
  if (!console.quiet)
    for (const ShardCut::Part& part : cut.parts)
      console.out << fmt::format("{}  {}\n", part.directory.string(), counted(part.articles, "article"));
  console.message("Serve each with xapian-tcpsrv and name the addresses in fihrist.toml: [search] shards.");
  return ExitCode::done;
}

}  // namespace

void add_shard_verb(CLI::App& program, VerbAction& chosen) {
  auto request = std::make_shared<ShardCutRequest>();
  request->jobs = 0;
  CLI::App* verb = program.add_subcommand("shard", "cut the index into parts for several machines");
  verb->footer(shard_examples);
  verb->add_option("N", request->shards, "number of shards")->required();
  verb->add_option("DIR", request->to, "directory that gets shard-1, shard-2, …")->required();
  verb->add_option("--jobs", request->jobs,
                   "shards that are written at once (as many as there are processors)")
      ->type_name("N");
  verb->callback([request, &chosen] {
    chosen = [request](Session& session) { return run_shard_verb(session, *request); };
  });
}

}  // namespace fihrist
