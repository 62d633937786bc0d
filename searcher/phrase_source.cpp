// SPDX-License-Identifier: GPL-3.0-or-later
// A posting source that reads the words of an article in order.
#include "searcher/phrase_source.hpp"

#include <utility>

namespace fihrist {
namespace {

class PhraseSource final : public Xapian::PostingSource {
 public:
  PhraseSource(std::string phrase, Field field, std::shared_ptr<VerificationBudget> budget)
      : phrase_(std::move(phrase)), field_(field), budget_(std::move(budget)) {}

  PhraseSource* clone() const override { return new PhraseSource(phrase_, field_, budget_); }
  std::string name() const override { return "fihrist::PhraseSource"; }
  std::string get_description() const override { return name(); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    values_ = database.valuestream_begin(slot);
    started_ = false;
  }

  // Estimated as common as can be, so that Xapian asks every other condition first.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double min_weight) override { skip_to(started_ ? get_docid() + 1 : 1, min_weight); }

  void skip_to(Xapian::docid docid, double) override {
    move_to(docid);
    while (!at_end() && !holds()) ++values_;
  }

  bool check(Xapian::docid docid, double) override {
    move_to(docid);
    return at_end() || (values_.get_docid() == docid && holds());
  }

  bool at_end() const override { return started_ && values_ == end_; }
  Xapian::docid get_docid() const override { return values_.get_docid(); }

 private:
  static constexpr auto slot = static_cast<Xapian::valueno>(Slot::words);

  void move_to(Xapian::docid docid) {
    if (!started_ || (values_ != end_ && values_.get_docid() < docid)) values_.skip_to(docid);
    started_ = true;
  }

  bool holds() {
    if (budget_->exhausted) return false;
    const std::string packed = *values_;
    budget_->exhausted = packed.size() > budget_->left;
    if (budget_->exhausted) return false;
    budget_->left -= packed.size();
    return contains_phrase(packed, phrase_, field_ == Field::title);
  }

  std::string phrase_;  ///< packed
  Field field_;
  std::shared_ptr<VerificationBudget> budget_;
  Xapian::Database database_;
  Xapian::ValueIterator values_;
  Xapian::ValueIterator end_;
  bool started_ = false;
};

}  // namespace

Xapian::Query phrase_filter(const std::vector<WordId>& words, Field field,
                            std::shared_ptr<VerificationBudget> budget) {
  auto* source = new PhraseSource(pack_phrase(words), field, std::move(budget));
  return Xapian::Query(source->release());  // the query owns it from here on
}

}  // namespace fihrist
