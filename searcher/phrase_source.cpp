// SPDX-License-Identifier: GPL-3.0-or-later
// A posting source that reads the words of an article in order.
#include "searcher/phrase_source.hpp"

#include <utility>

#include "searcher/index_view.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

constexpr auto words_slot = static_cast<Xapian::valueno>(Slot::words);

class PhraseSource final : public Xapian::PostingSource {
 public:
  PhraseSource(std::vector<WordId> phrase, Field field, std::shared_ptr<VerificationBudget> budget,
               const IndexView* index)
      : phrase_(std::move(phrase)),
        packed_(pack_phrase(phrase_)),
        field_(field),
        budget_(std::move(budget)),
        index_(index) {}

  PhraseSource* clone() const override { return new PhraseSource(phrase_, field_, budget_, index_); }
  std::string name() const override { return "fihrist::PhraseSource"; }
  std::string get_description() const override { return name(); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    values_ = database.valuestream_begin(words_slot);
    started_ = false;
  }

  // Estimated as common as can be, so that Xapian asks every other condition first.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double min_weight) override { skip_to(started_ ? at_ + 1 : 1, min_weight); }

  void skip_to(Xapian::docid docid, double) override {
    move_to(docid);
    while (!at_end() && !value_holds()) {
      ++values_;
      note_place();
    }
  }

  /// Most articles that are asked for were looked at lately, by this search or another.
  bool check(Xapian::docid docid, double) override {
    const auto kept = index_ ? index_->kept_words(docid) : nullptr;
    if (!kept) {
      move_to(docid);
      return at_end() || (at_ == docid && value_holds());
    }
    started_ = true;
    at_ = docid;
    return holds(*kept);
  }

  bool at_end() const override { return started_ && values_ == end_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  void move_to(Xapian::docid docid) {
    if (!started_ || (values_ != end_ && values_.get_docid() < docid)) values_.skip_to(docid);
    started_ = true;
    note_place();
  }

  void note_place() {
    if (values_ != end_) at_ = values_.get_docid();
  }

  bool value_holds() {
    if (budget_->exhausted) return false;
    const std::string packed = *values_;
    if (index_ && budget_->kept_articles > 0) {
      --budget_->kept_articles;
      return holds(*index_->keep_words(at_, packed));
    }
    return budget_->take(packed_numbers(packed)) && contains_phrase(packed, packed_, field_ == Field::title);
  }

  bool holds(const WordSequence& words) {
    return budget_->take(packed_numbers(words)) && contains_phrase(words, phrase_, field_ == Field::title);
  }

  std::vector<WordId> phrase_;
  std::string packed_;  ///< the phrase
  Field field_;
  std::shared_ptr<VerificationBudget> budget_;
  const IndexView* index_;
  Xapian::Database database_;
  Xapian::ValueIterator values_;
  Xapian::ValueIterator end_;
  Xapian::docid at_ = 0;
  bool started_ = false;
};

/// The articles of shards that hold the phrase.
std::vector<Xapian::Query> holders(const IndexView& index, const PhraseWords& phrase,
                                   VerificationBudget& budget) {
  const std::string packed_phrase = pack_phrase(phrase.words);
  std::vector<Xapian::Query> found;
  Xapian::Enquire enquire(index.database);
  enquire.set_query(phrase.stems);
  weigh_nothing(index, enquire);
  carry_value(enquire, Slot::words);
  const auto most = static_cast<Xapian::doccount>(budget.shard_articles);
  const Xapian::MSet candidates = enquire.get_mset(0, most + 1);
  for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate) {
    const std::string packed = candidate.get_collapse_key();
    budget.exhausted = budget.exhausted || budget.shard_articles == 0;
    if (!budget.take(packed_numbers(packed))) break;
    --budget.shard_articles;
    if (contains_phrase(packed, packed_phrase, phrase.field == Field::title))
      found.push_back(index.shards->article(*candidate));
  }
  return found;
}

}  // namespace

Xapian::Query phrase_filter(const std::vector<WordId>& words, Field field,
                            std::shared_ptr<VerificationBudget> budget, const IndexView* index) {
  auto* source = new PhraseSource(words, field, std::move(budget), index);
  return Xapian::Query(source->release());  // the query owns it from here on
}

Xapian::Query phrase_query(const IndexView& index, const PhraseWords& phrase,
                           std::shared_ptr<VerificationBudget> budget) {
  using Xapian::Query;
  if (!index.shards)
    return {Query::OP_FILTER, phrase.stems,
            phrase_filter(phrase.words, phrase.field, std::move(budget), &index)};
  const auto found = holders(index, phrase, *budget);
  if (found.empty()) return Query::MatchNothing;
  return {Query::OP_FILTER, phrase.stems, Query(Query::OP_OR, found.begin(), found.end())};
}

}  // namespace fihrist
