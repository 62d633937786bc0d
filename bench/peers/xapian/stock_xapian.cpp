// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-stock-xapian: a TREC run by Xapian as it comes, with its own Arabic stemmer: a peer to compare
// with.
#include <fmt/core.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace {

Xapian::WritableDatabase index_of(const std::string& path, const Xapian::Stem& stem) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::TermGenerator generator;
  generator.set_stemmer(stem);
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    Xapian::Document document;
    document.set_data(record.at("id").get<std::string>());
    generator.set_document(document);
    generator.index_text_without_positions(record.value("title", ""));
    generator.index_text_without_positions(record.value("text", ""));
    database.add_document(document);
  }
  return database;
}

void ask(const Xapian::Database& database, const Xapian::Stem& stem, const std::string& id,
         const std::string& text) {
  Xapian::TermGenerator words;
  words.set_stemmer(stem);
  words.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  words.index_text_without_positions(text);
  std::vector<std::string> terms;
  const Xapian::Document asked = words.get_document();
  for (auto term = asked.termlist_begin(); term != asked.termlist_end(); ++term) terms.push_back(*term);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  const Xapian::MSet hits = enquire.get_mset(0, 100);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit)
    fmt::print("{} Q0 {} {} {:.6f} xapian\n", id, hit.get_document().get_data(), hit.get_rank() + 1,
               hit.get_weight());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Prints a TREC run: any of the words, BM25 at its defaults, Stem(\"arabic\"), title and text in one.");
  std::string documents, queries;
  app.add_option("documents", documents, "JSON lines: id, title, text")->required();
  app.add_option("queries", queries, "qid TAB text")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    const Xapian::Stem stem("arabic");
    const Xapian::Database database = index_of(documents, stem);
    std::ifstream in(queries);
    if (!in) throw std::runtime_error("cannot read " + queries);
    for (std::string line; std::getline(in, line);)
      if (const std::size_t tab = line.find('\t'); tab != std::string::npos)
        ask(database, stem, line.substr(0, tab), line.substr(tab + 1));
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "error: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
  }
  return 1;
}
