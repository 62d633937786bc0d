// SPDX-License-Identifier: GPL-3.0-or-later
// Deletions and copies by id and address, then what vanished.
#include "indexer/withdrawal.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "indexer/examination.hpp"
#include "indexer/prune.hpp"
#include "schema/fields.hpp"

namespace fihrist {
namespace {

class Withdrawal {
 public:
  Withdrawal(const IndexRequest& request, const IndexedArticles& index, RunState& state)
      : request_(request), index_(index), state_(state) {}

  void run() {
    for (MeetingNumber number = 0; number < state_.meetings.size(); ++number) {
      const Verdict& verdict = state_.settlement.verdicts[number];
      if (verdict.fate == Fate::deletes) take_away(number);
      if (verdict.fate == Fate::copy) take_into_document(number);
    }
    for (const auto& [docid, cluster] : state_.settlement.clustered_documents)
      state_.edits.push_back({.id_term = index_.id_term(docid), .cluster = cluster});
    if (request_.prune && !state_.report.interrupted) prune_origins();
  }

 private:
  void remove(std::uint32_t docid) {
    state_.removed.push_back(index_.id_term(docid));
    state_.text_bytes_added -= static_cast<std::int64_t>(text_bytes(index_.article(docid)));
  }

  /// By its id; by its address, where the source deletes an address; an id that is another's goes from there.
  void take_away(MeetingNumber number) {
    const Delivery delivery = state_.read->read(state_.meetings[number].place);
    const std::string& id = std::get<ReadArticle>(delivery.what).article.id;
    if (const auto found = index_.find(term_of(Field::id, id))) {
      remove(found->docid);
    } else if (const auto other = index_.find_other(id)) {
      state_.edits.push_back(
          {.id_term = index_.id_term(*other), .removed_terms = {term_of(Field::other_id, id)}});
      state_.outcomes.add(Outcome::skipped);
    } else if (const std::uint32_t document = state_.settlement.verdicts[number].document; document != 0) {
      remove(document);
    } else {
      state_.outcomes.add(Outcome::skipped);
    }
  }

  /// A copy of an article that the index has: that one learns its id and where it was read. A copy that had a
  /// document of its own has none any more.
  void take_into_document(MeetingNumber number) {
    const Verdict& verdict = state_.settlement.verdicts[number];
    const Delivery delivery = state_.read->read(state_.meetings[number].place);
    const std::string& id = std::get<ReadArticle>(delivery.what).article.id;
    if (verdict.document == 0) {
      if (const auto found = index_.find(term_of(Field::id, id))) remove(found->docid);
      return;
    }
    DocumentEdit edit{.id_term = index_.id_term(verdict.document)};
    const auto add = [&](std::string term, const std::vector<std::string>& known) {
      if (std::find(known.begin(), known.end(), term) == known.end())
        edit.added_terms.push_back(std::move(term));
    };
    add(term_of(Field::other_id, id), index_.other_ids(verdict.document));
    add(origin_term(state_.walk.origins[state_.meetings[number].origin]), index_.origins(verdict.document));
    if (!edit.added_terms.empty()) state_.edits.push_back(std::move(edit));
  }

  void prune_origins() {
    std::vector<std::string> origins;
    for (const Origin& origin : state_.walk.origins) {
      if (origin.whole) {
        origins.push_back(origin_term(origin));
      } else {
        state_.notes.add("not pruned, since not all of it could be read", origin.name);
      }
    }
    std::unordered_set<std::uint64_t> met;
    for (const Meeting& meeting : state_.meetings)
      if (!meeting.takes_away) met.insert(meeting.likeness.id);
    const std::set<std::string> gone(state_.removed.begin(), state_.removed.end());
    const auto id_hash = [](const std::string& term, Field field) {
      return hash_of(std::string_view(term).substr(row_of(field).prefix.size()));
    };
    const Pruning pruning = prune(index_, origins, [&](std::uint32_t docid) {
      const std::string own = index_.id_term(docid);
      if (gone.contains(own) || met.contains(id_hash(own, Field::id))) return true;
      const auto others = index_.other_ids(docid);
      return std::any_of(others.begin(), others.end(), [&](const std::string& term) {
        return met.contains(id_hash(term, Field::other_id));
      });
    });
    state_.removed.insert(state_.removed.end(), pruning.removed.begin(), pruning.removed.end());
    state_.edits.insert(state_.edits.end(), pruning.edits.begin(), pruning.edits.end());
    state_.text_bytes_added -= static_cast<std::int64_t>(pruning.text_bytes);
  }

  const IndexRequest& request_;
  const IndexedArticles& index_;
  RunState& state_;
};

}  // namespace

void withdraw(const IndexRequest& request, const IndexedArticles& index, RunState& state) {
  Withdrawal(request, index, state).run();
}

}  // namespace fihrist
