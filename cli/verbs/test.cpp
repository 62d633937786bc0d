// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist test: runs a file of search-quality assertions.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/expectation.hpp"
#include "cli/open_input.hpp"
#include "cli/settings.hpp"
#include "cli/shard_coverage.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* test_examples =
    "Examples:\n"
    "  fihrist test queries.tsv       exit code 4 when an expectation is not met\n"
    "Each line is: query, tab, \"must\" or \"top N\" or \"not\", tab, id of an article.";

struct Failure {
  Expectation expectation;
  std::string sentence;
};

std::vector<Failure> failures_among(const std::vector<Expectation>& expectations, Searcher& searcher) {
  std::vector<Failure> failures;
  for (const Expectation& expectation : expectations) {
    const SearchResults results =
        searcher.search({.text = expectation.query, .limit = SearchRequest::max_limit, .snippets = false});
    if (auto sentence = disappointment(expectation, results)) failures.push_back({expectation, *sentence});
  }
  return failures;
}

std::string failures_json(std::size_t expectations, const std::vector<Failure>& failures) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& [expectation, sentence] : failures)
    list.push_back({{"line", expectation.line},
                    {"query", expectation.query},
                    {"id", expectation.id},
                    {"message", sentence}});
  const nlohmann::ordered_json object{
      {"expectations", expectations}, {"failed", failures.size()}, {"failures", list}};
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string failures_text(const std::string& file, std::size_t expectations,
                          const std::vector<Failure>& failures, const Console& console) {
  std::string text;
  for (const auto& [expectation, sentence] : failures)
    text += fmt::format("{}:{}: {}: {}\n", file, expectation.line, sentence, console.text(expectation.query));
  return text +
         fmt::format("{}, {} not met\n", counted(expectations, "expectation"), grouped(failures.size()));
}

int run_test_verb(Session& session, const std::string& file) {
  const Console& console = session.console;
  const auto input = open_input(file);
  const std::vector<Expectation> expectations = read_expectations(*input, file);
  const Settings settings = read_settings(session.options.archive);
  Archive archive(session.options.archive, settings.ranking, settings.shards);
  Searcher searcher(archive);
  const std::vector<Failure> failures = failures_among(expectations, searcher);
  require_every_shard(searcher);
  console.out << (session.options.json ? failures_json(expectations.size(), failures) + "\n"
                                       : failures_text(file, expectations.size(), failures, console));
  return failures.empty() ? ExitCode::done : ExitCode::expectation;
}

}  // namespace

void add_test_verb(CLI::App& program, VerbAction& chosen) {
  auto file = std::make_shared<std::string>();
  CLI::App* verb = program.add_subcommand("test", "check what queries must and must not find");
  verb->footer(test_examples);
  verb->add_option("FILE", *file, "file of expectations")->required();
  verb->callback(
      [file, &chosen] { chosen = [file](Session& session) { return run_test_verb(session, *file); }; });
}

}  // namespace fihrist
