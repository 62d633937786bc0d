// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as the index format has them.
#include "indexer/document_builder.hpp"

#include <doctest/doctest.h>

#include <map>

#include "schema/fields.hpp"
#include "schema/likeness.hpp"

namespace fihrist {
namespace {

std::map<std::string, unsigned> terms_of(const Xapian::Document& document) {
  std::map<std::string, unsigned> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms[*term] = term.get_wdf();
  return terms;
}

Lexicon lexicon_of(const std::vector<std::pair<std::string, std::string>>& words) {
  Lexicon lexicon;
  for (const auto& [word, stem] : words) {
    const WordId id = lexicon.intern(word);
    if (!stem.empty()) lexicon.set_stem(id, stem);
  }
  return lexicon;
}

}  // namespace

TEST_CASE("words of one stem add up, the title's three times in the text and once in the title") {
  const Lexicon lexicon = lexicon_of({{"هواتف", "هاتف"}, {"هاتف", "هاتف"}, {"ذكي", "ذكي"}});
  const auto terms = terms_of(build_document({.id_term = "Qa",
                                              .filters = {"XN"},
                                              .word_uses = {{.word = 0, .in_title = 1, .in_text = 2},
                                                            {.word = 1, .in_text = 4},
                                                            {.word = 2, .in_title = 1}}},
                                             lexicon, RecordCodec()));
  CHECK(terms == std::map<std::string, unsigned>{{term_of(Field::text, "هاتف"), 9},
                                                 {term_of(Field::text, "ذكي"), 3},
                                                 {term_of(Field::title, "هاتف"), 1},
                                                 {term_of(Field::title, "ذكي"), 1},
                                                 {"Qa", 0},
                                                 {"XN", 0}});
}

TEST_CASE("a word without a stem is its own, and no term exceeds what Xapian takes") {
  const Lexicon lexicon = lexicon_of({{std::string(300, 'x'), ""}, {"y", std::string(245, 'z')}});
  const auto terms = terms_of(
      build_document({.id_term = "Qa", .word_uses = {{.word = 0, .in_text = 1}, {.word = 1, .in_title = 1}}},
                     lexicon, RecordCodec()));
  CHECK(terms.size() == 4);
  for (const auto& [term, wdf] : terms) CHECK(term.size() <= 245);
}

TEST_CASE("values are those of the article, and there is no data") {
  const Xapian::Document document = build_document({.id_term = "Qa",
                                                    .record = "record",
                                                    .content = digest_of("a"),
                                                    .likeness = "likeness",
                                                    .cluster = 7,
                                                    .sort_key = "key",
                                                    .facets = "facets",
                                                    .words = "words"},
                                                   Lexicon(), RecordCodec());
  const auto value = [&](Slot slot) { return document.get_value(static_cast<Xapian::valueno>(slot)); };
  CHECK(RecordCodec().expand(value(Slot::record)) == "record");
  CHECK(document.get_data().empty());
  CHECK(value(Slot::sort_key) == "key");
  CHECK(value(Slot::words) == "words");
  CHECK(value(Slot::facets) == "facets");
  CHECK(value(Slot::likeness) == "likeness");
  CHECK(unpack_cluster(value(Slot::cluster)) == 7);
  const Digest digest = digest_of("a");
  CHECK(value(Slot::hash) == std::string(digest.data(), digest.size()));
}

}  // namespace fihrist
