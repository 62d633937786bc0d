// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-golden: asks one query a row of one index that holds every row's text, and counts what is right.
#include <fmt/core.h>

#include <unistd.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "indexer/indexer.hpp"
#include "searcher/searcher.hpp"

namespace {

using namespace fihrist;
namespace fs = std::filesystem;

struct Case {
  std::string category, query, text, expectation, note;
  std::string id() const { return "row-" + std::to_string(number); }
  std::string rival() const { return "rival-" + std::to_string(number); }
  std::size_t number = 0;
};

/// category, query, text, expectation, note; quotes and invisible characters are literal.
std::vector<Case> read_cases(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Case> cases;
  std::string line;
  std::getline(in, line);  // names of the columns
  for (std::size_t number = 2; std::getline(in, line); ++number) {
    std::istringstream columns(line);
    Case one;
    one.number = number;
    if (!std::getline(columns, one.category, '\t') || !std::getline(columns, one.query, '\t') ||
        !std::getline(columns, one.text, '\t') || !std::getline(columns, one.expectation, '\t'))
      throw std::runtime_error(fmt::format("{}: fewer than four columns in line {}", path, number));
    std::getline(columns, one.note);
    cases.push_back(std::move(one));
  }
  return cases;
}

std::string without_quotes(std::string text) {
  std::erase(text, '"');
  return text;
}

/// Every row's text is an article. Where a better match must stand above it, that is one too: the words of
/// the query, then the same text.
void write_articles(const std::vector<Case>& cases, const fs::path& path) {
  std::ofstream out(path);
  for (const Case& one : cases) {
    out << nlohmann::json{{"id", one.id()}, {"title", ""}, {"text", one.text}}.dump() << '\n';
    if (one.expectation == "match_but_rank_lower")
      out << nlohmann::json{{"id", one.rival()},
                            {"title", ""},
                            {"text", without_quotes(one.query) + " " + one.text}}
                 .dump()
          << '\n';
  }
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) ids.push_back(hit.id);
  return ids;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Many rows say nearly the same, and each is asked for: none is folded into another.
SearchResults answers(Searcher& searcher, const std::string& query) {
  return searcher.search({.text = query, .limit = 1000, .copies = true});
}

bool suggestion_finds(Searcher& searcher, const SearchResults& results, const Case& one) {
  if (one.category != "arabizi" && one.category != "keyboard") return false;
  if (!results.did_you_mean) return false;
  return holds(ids_of(answers(searcher, results.did_you_mean->text).hits), one.id());
}

bool passes(Searcher& searcher, const Case& one) {
  const SearchResults results = answers(searcher, one.query);
  const std::vector<std::string> strict = ids_of(results.hits);
  if (one.expectation == "no_match") return !holds(strict, one.id());
  if (one.expectation == "match") return holds(strict, one.id()) || suggestion_finds(searcher, results, one);
  std::vector<std::string> all = strict;
  for (const std::string& id : ids_of(results.related)) all.push_back(id);
  const auto row = std::find(all.begin(), all.end(), one.id());
  const auto rival = std::find(all.begin(), all.end(), one.rival());
  if (row == all.end()) return suggestion_finds(searcher, results, one);
  return rival < row;
}

struct Tally {
  int passed = 0;
  int total = 0;
  double share() const { return total == 0 ? 1 : static_cast<double>(passed) / total; }
};

struct Floors {
  double match = 0, no_match = 0, rank_lower = 0, category = 0;
};

bool below(const std::string& name, const Tally& tally, double floor) {
  if (tally.share() >= floor) return false;
  fmt::print(stderr, "{}: {} of {} is below the floor of {:.0f} %\n", name, tally.passed, tally.total,
             floor * 100);
  return true;
}

int report(const std::map<std::string, Tally>& categories, const std::map<std::string, Tally>& expectations,
           const Floors& floors) {
  bool failed = false;
  for (const auto& [name, tally] : categories) {
    fmt::print("{:<18} {:3} of {:3}\n", name, tally.passed, tally.total);
    failed |= below(name, tally, floors.category);
  }
  for (const auto& [name, tally] : expectations)
    fmt::print("= {:<22} {:3} of {:3}  {:.1f} %\n", name, tally.passed, tally.total, tally.share() * 100);
  const auto expected = [&](const char* name) {
    return expectations.contains(name) ? expectations.at(name) : Tally{};
  };
  failed |= below("match", expected("match"), floors.match);
  failed |= below("no_match", expected("no_match"), floors.no_match);
  failed |= below("match_but_rank_lower", expected("match_but_rank_lower"), floors.rank_lower);
  return failed ? 4 : 0;
}

int run(const std::string& path, const fs::path& dictionary, bool verbose, const Floors& floors) {
  constexpr int skipped = 77;
  if (!dictionary.empty() && !fs::exists(dictionary)) {
    fmt::print("skipped: there is no dictionary {}\n", dictionary.string());
    return skipped;
  }
  const std::vector<Case> cases = read_cases(path);
  const fs::path directory = fs::temp_directory_path() / fmt::format("fihrist-golden-{}", ::getpid());
  fs::create_directories(directory);
  write_articles(cases, directory / "articles.jsonl");
  run_index({.archive = directory / "archive",
             .paths = {(directory / "articles.jsonl").string()},
             .dictionary = dictionary});
  std::map<std::string, Tally> categories, expectations;
  {
    Archive archive(directory / "archive");
    Searcher searcher(archive);
    for (const Case& one : cases) {
      const bool passed = passes(searcher, one);
      for (Tally* tally : {&categories[one.category], &expectations[one.expectation]}) {
        ++tally->total;
        tally->passed += passed;
      }
      if (!passed && verbose)
        fmt::print("FAILED {}\t{}\t{}\t{}\t{}\n", one.category, one.query, one.text, one.expectation,
                   one.note);
    }
  }
  fs::remove_all(directory);
  return report(categories, expectations, floors);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Runs the golden cases: one index of all rows, one query a row, counted by category.");
  std::string path, dictionary;
  bool verbose = false;
  Floors floors;
  app.add_option("cases", path, "category, query, text, expectation, note; separated by tabs")->required();
  app.add_option("--dictionary", dictionary, "A Hunspell dictionary to index with; exit code 77 without it");
  app.add_flag("-v", verbose, "Print the rows that fail");
  app.add_option("--match", floors.match, "Least share of match rows");
  app.add_option("--no-match", floors.no_match, "Least share of no_match rows");
  app.add_option("--rank-lower", floors.rank_lower, "Least share of match_but_rank_lower rows");
  app.add_option("--category", floors.category, "Least share of every category");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(path, dictionary, verbose, floors);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
