// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist plurals: shows which broken plurals are searched for each other, and lets the owner change that.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/fold.hpp"
#include "analysis/word_tables.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "searcher/archive_plurals.hpp"

namespace fihrist {
namespace {

constexpr const char* plurals_examples =
    "Examples:\n"
    "  fihrist plurals list | grep learned          what is searched for each other, and why\n"
    "  fihrist plurals suggest > to-judge.tsv       pairs that the archive is not sure of\n"
    "  fihrist plurals add خرطوشة خراطيش             join them: DIR/plurals.tsv, without indexing again\n"
    "  fihrist plurals remove قطر قطار               never join them, whoever says so";

enum class PluralsAction : std::uint8_t { list, suggest, add, remove };

struct PluralsOptions {
  PluralsAction action = PluralsAction::list;
  std::string singular;
  std::vector<std::string> plurals;
};

/// One row of the list.
struct ListedPlurals {
  std::string origin;  ///< shipped (perhaps with its direction), learned, suggested, own, forbidden
  std::string singular;
  std::vector<std::string> plurals;
  const LearnedPlural* evidence = nullptr;
};

const char* shipped_origin(PluralRow::Direction direction) {
  switch (direction) {
    case PluralRow::Direction::both:
      return "shipped";
    case PluralRow::Direction::to_plural:
      return "shipped, singular finds plural";
    case PluralRow::Direction::to_singular:
      return "shipped, plural finds singular";
  }
  return "";
}

std::string use_text(const NounUse& use) {
  return fmt::format("{} times, {} behind numbers, {} feminine, {} masculine", use.occurrences, use.plural,
                     use.feminine, use.masculine);
}

std::string evidence_text(const LearnedPlural& pair) {
  return fmt::format("score {:.2f}; neighbours {} %; singular {}; plural {}", pair.score / 100.0,
                     pair.similarity, use_text(pair.singular_use), use_text(pair.plural_use));
}

nlohmann::ordered_json use_json(const NounUse& use) {
  return {{"occurrences", use.occurrences},
          {"definite", use.definite},
          {"behind_numbers", use.plural},
          {"feminine", use.feminine},
          {"masculine", use.masculine}};
}

std::string row_json(const ListedPlurals& row) {
  nlohmann::ordered_json object{{"origin", row.origin}, {"singular", row.singular}, {"plurals", row.plurals}};
  if (row.evidence != nullptr)
    object["evidence"] = {{"score", row.evidence->score / 100.0},
                          {"neighbours", row.evidence->similarity / 100.0},
                          {"singular", use_json(row.evidence->singular_use)},
                          {"plural", use_json(row.evidence->plural_use)}};
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void print(const Session& session, const ListedPlurals& row) {
  const Console& console = session.console;
  if (session.options.json) {
    console.out << row_json(row) << '\n';
    return;
  }
  console.out << fmt::format("{}\t{}\t{}", row.origin, console.text(row.singular),
                             console.text(joined(row.plurals, "|")));
  if (row.evidence != nullptr) console.out << '\t' << evidence_text(*row.evidence);
  console.out << '\n';
}

int list_plurals(const Session& session) {
  const ArchivePlurals known = read_archive_plurals(session.options.archive);
  for (const OwnPlural& row : known.own)
    print(session,
          {.origin = row.forbidden ? "forbidden" : "own", .singular = row.singular, .plurals = row.plurals});
  for (const LearnedPlural& pair : known.learned)
    if (pair.joined)
      print(session,
            {.origin = "learned", .singular = pair.singular, .plurals = {pair.plural}, .evidence = &pair});
  for (const auto& [words, direction] : WordTables::shipped().plurals())
    print(session, {.origin = shipped_origin(direction),
                    .singular = words.front(),
                    .plurals = {words.begin() + 1, words.end()}});
  return ExitCode::done;
}

bool is_judged(const std::vector<OwnPlural>& own, const LearnedPlural& pair) {
  return std::any_of(own.begin(), own.end(), [&](const OwnPlural& row) {
    return fold_key(row.singular) == pair.singular &&
           std::any_of(row.plurals.begin(), row.plurals.end(),
                       [&](const std::string& plural) { return fold_key(plural) == pair.plural; });
  });
}

/// Rows that DIR/plurals.tsv could take as they are, and behind them why they are doubted.
int suggest_plurals(const Session& session) {
  const ArchivePlurals known = read_archive_plurals(session.options.archive);
  for (const LearnedPlural& pair : known.learned) {
    if (pair.joined || is_judged(known.own, pair)) continue;
    if (session.options.json) {
      print(session,
            {.origin = "suggested", .singular = pair.singular, .plurals = {pair.plural}, .evidence = &pair});
    } else {
      session.console.out << fmt::format("{}\t{}\t# {}\n", session.console.text(pair.singular),
                                         session.console.text(pair.plural), evidence_text(pair));
    }
  }
  return ExitCode::done;
}

/// The words as rows take them: one word each, and not the same.
void check(const PluralsOptions& options) {
  const std::string hint = "fihrist plurals add WORD PLURAL…";
  if (options.plurals.empty())
    throw Error(ErrorCode::usage, "a word and at least one plural are wanted", hint);
  std::vector<std::string> words = options.plurals;
  words.push_back(options.singular);
  for (const std::string& word : words)
    if (fold_key(word).empty() || word.find_first_of(" \t\n|-#") != std::string::npos)
      throw Error(ErrorCode::usage, fmt::format("\"{}\" is not one word", word), hint);
  for (const std::string& plural : options.plurals)
    if (fold_key(plural) == fold_key(options.singular))
      throw Error(ErrorCode::usage, fmt::format("{} is {} itself", plural, options.singular), hint);
}

/// Rows about these pairs go, since what was said last counts.
void forget(std::vector<OwnPlural>& rows, const PluralsOptions& options) {
  for (OwnPlural& row : rows) {
    if (fold_key(row.singular) != fold_key(options.singular)) continue;
    std::erase_if(row.plurals, [&](const std::string& plural) {
      return std::any_of(options.plurals.begin(), options.plurals.end(),
                         [&](const std::string& other) { return fold_key(other) == fold_key(plural); });
    });
  }
  std::erase_if(rows, [](const OwnPlural& row) { return row.plurals.empty(); });
}

int change(const Session& session, const PluralsOptions& options, bool forbidden) {
  check(options);
  const ArchiveLayout layout(session.options.archive);
  if (!layout.current_generation())
    throw Error(ErrorCode::failed, "there is no index in " + layout.directory().string(),
                "Index some articles first: fihrist index PATH");
  std::vector<OwnPlural> rows = read_own_plurals(layout.plurals());
  forget(rows, options);
  rows.push_back({.singular = options.singular, .plurals = options.plurals, .forbidden = forbidden});
  write_own_plurals(layout.plurals(), rows);
  const std::string pair = fmt::format("{}: {}", options.singular, joined(options.plurals, ", "));
  session.console.message(fmt::format("{} {}. A server that runs sees it when it starts again.",
                                      forbidden ? "Never joined" : "Joined",
                                      session.console.message_text(pair)));
  return ExitCode::done;
}

int run_plurals_verb(const Session& session, const PluralsOptions& options) {
  switch (options.action) {
    case PluralsAction::list:
      return list_plurals(session);
    case PluralsAction::suggest:
      return suggest_plurals(session);
    case PluralsAction::add:
      return change(session, options, false);
    case PluralsAction::remove:
      return change(session, options, true);
  }
  return ExitCode::usage;
}

}  // namespace

void add_plurals_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<PluralsOptions>();
  CLI::App* verb =
      program.add_subcommand("plurals", "see and change which plurals are searched for each other");
  verb->footer(plurals_examples);
  static const std::map<std::string, PluralsAction> actions{{"list", PluralsAction::list},
                                                            {"suggest", PluralsAction::suggest},
                                                            {"add", PluralsAction::add},
                                                            {"remove", PluralsAction::remove}};
  verb->add_option("ACTION", options->action, "list, suggest, add or remove")
      ->required()
      ->transform(CLI::CheckedTransformer(actions));
  verb->add_option("WORD", options->singular, "the singular");
  verb->add_option("PLURAL", options->plurals, "its plurals");
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_plurals_verb(session, *options); };
  });
}

}  // namespace fihrist
