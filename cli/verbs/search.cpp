// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist search: one query for people or programs, or a file of queries for a TREC run.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/open_input.hpp"
#include "cli/result_lines.hpp"
#include "cli/result_text.hpp"
#include "cli/settings.hpp"
#include "cli/shard_coverage.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "schema/error.hpp"
#include "searcher/results_json.hpp"
#include "searcher/searcher.hpp"
#include "web/feed.hpp"

namespace fihrist {
namespace {

constexpr const char* search_examples =
    "Examples:\n"
    "  fihrist search هاتف ذكي                        every word, in any of its forms\n"
    "  fihrist search '\"الذكاء الاصطناعي\" -لعبة'        the exact words; without a word\n"
    "  fihrist search --sort newest --from 2017-01 --to 2017-03 سامسونج\n"
    "  fihrist search --format tsv --limit 100 هواتف | cut -f2\n"
    "  fihrist search --queries queries.tsv --format trec --limit 100\n"
    "The query language: (عنوان: كاتب: سنة: … OR AND NOT word*) is in docs/query-language.md.";

constexpr std::uint32_t default_run_depth = 100;

struct SearchOptions {
  std::vector<std::string> words;
  std::string sort = "relevance", format = "text", from, to, queries;
  SearchRequest request;
  bool exit_code = false;
  bool limit_given = false;
};

std::optional<Date> date_limit(const std::string& option, const std::string& value) {
  if (value.empty()) return std::nullopt;
  if (auto date = parse_date(value)) return date;
  throw Error(ErrorCode::usage, fmt::format("{}: \"{}\" is no date", option, value),
              "Write it as 2017, 2017-01 or 2017-01-20.");
}

SearchRequest request_of(const SearchOptions& options) {
  SearchRequest request = options.request;
  request.text = joined(options.words, " ");
  request.sort = sort_named(options.sort).value_or(Sort::relevance);
  request.from = date_limit("--from", options.from);
  request.to = date_limit("--to", options.to);
  return request;
}

std::string shown(const SearchResults& results, const SearchOptions& options, const Console& console) {
  if (options.format == "json") return to_json(results) + "\n";
  if (options.format == "tsv") return tsv_lines(results);
  if (options.format == "trec") return trec_lines("1", results, results.limit);
  return result_text(results, console);
}

std::string feed_of(const SearchResults& results, const ArchiveStats& stats, const Session& session) {
  const Wording wording(Language::arabic, "", read_settings(session.options.archive).site.title);
  return feed_xml(results, {.text = results.query}, feed_updated(stats), wording, {});
}

int run_queries(const Console& console, Searcher& searcher, const SearchOptions& options) {
  SearchRequest request = request_of(options);
  if (!options.limit_given) request.limit = default_run_depth;
  request.snippets = false;
  request.copies = true;  // judgements are of documents, also of those that are nearly the same
  const auto input = open_input(options.queries);
  for (const NumberedQuery& query : read_queries(*input, options.queries)) {
    request.text = query.text;
    const SearchResults results = searcher.search(request);
    require_every_shard(searcher);
    console.out << trec_lines(query.id, results, request.limit);
  }
  return ExitCode::done;
}

int run_query(const Session& session, Searcher& searcher, const SearchOptions& options) {
  const Console& console = session.console;
  const SearchResults results = searcher.search(request_of(options));
  tell_missing_shards(searcher, console);
  for (const std::string& notice : results.notices) console.message("note: " + notice);
  console.out << (options.format == "atom" ? feed_of(results, searcher.stats(), session)
                                           : shown(results, options, console));
  const bool nothing = results.hits.empty() && results.related.empty();
  if (nothing && options.format == "text") console.message("Nothing found.");
  return options.exit_code && results.total == 0 ? ExitCode::expectation : ExitCode::done;
}

int run_search_verb(Session& session, SearchOptions options) {
  if (session.options.json) options.format = "json";
  const Settings settings = read_settings(session.options.archive);
  Archive archive(session.options.archive, settings.ranking, settings.shards);
  Searcher searcher(archive);
  if (options.queries.empty()) return run_query(session, searcher, options);
  if (options.format != "trec" || !options.words.empty())
    throw Error(ErrorCode::usage, "--queries goes with --format trec and without a query of its own",
                "fihrist search --queries FILE --format trec");
  return run_queries(session.console, searcher, options);
}

void add_filters(CLI::App& verb, SearchOptions& options) {
  SearchRequest& request = options.request;
  verb.add_option("--from", options.from, "published on or after: 2017, 2017-01, 2017-01-20")
      ->type_name("DATE");
  verb.add_option("--to", options.to, "published on or before, included whole")->type_name("DATE");
  verb.add_option("--author", request.authors, "by this author (again: or this one)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  verb.add_option("--tag", request.tags, "with this tag")->type_name("NAME")->allow_extra_args(false);
  verb.add_option("--source", request.sources, "from this source")
      ->type_name("NAME")
      ->allow_extra_args(false);
  verb.add_flag("--exact", request.exact, "words as written, without their other forms");
}

void add_paging(CLI::App& verb, SearchOptions& options) {
  SearchRequest& request = options.request;
  verb.add_option("--sort", options.sort, "relevance, newest or oldest")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  verb.add_option("--limit", request.limit, "hits (10)")
      ->type_name("N")
      ->each([&options](const std::string&) { options.limit_given = true; });
  verb.add_option("--offset", request.offset, "hits to pass over")->type_name("N");
  verb.add_option("--after", request.after, "go on behind this cursor (newest, oldest)")->type_name("CURSOR");
}

}  // namespace

void add_search_verb(CLI::App& program, VerbAction& chosen) {
  auto options = std::make_shared<SearchOptions>();
  CLI::App* verb = program.add_subcommand("search", "find articles");
  verb->footer(search_examples);
  verb->add_option("QUERY", options->words, "words of the query; none: every article");
  add_filters(*verb, *options);
  add_paging(*verb, *options);
  verb->add_flag("--facets", options->request.facets, "count years, authors, sources and tags");
  verb->add_flag("--why", options->request.why, "explain each score");
  verb->add_flag("--exit-code", options->exit_code, "exit with 4 when nothing is found");
  verb->add_option("--format", options->format, "text, json, tsv, atom or trec")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json", "tsv", "atom", "trec"}));
  verb->add_option("--queries", options->queries, "run a file of lines: id, tab, query")->type_name("FILE");
  verb->callback([options, &chosen] {
    chosen = [options](Session& session) { return run_search_verb(session, *options); };
  });
}

}  // namespace fihrist
