// SPDX-License-Identifier: GPL-3.0-or-later
// Reading articles, and keeping what was read.
#include "searcher/index_view.hpp"

#include "schema/record.hpp"
#include "searcher/calendar_terms.hpp"

namespace fihrist {
namespace {

std::size_t bytes_of(const WordSequence& words) {
  return sizeof words + sizeof(WordId) * (words.title.size() + words.text.size()) +
         sizeof(std::uint32_t) * words.places.size();
}

std::size_t bytes_of(const Article& article) {
  std::size_t bytes = sizeof article + sizeof(std::uint32_t) * article.site_lines.size();
  for (const std::string* text :
       {&article.id, &article.title, &article.text, &article.summary, &article.source, &article.url})
    bytes += text->size();
  for (const auto* list : {&article.authors, &article.alias_urls, &article.tags})
    for (const std::string& text : *list) bytes += sizeof(std::string) + text.size();
  return bytes;
}

std::uint64_t revision_key(const IndexView& index, Xapian::docid number) {
  return std::uint64_t{index.database.get_revision()} << 32U | number;
}

template <typename Value>
std::shared_ptr<const Value> keep(RecencyCache<Value>& cache, std::uint64_t key, Value value) {
  auto kept = std::make_shared<const Value>(std::move(value));
  cache.keep(key, kept, bytes_of(*kept));
  return kept;
}

/// What `cache` keeps of an article, or what `read` makes of this value of it. What was read of shards is
/// kept with their connection.
template <typename Value, typename Read>
std::shared_ptr<const Value> kept(const IndexView& index, RecencyCache<Value>& cache, Xapian::docid number,
                                  Slot slot, const Read& read) {
  if (index.shards)
    return std::make_shared<const Value>(read(index.shards->value(index.database, number, slot)));
  const std::uint64_t key = revision_key(index, number);
  if (auto known = cache.find(key)) return known;
  return keep(cache, key, read(index.document(number).get_value(slot_number(slot))));
}

}  // namespace

std::shared_ptr<const std::vector<std::int16_t>> IndexView::years() const {
  const std::string of = key(std::to_string(shards ? 0 : database.get_revision()));
  if (auto known = state.years(of)) return known;
  auto found = std::make_shared<const std::vector<std::int16_t>>(years_in(database));
  state.keep_years(of, found);
  return found;
}

std::shared_ptr<const WordSequence> IndexView::words(Xapian::docid number) const {
  return kept(*this, state.word_sequences(), number, Slot::words,
              [](const std::string& packed) { return unpack_words(packed); });
}

std::shared_ptr<const WordSequence> IndexView::kept_words(Xapian::docid number) const {
  return state.word_sequences().find(revision_key(*this, number));
}

std::shared_ptr<const WordSequence> IndexView::keep_words(Xapian::docid number,
                                                          const std::string& packed) const {
  return keep(state.word_sequences(), revision_key(*this, number), unpack_words(packed));
}

std::shared_ptr<const Article> IndexView::article(Xapian::docid number) const {
  return kept(*this, state.articles(), number, Slot::record,
              [this](const std::string& record) { return from_record(state.codec().expand(record)); });
}

}  // namespace fihrist
