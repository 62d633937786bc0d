// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist check: compares the index with its checksums, then reads all of it; changes nothing.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <unordered_set>
#include <vector>

#include "cli/archive_walk.hpp"
#include "cli/child_process.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "schema/seal.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* check_examples =
    "Examples:\n"
    "  fihrist check              exit code 6: made by other rules; 7: damaged\n"
    "  fihrist -C /srv/archive check --json";

struct Finding {
  std::string name;
  bool ok = true;
  std::string message;
};

bool all_ok(const std::vector<Finding>& findings) {
  return std::all_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.ok; });
}

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

std::string findings_json(const std::vector<Finding>& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const Finding& finding : findings)
    list.push_back({{"name", finding.name}, {"ok", finding.ok}, {"message", finding.message}});
  return nlohmann::ordered_json{{"ok", all_ok(findings)}, {"checks", list}}.dump();
}

std::string findings_text(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += fmt::format("{:<7} {:<9} {}\n", finding.ok ? "ok" : "WRONG", finding.name, finding.message);
  return text;
}

/// The bytes of the files against what was written.
Finding seal_finding(const SealReport& report) {
  Finding finding{.name = "bytes", .ok = report.is_sound()};
  switch (report.state) {
    case SealReport::State::absent:
      finding.message = "there are no checksums of the index";
      return finding;
    case SealReport::State::broken:
      finding.ok = true;
      finding.message = "no checksums: a run writes, or was interrupted; read whole instead";
      return finding;
    case SealReport::State::sealed:
      break;
  }
  finding.message = fmt::format("{}, {}, as they were written", counted(report.files.size(), "file"),
                                size_of_bytes(report.bytes));
  if (finding.ok) return finding;
  std::vector<std::string> faults;
  for (const SealedFile& file : report.files)
    if (!file.fault.empty()) faults.push_back(file.name + ' ' + file.fault);
  finding.message = joined(faults, "; ");
  return finding;
}

std::vector<Finding> findings_of_archive(const std::filesystem::path& directory) {
  Archive archive(directory);
  Searcher searcher(archive);
  return settled_findings(searcher);
}

/// Xapian may hang on a damaged database, or crash: where no checksum vouches for the files, another process
/// reads them.
std::vector<Finding> findings_of_doubtful_archive(const std::filesystem::path& directory) {
  constexpr auto patience = std::chrono::minutes(10);
  const auto result = run_in_child(patience, [&] {
    try {
      return findings_json(findings_of_archive(directory));
    } catch (const Error& error) {
      return findings_json({{.name = "reading", .ok = false, .message = error.what()}});
    }
  });
  if (!result) return {{.name = "reading", .ok = false, .message = "the index cannot be read to its end"}};
  std::vector<Finding> findings;
  const auto parsed = nlohmann::json::parse(*result);
  for (const auto& one : parsed["checks"])
    findings.push_back({.name = one["name"], .ok = one["ok"], .message = one["message"]});
  return findings;
}

/// An index that is not as it was written is not opened at all.
std::vector<Finding> findings_of(const std::filesystem::path& directory,
                                 const std::filesystem::path& generation) {
  const SealReport seal = check_seal(generation);
  std::vector<Finding> findings{seal_finding(seal)};
  if (!findings.front().ok) return findings;
  const auto more = seal.state == SealReport::State::sealed ? findings_of_archive(directory)
                                                            : findings_of_doubtful_archive(directory);
  findings.insert(findings.end(), more.begin(), more.end());
  return findings;
}

/// What helps against damage, from the cheapest to the dearest.
std::string way_out(const ArchiveLayout& layout, const std::filesystem::path& served) {
  std::string older;
  for (const auto& one : layout.generations())
    if (number_of_generation(one) < number_of_generation(served)) older = one.filename().string();
  const std::string restore = "restore a copy of the archive directory, or index the sources again.";
  if (older.empty()) return "Restore" + restore.substr(7);
  return fmt::format("Go back to {} with \"fihrist rollback\" and index what came since; or {}", older,
                     restore);
}

/// A generation without a name in `current` is one that cannot be found.
std::filesystem::path served_generation(const ArchiveLayout& layout) {
  if (auto served = layout.current_generation()) return std::move(*served);
  const auto all = layout.generations();
  if (all.empty())
    throw Error(ErrorCode::failed, fmt::format("there is no index in {}", layout.directory().string()),
                fmt::format("Make one: fihrist index -C {} PATH", layout.directory().string()));
  throw Error(ErrorCode::damaged, fmt::format("{} is missing", layout.current().string()),
              fmt::format("Write the line {} into it.", all.back().filename().string()));
}

int run_check_verb(Session& session) {
  const Console& console = session.console;
  const ArchiveLayout layout(session.options.archive);
  const std::filesystem::path served = served_generation(layout);
  const std::vector<Finding> findings = findings_of(session.options.archive, served);
  console.out << (session.options.json ? findings_json(findings) + "\n" : findings_text(findings));
  if (all_ok(findings)) return ExitCode::done;
  console.error(findings.front().ok ? "the index contradicts itself" : "the index is damaged",
                way_out(layout, served));
  return ExitCode::damaged;
}

}  // namespace

void add_check_verb(CLI::App& program, VerbAction& chosen) {
  CLI::App* verb = program.add_subcommand("check", "read the whole archive and tell whether it is sound");
  verb->footer(check_examples);
  verb->callback([&chosen] { chosen = run_check_verb; });
}

}  // namespace fihrist
