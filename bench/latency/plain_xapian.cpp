// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian's TermGenerator, Enquire and MSet::snippet as they come.
#include "bench/latency/plain_xapian.hpp"

#include <fmt/core.h>
#include <xapian.h>

#include <chrono>
#include <unordered_map>

#include "analysis/analyzer.hpp"
#include "analysis/fold.hpp"

namespace fihrist::bench {
namespace fs = std::filesystem;
namespace {

constexpr Xapian::valueno date_slot = 0;
constexpr Xapian::valueno year_slot = 1;

class OurStem final : public Xapian::StemImplementation {
 public:
  std::string operator()(const std::string& word) override {
    auto [entry, added] = known_.try_emplace(word);
    if (added) entry->second = analyzer_.stem(word, false, NoEvidence{});
    return entry->second;
  }
  std::string get_description() const override { return "light"; }

 private:
  Analyzer analyzer_;
  std::unordered_map<std::string, std::string> known_;
};

std::string year_term(std::int16_t year) { return fmt::format("Y{}", year); }

std::uint64_t directory_bytes(const fs::path& directory) {
  std::uint64_t sum = 0;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    if (entry.is_regular_file()) sum += entry.file_size();
  return sum;
}

/// All of them, in their order.
ArticleSource one_by_one(const std::vector<Article>& articles) {
  return [&articles, at = std::size_t{0}]() mutable -> std::optional<Article> {
    if (at == articles.size()) return std::nullopt;
    return articles[at++];
  };
}

}  // namespace

void build_plain_xapian(const fs::path& directory, const ArticleSource& next) {
  Xapian::WritableDatabase database(directory.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem(new OurStem));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  generator.set_max_word_length(120);
  while (const std::optional<Article> article = next()) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(fold(article->title).text);
    generator.increase_termpos(100);
    generator.index_text(fold(article->text).text);
    document.set_data(article->title + "\n" + article->text);
    if (article->date) {
      document.add_value(date_slot,
                         Xapian::sortable_serialise(static_cast<double>(civil_seconds(*article->date))));
      document.add_value(year_slot, fmt::format("{}", article->date->year));
      document.add_boolean_term(year_term(article->date->year));
    }
    database.add_document(document);
  }
  database.commit();
}

struct PlainXapian::Body {
  fs::path directory;
  double seconds = 0;
  Xapian::Database database;
  OurStem* implementation = new OurStem;
  Xapian::Stem stem{implementation};

  Xapian::Query query(QuestionClass::Kind kind, const Question& question) {
    using Kind = QuestionClass::Kind;
    if (kind == Kind::newest_everything) return Xapian::Query::MatchAll;
    std::vector<std::string> terms;
    for (const std::string& word : question.words) terms.push_back(stem(word));
    const auto op = kind == Kind::any      ? Xapian::Query::OP_OR
                    : kind == Kind::phrase ? Xapian::Query::OP_PHRASE
                                           : Xapian::Query::OP_AND;
    const Xapian::Query words(op, terms.begin(), terms.end());
    if (kind != Kind::filtered) return words;
    return {Xapian::Query::OP_FILTER, words, Xapian::Query(year_term(question.year))};
  }

  Xapian::MSet ten(QuestionClass::Kind kind, const Question& question) {
    using Kind = QuestionClass::Kind;
    Xapian::Enquire enquire(database);
    enquire.set_query(query(kind, question));
    if (kind == Kind::newest || kind == Kind::newest_everything || kind == Kind::oldest) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(date_slot, kind != Kind::oldest);
    } else {
      enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    }
    if (kind != Kind::faceted) return enquire.get_mset(0, 10);
    Xapian::ValueCountMatchSpy years(year_slot);
    enquire.add_matchspy(&years);
    return enquire.get_mset(0, 10, database.get_doccount());
  }
};

PlainXapian::PlainXapian(const fs::path& directory, const std::vector<Article>& articles)
    : body_(std::make_unique<Body>()) {
  body_->directory = directory;
  if (!fs::exists(directory)) {
    const auto begin = std::chrono::steady_clock::now();
    build_plain_xapian(directory, one_by_one(articles));
    body_->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
  body_->database = Xapian::Database(directory.string());
}

PlainXapian::~PlainXapian() = default;

double PlainXapian::seconds_to_build() const noexcept { return body_->seconds; }

std::uint64_t PlainXapian::bytes() const { return directory_bytes(body_->directory); }

std::size_t PlainXapian::match(QuestionClass::Kind kind, const Question& question) {
  return body_->ten(kind, question).size();
}

std::size_t PlainXapian::page(QuestionClass::Kind kind, const Question& question) {
  const Xapian::MSet set = body_->ten(kind, question);
  std::size_t shown = 0;
  for (auto hit = set.begin(); hit != set.end(); ++hit)
    shown +=
        set.snippet(hit.get_document().get_data(), 400, body_->stem, 0, "<b>", "</b>", "…").empty() ? 0U : 1U;
  return shown;
}

}  // namespace fihrist::bench
