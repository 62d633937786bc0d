// SPDX-License-Identifier: GPL-3.0-or-later
// One committed state as one thread reads it. Internal to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schema/fields.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/archive_state.hpp"
#include "searcher/shard_reads.hpp"

namespace fihrist {

inline Xapian::valueno slot_number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

/// The database is the thread's own, the state is shared; both outlive the call that they are passed to.
struct IndexView {
  const Xapian::Database& database;
  const ArchiveState& state;
  ShardReads* shards = nullptr;  ///< nothing: the database lies on this machine

  const Lexicon& lexicon() const { return state.lexicon(); }

  /// Of an article that is there.
  Xapian::Document document(Xapian::docid number) const {
    return shards ? shards->document(database, number)
                  : database.get_document(number, Xapian::DOC_ASSUME_VALID);
  }
  /// The words in order, and the whole, of an article that is there; they are kept for a while.
  std::shared_ptr<const WordSequence> words(Xapian::docid number) const;
  /// The words as they are kept, of any document number; null when they are not. Not for shards.
  std::shared_ptr<const WordSequence> kept_words(Xapian::docid number) const;
  std::shared_ptr<const WordSequence> keep_words(Xapian::docid number, const std::string& packed) const;
  std::shared_ptr<const Article> article(Xapian::docid number) const;
  /// The years of which there are articles, ascending. To find them takes longer, the more articles there
  /// are.
  std::shared_ptr<const std::vector<std::int16_t>> years() const;
  /// Articles with a term.
  Xapian::doccount frequency(const std::string& term) const {
    if (shards) return shards->frequency(database, term);
    return state.frequencies().of(database.get_revision(), term, [&] { return database.get_termfreq(term); });
  }
  /// Says that the frequencies of these will be asked for.
  void expect(const std::vector<std::string>& terms) const {
    if (shards) shards->count(database, terms);
  }
  /// Says that these articles will be read, their words too if a list shows them.
  void expect(const std::vector<Xapian::docid>& articles, bool with_words) const {
    if (!shards) return;
    shards->read(database, articles, Slot::record);
    if (with_words) shards->read(database, articles, Slot::words);
  }
  /// A key for what is kept of this view in its state: a state serves some shards as well as all of them.
  std::string key(const std::string& what) const { return shards ? shards->present() + what : what; }
};

}  // namespace fihrist
