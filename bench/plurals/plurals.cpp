// SPDX-License-Identifier: GPL-3.0-or-later
// How many pairs of singular and plural, out of those whose two words an archive holds, a query joins.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/fold.hpp"
#include "analysis/word_tables.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/archive_plurals.hpp"
#include "searcher/expansion.hpp"

namespace {

using namespace fihrist;

Lexicon lexicon_of(const ArchiveLayout& layout) {
  const Xapian::Database database(layout.current_generation().value().string());
  const Manifest manifest = parse_manifest(database.get_metadata(manifest_key));
  Lexicon lexicon;
  for (std::size_t piece = 0; piece < manifest.lexicon_pieces; ++piece)
    lexicon.load_piece(database.get_metadata(lexicon_key(piece)));
  return lexicon;
}

/// The first two columns, pairs that fold alike once; the first line names them.
std::vector<std::pair<std::string, std::string>> read_pairs(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::pair<std::string, std::string>> pairs;
  std::set<std::pair<std::string, std::string>> seen;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    std::pair pair{line.substr(0, tab), line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1)};
    const std::pair folded{fold_key(pair.first), fold_key(pair.second)};
    if (folded.first != folded.second && seen.insert(folded).second) pairs.push_back(std::move(pair));
  }
  return pairs;
}

class Measurement {
 public:
  Measurement(const std::filesystem::path& archive, bool with_learned)
      : lexicon_(lexicon_of(ArchiveLayout(archive))),
        expansion_(WordTables::shipped(), lexicon_, analyzer_, plurals(archive, with_learned)) {}

  /// Articles with the word, bare or with the article.
  std::uint32_t frequency(const std::string& written) const {
    const std::string word = fold_key(written);
    return lexicon_.document_frequency(word) + lexicon_.definite_frequency(word);
  }

  /// Whoever asks for one of the two, spelt as the list has it, gets the other as well.
  bool joins(const std::string& left, const std::string& right) const {
    return finds(left, right) || finds(right, left);
  }

 private:
  static ArchivePlurals plurals(const std::filesystem::path& archive, bool with_learned) {
    ArchivePlurals all = read_archive_plurals(archive);
    if (!with_learned) all.learned.clear();
    return all;
  }

  bool finds(const std::string& asked, const std::string& other) const {
    QueryNode node;
    node.kind = QueryNode::Kind::word;
    node.tokens = analyzer_.words(asked);
    if (node.tokens.empty()) return false;
    const std::vector<SearchWord> words = expansion_.expand({&node});
    const std::string stem = expansion_.stem_of(fold_key(other), false);
    return words.size() == 1 && std::ranges::find(words.front().stems, stem) != words.front().stems.end();
  }

  Analyzer analyzer_;
  Lexicon lexicon_;
  Expansion expansion_;
};

void run(const std::filesystem::path& archive, const std::string& path, bool with_learned,
         std::size_t shown) {
  const Measurement measurement(archive, with_learned);
  std::vector<std::pair<std::uint32_t, std::string>> missed;
  std::size_t held = 0;
  for (const auto& [singular, plural] : read_pairs(path)) {
    const std::uint32_t rarer = std::min(measurement.frequency(singular), measurement.frequency(plural));
    if (rarer == 0) continue;
    ++held;
    if (!measurement.joins(singular, plural)) missed.emplace_back(rarer, singular + "\t" + plural);
  }
  fmt::print("{} of {} pairs joined, {:.1f} %\n", held - missed.size(), held,
             100.0 * static_cast<double>(held - missed.size()) /
                 static_cast<double>(std::max<std::size_t>(held, 1)));
  std::ranges::stable_sort(missed, std::greater<>(), &std::pair<std::uint32_t, std::string>::first);
  for (std::size_t i = 0; i < std::min(shown, missed.size()); ++i)
    fmt::print("{}\t{}\n", missed[i].first, missed[i].second);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Of the pairs of singular and plural that an archive holds, how many does a query join?");
  std::string archive, pairs;
  bool no_learned = false;
  std::size_t shown = 0;
  app.add_option("archive", archive, "Archive directory")->required();
  app.add_option("pairs", pairs, "Singular, plural, perhaps more; separated by tabs; a line of names first")
      ->required();
  app.add_flag("--no-learned", no_learned, "Leave out what the archive taught");
  app.add_option("--missed", shown, "Print so many missed pairs, by the articles that hold the rarer word");
  CLI11_PARSE(app, argc, argv);
  try {
    run(archive, pairs, !no_learned, shown);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
