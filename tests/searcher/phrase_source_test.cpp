// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases as a filter, and the end of what one search reads for them.
#include "searcher/phrase_source.hpp"

#include <doctest/doctest.h>

namespace fihrist {
namespace {

/// Articles whose words are these numbers.
Xapian::WritableDatabase articles_of(const std::vector<std::vector<WordId>>& texts) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& text : texts) {
    Xapian::Document document;
    document.add_boolean_term("K");
    document.add_value(static_cast<Xapian::valueno>(Slot::words), pack({.title = {}, .text = text}));
    database.add_document(document);
  }
  return database;
}

std::vector<Xapian::docid> found(const Xapian::Database& database, const Xapian::Query& phrase) {
  Xapian::Enquire enquire(database);
  enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query("K"), phrase});
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, 100);
  std::vector<Xapian::docid> documents;
  for (auto match = matches.begin(); match != matches.end(); ++match) documents.push_back(*match);
  return documents;
}

}  // namespace

TEST_CASE("a phrase is in the articles that hold its words in a row") {
  const auto database = articles_of({{1, 2, 3}, {2, 1, 3}, {}, {9, 1, 2}});
  const auto budget = std::make_shared<VerificationBudget>();
  CHECK(found(database, phrase_filter({1, 2}, Field::text, budget)) == std::vector<Xapian::docid>{1, 4});
  CHECK_FALSE(budget->exhausted);
}

TEST_CASE("phrases of a query read no more than their common budget, and what they leave out is said") {
  const auto database = articles_of(std::vector<std::vector<WordId>>(10, {1, 2}));
  const std::size_t one = packed_numbers(WordSequence{.title = {}, .text = {1, 2}});
  const auto budget = std::make_shared<VerificationBudget>(VerificationBudget{.numbers = 7 * one});
  const Xapian::Query either(Xapian::Query::OP_OR, phrase_filter({3, 4}, Field::text, budget),
                             phrase_filter({1, 2}, Field::text, budget));
  const auto documents = found(database, either);
  CHECK(documents.size() >= 3);
  CHECK(documents.size() < 10);
  CHECK(budget->exhausted);
}

TEST_CASE("a budget that is just enough leaves nothing out") {
  const auto database = articles_of(std::vector<std::vector<WordId>>(10, {1, 2}));
  const std::size_t one = packed_numbers(WordSequence{.title = {}, .text = {1, 2}});
  const auto budget = std::make_shared<VerificationBudget>(VerificationBudget{.numbers = 10 * one});
  CHECK(found(database, phrase_filter({1, 2}, Field::text, budget)).size() == 10);
  CHECK_FALSE(budget->exhausted);
}

}  // namespace fihrist
