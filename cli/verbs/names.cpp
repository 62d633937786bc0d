// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist names: shows which spellings are searched for each other, and lets the owner change that.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/fold.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "searcher/archive_names.hpp"

namespace fihrist {
namespace {

constexpr const char* names_examples =
    "Examples:\n"
    "  fihrist names list | grep mined              what the articles taught: Latin, Arabic, flags, from "
    "where\n"
    "  fihrist names suggest                        what may be a name: add what is right\n"
    "  fihrist names add Shopify شوبيفاي شوبفاي       spellings of one name: DIR/names.tsv\n"
    "  fihrist names add 'Google Play' 'غوغل بلاي'\n"
    "  fihrist names remove سام                     a spelling that spells no name, whoever says so";

enum class NamesAction : std::uint8_t { list, suggest, add, remove };

struct NamesOptions {
  NamesAction action = NamesAction::list;
  std::vector<std::string> spellings;
};

const char* source_name(NameSource source) {
  switch (source) {
    case NameSource::shipped:
      return "shipped";
    case NameSource::mined:
      return "mined";
    case NameSource::own:
      return "own";
  }
  return "";
}

/// One name in the columns of the table, and the sources of its spellings.
struct NameRow {
  std::vector<std::string> latin, arabic, ambiguous, sources;
};

NameRow row_of(const SourcedName& name) {
  NameRow row;
  for (const auto& [spelling, source] : name) {
    (spelling.latin ? row.latin : row.arabic).push_back(spelling.text);
    if (spelling.ambiguous) row.ambiguous.push_back(spelling.text);
    if (const std::string from = source_name(source);
        std::find(row.sources.begin(), row.sources.end(), from) == row.sources.end())
      row.sources.push_back(from);
  }
  return row;
}

std::string dumped(const nlohmann::ordered_json& object) {
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

void print(const Session& session, const NameRow& row) {
  const Console& console = session.console;
  if (session.options.json) {
    console.out << dumped({{"latin", row.latin},
                           {"arabic", row.arabic},
                           {"ambiguous", row.ambiguous},
                           {"sources", row.sources}});
    return;
  }
  console.out << fmt::format("{}\t{}\t{}\t{}\n", console.text(joined(row.latin, "|")),
                             console.text(joined(row.arabic, "|")), console.text(joined(row.ambiguous, "|")),
                             joined(row.sources, "+"));
}

int list_names(const Session& session) {
  const ArchiveNames names = read_archive_names(session.options.archive);
  for (const SourcedName& name : names_together(WordTables::shipped(), names)) print(session, row_of(name));
  return ExitCode::done;
}

void print(const Session& session, const NameSuggestion& one) {
  const Console& console = session.console;
  const char* reason = one.side_by_side ? "side by side" : "sounds alike";
  if (session.options.json)
    console.out << dumped({{"latin", one.latin},
                           {"arabic", one.arabic},
                           {"reason", reason},
                           {"times", one.times},
                           {"article", one.article}});
  else
    console.out << fmt::format("{}\t{}\t{}\t{}\t{}\n", console.text(one.latin), console.text(one.arabic),
                               reason, one.times, one.article);
}

int show_suggested_names(const Session& session) {
  for (const NameSuggestion& one : suggest_names(session.options.archive)) print(session, one);
  return ExitCode::done;
}

/// Spellings as rows take them; `least` of them, all different.
void check(const std::vector<std::string>& spellings, std::size_t least, const std::string& hint) {
  std::vector<std::string> keys;
  for (const std::string& spelling : spellings) {
    const std::string key = fold_key(spelling);
    if (key.empty() || spelling.find_first_of("\t\n\r|") != std::string::npos || spelling.starts_with('#'))
      throw Error(ErrorCode::usage, fmt::format("\"{}\" is no spelling", spelling), hint);
    if (std::find(keys.begin(), keys.end(), key) != keys.end())
      throw Error(ErrorCode::usage, fmt::format("{} is given twice", spelling), hint);
    keys.push_back(key);
  }
  if (keys.size() < least)
    throw Error(ErrorCode::usage, least > 1 ? "two spellings or more are wanted" : "a spelling is wanted",
                hint);
}

/// The archive must be there, or a mistyped --archive would leave a file where nobody looks.
ArchiveNames names_of(const Session& session) { return read_archive_names(session.options.archive); }

std::vector<std::string> ordinary_among(const std::vector<std::string>& spellings) {
  std::vector<std::string> ordinary;
  for (const std::string& spelling : spellings)
    if (const std::string key = fold_key(spelling);
        WordTables::shipped().is_seed_word(key) && !WordTables::shipped().is_name(key))
      ordinary.push_back(spelling);
  return ordinary;
}

constexpr const char* when_seen =
    "A server that runs sees it when the index changes next, or when it starts again.";

int add(const Session& session, const std::vector<std::string>& spellings) {
  check(spellings, 2, "fihrist names add SPELLING SPELLING…");
  names_of(session);
  const ArchiveLayout layout(session.options.archive);
  OwnNames names = read_own_names(layout.names());
  const std::vector<std::string> ordinary = ordinary_among(spellings);
  names.add(spellings, ordinary);
  write_own_names(layout.names(), names);
  const Console& console = session.console;
  for (const std::string& word : ordinary)
    console.message(fmt::format("{} is an ordinary word too: whoever asks for it finds only it.",
                                console.message_text(word)));
  console.message(fmt::format("One name: {}. {}", console.message_text(joined(spellings, " · ")), when_seen));
  return ExitCode::done;
}

bool is_known(const std::vector<SourcedName>& names, const std::string& key) {
  return std::any_of(names.begin(), names.end(), [&](const SourcedName& name) {
    return std::any_of(name.begin(), name.end(), [&](const auto& one) { return one.spelling.text == key; });
  });
}

int remove(const Session& session, const std::vector<std::string>& spellings) {
  check(spellings, 1, "fihrist names remove SPELLING");
  ArchiveNames known = names_of(session);
  const ArchiveLayout layout(session.options.archive);
  OwnNames names = read_own_names(layout.names());
  for (const std::string& spelling : spellings) {
    const bool was_own = names.take_out(spelling);
    known.own = names.rows();
    // What the program or the articles say is there again when the own row is gone.
    const bool is_still_known = is_known(names_together(WordTables::shipped(), known), fold_key(spelling));
    if (!was_own && !is_still_known)
      throw Error(ErrorCode::failed, fmt::format("no name has the spelling {}", spelling),
                  "All names: fihrist names list");
    if (is_still_known) names.forbid(spelling);
  }
  write_own_names(layout.names(), names);
  session.console.message(fmt::format("No name any more: {}. {}",
                                      session.console.message_text(joined(spellings, " · ")), when_seen));
  return ExitCode::done;
}

int run_names_verb(const Session& session, const NamesOptions& options) {
  switch (options.action) {
    case NamesAction::list:
      return list_names(session);
    case NamesAction::suggest:
      return show_suggested_names(session);
    case NamesAction::add:
      return add(session, options.spellings);
    case NamesAction::remove:
      return remove(session, options.spellings);
  }
  return ExitCode::usage;
}

}  // namespace

void add_names_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<NamesOptions>();
  CLI::App* verb =
      program.add_subcommand("names", "see and change which spellings of names are searched together");
  verb->footer(names_examples);
  static const std::map<std::string, NamesAction> actions{{"list", NamesAction::list},
                                                          {"suggest", NamesAction::suggest},
                                                          {"add", NamesAction::add},
                                                          {"remove", NamesAction::remove}};
  verb->add_option("ACTION", options->action, "list, suggest, add or remove")
      ->required()
      ->transform(CLI::CheckedTransformer(actions));
  verb->add_option("SPELLING", options->spellings, "of one name, in either script");
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_names_verb(session, *options); };
  });
}

}  // namespace fihrist
