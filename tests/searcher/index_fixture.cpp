// SPDX-License-Identifier: GPL-3.0-or-later
// Articles into documents, by the contract.
#include "tests/searcher/index_fixture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/analyzer.hpp"
#include "analysis/fold.hpp"
#include "analysis/written_word.hpp"
#include "schema/archive_layout.hpp"
#include "schema/facet_values.hpp"
#include "schema/fields.hpp"
#include "schema/lexicon.hpp"
#include "schema/likeness.hpp"
#include "schema/manifest.hpp"
#include "schema/record.hpp"
#include "schema/record_codec.hpp"
#include "schema/sort_key.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist::test {
namespace {

constexpr Xapian::termcount title_weight = 3;

Xapian::valueno slot(Slot of) { return static_cast<Xapian::valueno>(of); }

void add_filter(Xapian::Document& document, Field field, const std::string& value) {
  document.add_boolean_term(term_of(field, value));
}

std::string host_of(const std::string& url) {
  const auto begin = url.find("://");
  if (begin == std::string::npos) return {};
  const std::string host = url.substr(begin + 3, url.find('/', begin + 3) - begin - 3);
  return host.starts_with("www.") ? host.substr(4) : host;
}

void add_date(Xapian::Document& document, const std::optional<Date>& date) {
  if (!date) return add_filter(document, Field::undated, "");
  add_filter(document, Field::year, fmt::format("{:04}", date->year));
  if (date->precision >= DatePrecision::month)
    add_filter(document, Field::month, fmt::format("{:04}{:02}", date->year, date->month));
  if (date->precision >= DatePrecision::day)
    add_filter(document, Field::day, fmt::format("{:04}{:02}{:02}", date->year, date->month, date->day));
}

}  // namespace

struct IndexFixture::Body {
  explicit Body(const std::filesystem::path& directory) : layout(directory) { begin_generation(); }

  void begin_generation() {
    std::filesystem::create_directories(layout.index());
    generation = layout.next_generation();
    database = Xapian::WritableDatabase(generation.string(), Xapian::DB_CREATE);
    lexicon = Lexicon();
    published = false;
  }

  void learn(const Article& article) {
    std::set<WordId> seen;
    for (const std::string* text : {&article.title, &article.text})
      for (const Token& token : analyzer.words(*text)) {
        const WordId id = lexicon.intern(token.text);
        if (!seen.insert(id).second) continue;
        lexicon.count(id, token.hamza);
        if (!token.alternative)
          lexicon.vote(id, written_word(text->substr(token.begin, token.end - token.begin)));
      }
  }

  void add_words(Xapian::Document& document, const std::string& text, bool title, WordSequence& words) {
    std::vector<WordId>& sequence = title ? words.title : words.text;
    for (const Token& token : analyzer.words(text)) {
      const WordId id = *lexicon.find(token.text);
      if (lexicon.stem(id).empty()) lexicon.set_stem(id, analyzer.stem(token.text, token.hamza, lexicon));
      const std::string stem(lexicon.stem(id));
      document.add_term(term_of(Field::text, stem), title ? title_weight : 1);
      if (title) document.add_term(term_of(Field::title, stem));
      if (token.alternative) continue;
      if (!title && sequence.size() % words_per_place == 0) words.places.push_back(token.begin);
      sequence.push_back(id);
    }
  }

  Xapian::Document document_of(const Article& article) {
    Xapian::Document document;
    WordSequence words;
    add_words(document, article.title, true, words);
    add_words(document, article.text, false, words);
    add_filter(document, Field::id, article.id);
    for (const std::string& author : article.authors) add_filter(document, Field::author, fold_key(author));
    for (const std::string& tag : article.tags) add_filter(document, Field::tag, fold_key(tag));
    if (!article.source.empty()) add_filter(document, Field::source, fold_key(article.source));
    if (!article.url.empty()) add_filter(document, Field::site, host_of(article.url));
    add_date(document, article.date);
    document.add_value(slot(Slot::sort_key), sort_key(article.date, article.id));
    document.add_value(slot(Slot::words), pack(words));
    document.add_value(slot(Slot::facets),
                       pack(FacetValues{.year = article.date ? article.date->year : std::int16_t{0},
                                        .month = article.date ? article.date->month : std::uint8_t{0},
                                        .source = article.source,
                                        .authors = article.authors,
                                        .tags = article.tags}));
    document.add_value(slot(Slot::record), RecordCodec().compress(to_record(article)));
    return document;
  }

  void commit() {
    const Manifest manifest{.analyser = Analyzer::fingerprint(),
                            .articles = database.get_doccount(),
                            .revision = ++revision,
                            .word_count = lexicon.size(),
                            .lexicon_pieces = lexicon.pieces()};
    for (std::size_t piece = 0; piece < lexicon.pieces(); ++piece)
      database.set_metadata(lexicon_key(piece), lexicon.save_piece(piece));
    database.set_metadata(manifest_key, to_json(manifest));
    database.commit();
    if (!published) layout.publish(generation);
    published = true;
  }

  ArchiveLayout layout;
  std::filesystem::path generation;
  Xapian::WritableDatabase database;
  Lexicon lexicon;
  Analyzer analyzer;
  std::uint64_t revision = 0;
  bool published = false;
};

IndexFixture::IndexFixture() : body_(std::make_unique<Body>(directory_.path())) {}
IndexFixture::IndexFixture(const std::vector<Article>& articles) : IndexFixture() { add(articles); }
IndexFixture::~IndexFixture() = default;

void IndexFixture::add(const std::vector<Article>& articles) {
  for (const Article& article : articles) body_->learn(article);
  for (const Article& article : articles)
    body_->database.replace_document(term_of(Field::id, article.id), body_->document_of(article));
  body_->commit();
}

void IndexFixture::remove(const std::string& id) {
  body_->database.delete_document(term_of(Field::id, id));
  body_->commit();
}

std::string IndexFixture::replace_manifest(const std::string& text) {
  std::string before = body_->database.get_metadata(manifest_key);
  body_->database.set_metadata(manifest_key, text);
  body_->database.commit();
  return before;
}

void IndexFixture::put_in_cluster(std::uint64_t cluster, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    const Xapian::docid number = *body_->database.postlist_begin(term_of(Field::id, id));
    Xapian::Document document = body_->database.get_document(number);
    document.add_value(static_cast<Xapian::valueno>(Slot::cluster), pack_cluster(cluster));
    document.add_boolean_term(term_of(Field::other_id, "other-" + id));
    body_->database.replace_document(number, document);
  }
  body_->commit();
}

void IndexFixture::rebuild(const std::vector<Article>& articles) {
  body_->begin_generation();
  body_->revision = 0;
  add(articles);
}

std::vector<std::string> OpenedIndex::list(const SearchRequest& request) {
  std::vector<std::string> list;
  for (const Hit& hit : searcher.search(request).hits) list.push_back(hit.id);
  return list;
}

std::vector<std::string> OpenedIndex::ids(const std::string& text) {
  return list({.text = text, .limit = 1000});
}

std::vector<std::string> OpenedIndex::found(const std::string& text) {
  auto list = ids(text);
  std::sort(list.begin(), list.end());
  return list;
}

Article article(const std::string& id, const std::string& title, const std::string& text,
                const std::string& date) {
  return {.id = id, .title = title, .text = text, .date = parse_date(date)};
}

}  // namespace fihrist::test
