// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist explain: what is read from a file, what an article holds, how words and queries are understood.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/article_text.hpp"
#include "cli/explanation.hpp"
#include "cli/file_explanation.hpp"
#include "cli/settings.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "schema/archive_layout.hpp"
#include "searcher/results_json.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {
namespace {

constexpr const char* explain_examples =
    "Examples:\n"
    "  fihrist explain 'وللمستخدمين هواتف Galaxy S8'      words, folds, stems, the query they make\n"
    "  fihrist explain pages/017.txt                     the articles that are read from a file\n"
    "  fihrist explain 3f2a9c0d11e45b77                  an article of the archive, and its words";

bool has_archive(const Session& session) {
  return ArchiveLayout(session.options.archive).current_generation().has_value() ||
         !read_settings(session.options.archive).shards.addresses.empty();
}

std::optional<Article> article_of(const Session& session, const std::string& id) {
  if (!has_archive(session)) return std::nullopt;
  const Settings settings = read_settings(session.options.archive);
  Archive archive(session.options.archive, settings.ranking, settings.shards);
  return Searcher(archive).article(id);
}

/// What an archive adds to the rules: the forms that are searched besides what was typed, and why.
std::optional<QueryExplanation> understood_by_archive(const Session& session, const std::string& query) {
  if (!has_archive(session)) return std::nullopt;
  const Settings settings = read_settings(session.options.archive);
  Archive archive(session.options.archive, settings.ranking, settings.shards);
  return Searcher(archive).explain(query);
}

void print_words(const Session& session, const std::string& text) {
  const Console& console = session.console;
  const TextExplanation explanation = explain_text(text, Analyzer());
  console.out << (session.options.json ? to_json(explanation) + "\n"
                                       : explanation_text(explanation, console));
}

void print_query(const Session& session, const std::string& query) {
  const Console& console = session.console;
  const auto of_archive = understood_by_archive(session, query);
  if (session.options.json) {
    console.out << to_json(explain_text(query, Analyzer()), of_archive) << '\n';
    return;
  }
  print_words(session, query);
  if (of_archive) console.out << explanation_text(*of_archive, console);
}

void print_article(const Session& session, const Article& article) {
  const Console& console = session.console;
  if (session.options.json) {
    console.out << to_json(article) << '\n';
    return;
  }
  console.out << article_text(article, console) << '\n';
  print_words(session, article.title + "\n" + article.text);
}

int run_explain_verb(Session& session, const std::string& subject) {
  if (std::filesystem::is_regular_file(subject)) {
    session.console.out << file_explanation(subject, session.options.json, session.console);
  } else if (const auto article = article_of(session, subject)) {
    print_article(session, *article);
  } else {
    print_query(session, subject);
  }
  return ExitCode::done;
}

}  // namespace

void add_explain_verb(CLI::App& program, VerbAction& chosen) {
  auto words = std::make_shared<std::vector<std::string>>();
  CLI::App* verb = program.add_subcommand("explain", "tell how a text, a file or an article is understood");
  verb->footer(explain_examples);
  verb->add_option("FILE|ID|TEXT", *words, "a file, the id of an article, or any text")->required();
  verb->callback([words, &chosen] {
    chosen = [words](Session& session) { return run_explain_verb(session, joined(*words, " ")); };
  });
}

}  // namespace fihrist
