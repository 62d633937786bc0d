// SPDX-License-Identifier: GPL-3.0-or-later
// Words the summary of an indexing run.
#include "cli/run_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/wording.hpp"
#include "schema/archive_layout.hpp"

namespace fihrist {
namespace {

constexpr std::size_t shown_rejects = 5;
constexpr std::size_t shown_notes = 10;

/// How a warning's stable word reads after "12 articles ".
std::string warning_words(const std::string& code) {
  constexpr std::array<std::array<std::string_view, 2>, 8> table{{
      {"no_date", "without a date (listed as undated)"},
      {"bad_date", "with a date that could not be read"},
      {"no_author", "without an author"},
      {"no_title", "without a title"},
      {"replaced_bytes", "with bytes that were no UTF-8 (replaced)"},
      {"repaired_encoding", "encoded twice (repaired)"},
      {"kept_whole", "kept whole, since too much of it looked like the site's"},
      {"cut_text", "longer than 4 Mi letters (cut)"},
  }};
  for (const auto& [name, words] : table)
    if (name == code) return std::string(words);
  return "with warning " + code;
}

std::string heading(const IndexRequest& request, const IndexReport& report) {
  const std::string what = joined(request.paths);
  const std::string time = duration(report.seconds);
  if (request.dry_run)
    return fmt::format("Would index {} into {} (read in {}):\n", what, request.archive.string(), time);
  return fmt::format("Indexed {} into {} in {}:\n", what, request.archive.string(), time);
}

std::string counts(const IndexReport& report) {
  return fmt::format("  {} added, {} updated, {} unchanged, {} removed, {} skipped, {} rejected\n",
                     grouped(report.added), grouped(report.updated), grouped(report.unchanged),
                     grouped(report.removed), grouped(report.skipped), grouped(report.rejected));
}

std::string rejects(const IndexRequest& request, const IndexReport& report, const Console& console) {
  std::string text;
  for (const Reject& reject : report.rejects) {
    if (&reject - report.rejects.data() == shown_rejects) break;
    text += fmt::format("  rejected: {} in {}, record {}: {}\n", reject.code, reject.path, reject.record,
                        console.text(reject.message));
  }
  if (report.rejected > shown_rejects && !request.dry_run)
    text += fmt::format("  all of them: {}\n", ArchiveLayout(request.archive).rejects().string());
  return text;
}

std::string notes(const IndexReport& report, const Console& console, bool all) {
  std::string text;
  const std::size_t shown = all ? report.notes.size() : std::min(report.notes.size(), shown_notes);
  for (std::size_t i = 0; i < shown; ++i) text += fmt::format("  note: {}\n", console.text(report.notes[i]));
  if (shown < report.notes.size())
    text += fmt::format("  and {} more (--explain-skips)\n", counted(report.notes.size() - shown, "note"));
  return text;
}

std::string warnings(const IndexReport& report) {
  std::string text;
  for (const auto& [code, count] : report.warnings)
    if (count > 0) text += fmt::format("  warning: {} {}\n", counted(count, "article"), warning_words(code));
  return text;
}

std::string what_recurs(const IndexReport& report) {
  std::string text;
  if (report.site_lines.articles > 0)
    text += fmt::format("  {} hold lines that many pages of their site share: shown, not searched\n",
                        counted(report.site_lines.articles, "article"));
  if (report.near_copies > 0)
    text += fmt::format("  {} nearly the same as another one: folded in results\n",
                        counted(report.near_copies, "article"));
  return text;
}

std::string coverage_words(const std::string& what) {
  constexpr std::array<std::array<std::string_view, 2>, 9> table{{
      {"no_date", "without a date"},
      {"no_author", "without an author"},
      {"no_title", "without a title"},
      {"no_url", "without an address"},
      {"duplicate", "copies or other versions of articles"},
      {"withheld", "not published by their source"},
      {"deleted", "say that an article is to go"},
      {"not_article", "no articles"},
      {"rejected", "rejected"},
  }};
  for (const auto& [name, words] : table)
    if (name == what) return std::string(words);
  return "with warning " + what;
}

/// What each format gave, with where to look at it.
std::string coverage(const IndexReport& report, const Console& console) {
  std::string text;
  for (const FormatCoverage& format : report.formats) {
    text += fmt::format("  {}: {}, {}\n", format.format == "?" ? "no known format" : format.format,
                        counted(format.records, "record"), counted(format.articles, "article"));
    for (const auto& [what, count] : format.counts) {
      text += fmt::format("    {} {}\n", grouped(count), coverage_words(what));
      for (const CoverageExample& one : format.examples.at(what))
        text += fmt::format("      {}, record {}: {}\n", one.path, one.record, console.text(one.text));
    }
  }
  return text;
}

std::string first_example(const IndexReport& report) {
  for (const FormatCoverage& format : report.formats)
    for (const char* what : {"rejected", "no_date", "not_article", "no_author"})
      if (const auto found = format.examples.find(what); found != format.examples.end())
        return found->second.front().path;
  return {};
}

std::string ending(const IndexRequest& request, const IndexReport& report) {
  if (request.dry_run) {
    const std::string example = first_example(report);
    return (example.empty() ? "" : fmt::format("Look closer: fihrist explain {}\n", example)) +
           "Nothing was written.\n";
  }
  const std::string holds = fmt::format("The archive holds {}.\n", counted(report.articles, "article"));
  if (report.interrupted)
    return "Interrupted: what is counted above is kept. Run the same command to go on.\n" + holds;
  const std::string option = request.archive == "archive" ? "" : " -C " + request.archive.string();
  return holds + fmt::format("Next: fihrist{0} search WORDS    fihrist{0} serve\n", option);
}

}  // namespace

std::string run_summary(const IndexRequest& request, const IndexReport& report, const Console& console) {
  return heading(request, report) + (report.resumed ? "  went on where a run was cut short\n" : "") +
         counts(report) + rejects(request, report, console) + notes(report, console, request.explain_skips) +
         warnings(report) + what_recurs(report) + (request.dry_run ? coverage(report, console) : "") +
         ending(request, report);
}

}  // namespace fihrist
