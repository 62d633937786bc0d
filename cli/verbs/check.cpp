// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist check: opens the archive and reads all of it; changes nothing.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>
#include <unordered_set>
#include <vector>

#include "cli/archive_walk.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  fihrist check              exit code 6: made by other rules; 7: damaged\n"
    "  fihrist -C /srv/archive check --json";

struct Finding {
  std::string name;
  bool ok = true;
  std::string message;
};

Finding equal(std::string name, std::uint64_t found, std::uint64_t expected, std::string_view noun) {
  return {.name = std::move(name),
          .ok = found == expected,
          .message = found == expected
                         ? counted(found, noun)
                         : fmt::format("{}, but {} expected", counted(found, noun), grouped(expected))};
}

struct Walk {
  std::uint64_t listed = 0, readable = 0, repeated = 0;
};

Walk walk_whole(Searcher& searcher) {
  Walk walk;
  std::unordered_set<std::string> seen;
  walk_archive(searcher, [&](const Hit& hit) {
    ++walk.listed;
    if (!seen.insert(hit.id).second) ++walk.repeated;
    const auto article = searcher.article(hit.id);
    if (article && article->id == hit.id) ++walk.readable;
    return true;
  });
  return walk;
}

std::vector<Finding> findings_in(Searcher& searcher) {
  const ArchiveStats stats = searcher.stats();
  const Walk walk = walk_whole(searcher);
  std::uint64_t by_year = stats.undated;
  for (const Period& period : searcher.years())
    if (period.year != 0) by_year += period.count;
  return {{.name = "manifest",
           .message = fmt::format("format {}, analyser {}, revision {}", stats.manifest.format,
                                  stats.manifest.analyser, stats.manifest.revision)},
          equal("count", stats.articles, stats.manifest.articles, "article"),
          equal("listing", walk.listed, stats.articles, "article"),
          equal("records", walk.readable, walk.listed, "readable article"),
          equal("ids", walk.repeated, 0, "repeated id"),
          equal("years", by_year, stats.articles, "article")};
}

/// A run that commits meanwhile changes the counts under the check's feet: then it looks again.
std::vector<Finding> settled_findings(Searcher& searcher) {
  constexpr int patience = 5;
  for (int attempt = 1;; ++attempt) {
    const std::uint64_t before = searcher.revision();
    std::vector<Finding> findings = findings_in(searcher);
    if (searcher.revision() == before || attempt == patience) return findings;
  }
}

std::string findings_json(const std::vector<Finding>& findings, bool ok) {
  auto list = nlohmann::ordered_json::array();
  for (const Finding& finding : findings)
    list.push_back({{"name", finding.name}, {"ok", finding.ok}, {"message", finding.message}});
  return nlohmann::ordered_json{{"ok", ok}, {"checks", list}}.dump();
}

std::string findings_text(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += fmt::format("{:<7} {:<9} {}\n", finding.ok ? "ok" : "WRONG", finding.name, finding.message);
  return text;
}

int run_check_verb(Session& session) {
  const Console& console = session.console;
  Archive archive(session.options.archive);
  Searcher searcher(archive);
  const std::vector<Finding> findings = settled_findings(searcher);
  bool ok = true;
  for (const Finding& finding : findings) ok = ok && finding.ok;
  console.out << (session.options.json ? findings_json(findings, ok) + "\n" : findings_text(findings));
  if (ok) return ExitCode::done;
  console.error("the index contradicts itself",
                "Restore a copy of the archive directory, or index the articles again.");
  return ExitCode::damaged;
}

}  // namespace

void add_check_verb(CLI::App& program, VerbAction& chosen) {
  CLI::App* verb = program.add_subcommand("check", "read the whole archive and tell whether it is sound");
  verb->footer(examples);
  verb->callback([&chosen] { chosen = run_check_verb; });
}

}  // namespace fihrist
