// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist stats: how many articles, of when and of whom, and what the index is.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/settings.hpp"
#include "cli/shard_coverage.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* stats_examples =
    "Examples:\n"
    "  fihrist stats\n"
    "  fihrist stats --json | jq .articles";

constexpr std::size_t shown_values = 10;

nlohmann::ordered_json values_json(const std::vector<FacetValue>& values) {
  auto list = nlohmann::ordered_json::array();
  for (const FacetValue& value : values) list.push_back({{"value", value.value}, {"count", value.count}});
  return list;
}

nlohmann::ordered_json index_bytes_json(const ArchiveStats& stats) {
  return stats.index_bytes > 0 ? nlohmann::ordered_json(stats.index_bytes) : nullptr;
}

std::string stats_json(const ArchiveStats& stats) {
  const nlohmann::ordered_json object{{"articles", stats.articles},
                                      {"undated", stats.undated},
                                      {"index_bytes", index_bytes_json(stats)},
                                      {"text_bytes", stats.manifest.text_bytes},
                                      {"words", stats.manifest.word_count},
                                      {"format", stats.manifest.format},
                                      {"analyser", stats.manifest.analyser},
                                      {"revision", stats.manifest.revision},
                                      {"last_run", stats.manifest.last_run},
                                      {"year", values_json(stats.years)},
                                      {"author", values_json(stats.authors)},
                                      {"source", values_json(stats.sources)},
                                      {"tag", values_json(stats.tags)}};
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string values_text(std::string_view name, const std::vector<FacetValue>& values, std::size_t shown,
                        const Console& console) {
  if (values.empty()) return "";
  std::string text = fmt::format("\nBy {}\n", name);
  for (std::size_t i = 0; i < values.size() && i < shown; ++i)
    text += fmt::format("  {:>9}  {}\n", grouped(values[i].count), console.text(values[i].value));
  return text;
}

std::string stats_text(const ArchiveStats& stats, const Console& console) {
  const Manifest& manifest = stats.manifest;
  return fmt::format("{}, {} of them undated\n", counted(stats.articles, "article"), grouped(stats.undated)) +
         fmt::format("{} for {} of text, {}\n",
                     stats.index_bytes > 0 ? size_of_bytes(stats.index_bytes) + " on disk" : "in shards",
                     size_of_bytes(manifest.text_bytes), counted(manifest.word_count, "different word")) +
         fmt::format("analyser {}, format {}, revision {}, last run {}\n", manifest.analyser, manifest.format,
                     manifest.revision, manifest.last_run) +
         values_text("year", stats.years, stats.years.size(), console) +
         values_text("author", stats.authors, shown_values, console) +
         values_text("source", stats.sources, shown_values, console) +
         values_text("tag", stats.tags, shown_values, console);
}

int run_stats_verb(Session& session) {
  Archive archive(session.options.archive, {}, read_settings(session.options.archive).shards);
  Searcher searcher(archive);
  const ArchiveStats stats = searcher.stats();
  const Console& console = session.console;
  tell_missing_shards(searcher, console);
  console.out << (session.options.json ? stats_json(stats) + "\n" : stats_text(stats, console));
  return ExitCode::done;
}

}  // namespace

void add_stats_verb(CLI::App& program, VerbAction& chosen) {
  CLI::App* verb = program.add_subcommand("stats", "count articles by year, author, source and tag");
  verb->footer(stats_examples);
  verb->callback([&chosen] { chosen = run_stats_verb; });
}

}  // namespace fihrist
