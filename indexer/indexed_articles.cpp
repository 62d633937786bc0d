// SPDX-License-Identifier: GPL-3.0-or-later
// A Xapian database, read.
#include "indexer/indexed_articles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "schema/error.hpp"
#include "schema/fields.hpp"
#include "schema/record.hpp"
#include "schema/record_codec.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {
namespace {

/// The run holds the write lock or only looks (--dry-run): a change meanwhile is somebody else's.
template <typename Work>
auto reading(Work&& work) {
  try {
    return guarded("the index cannot be read", std::forward<Work>(work));
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error(ErrorCode::locked, "another process changed the index meanwhile", "Run the command again.");
  }
}

std::vector<std::string> terms_of(const Xapian::Database& database, std::uint32_t docid,
                                  const std::string& prefix) {
  std::vector<std::string> terms;
  auto term = database.termlist_begin(docid);
  for (term.skip_to(prefix); term != database.termlist_end(docid) && (*term).starts_with(prefix); ++term)
    terms.push_back(*term);
  return terms;
}

std::string prefix_of(Field field) { return std::string(row_of(field).prefix); }

}  // namespace

struct IndexedArticles::Body {
  Xapian::Database database;
  Manifest manifest;
  RecordCodec codec;
};

IndexedArticles::IndexedArticles(const std::filesystem::path& generation)
    : body_(reading([&] {
        auto body = std::make_unique<Body>();
        body->database = Xapian::Database(generation.string());
        body->manifest = parse_manifest(body->database.get_metadata(manifest_key));
        body->codec = RecordCodec(body->database.get_metadata(record_dictionary_key));
        return body;
      })) {}

IndexedArticles::~IndexedArticles() = default;
IndexedArticles::IndexedArticles(IndexedArticles&&) noexcept = default;
IndexedArticles& IndexedArticles::operator=(IndexedArticles&&) noexcept = default;

const Manifest& IndexedArticles::manifest() const noexcept { return body_->manifest; }

MinedNames IndexedArticles::mined_names() const {
  return reading([&] { return MinedNames::load(body_->database.get_metadata(mined_names_key)); });
}

LearnedLines IndexedArticles::learned_lines() const {
  return reading([&] { return LearnedLines::load(body_->database.get_metadata(learned_lines_key)); });
}

Lexicon IndexedArticles::lexicon() const {
  return reading([&] {
    Lexicon lexicon;
    for (std::size_t piece = 0; piece < body_->manifest.lexicon_pieces; ++piece)
      lexicon.load_piece(body_->database.get_metadata(lexicon_key(piece)));
    if (lexicon.size() != body_->manifest.word_count)
      throw Error(
          ErrorCode::damaged,
          fmt::format("the index has {} words, its manifest says {}", lexicon.size(),
                      body_->manifest.word_count),
          "Restore a copy of the archive, or move its index directory away and index the sources again.");
    return lexicon;
  });
}

std::optional<IndexedArticles::Found> IndexedArticles::find(const std::string& id_term) const {
  return reading([&]() -> std::optional<Found> {
    const auto posting = body_->database.postlist_begin(id_term);
    if (posting == body_->database.postlist_end(id_term)) return std::nullopt;
    Found found{.docid = *posting};
    const Xapian::Document document = body_->database.get_document(found.docid);
    const std::string hash = document.get_value(static_cast<Xapian::valueno>(Slot::hash));
    found.cluster = unpack_cluster(document.get_value(static_cast<Xapian::valueno>(Slot::cluster)));
    std::copy_n(hash.begin(), std::min(hash.size(), found.content.size()), found.content.begin());
    return found;
  });
}

std::optional<std::uint32_t> IndexedArticles::find_other(const std::string& id) const {
  return reading([&]() -> std::optional<std::uint32_t> {
    const std::string term = term_of(Field::other_id, id);
    const auto posting = body_->database.postlist_begin(term);
    if (posting == body_->database.postlist_end(term)) return std::nullopt;
    return *posting;
  });
}

void IndexedArticles::for_each_likeness(
    const std::function<void(std::uint32_t, const Likeness&, std::uint64_t)>& visit) const {
  reading([&] {
    const Xapian::Database& database = body_->database;
    const auto slot = static_cast<Xapian::valueno>(Slot::cluster);
    auto cluster = database.valuestream_begin(slot);
    const auto no_cluster = database.valuestream_end(slot);
    const auto end = database.valuestream_end(static_cast<Xapian::valueno>(Slot::likeness));
    for (auto at = database.valuestream_begin(static_cast<Xapian::valueno>(Slot::likeness)); at != end;
         ++at) {
      const auto likeness = unpack_likeness(*at);
      if (!likeness) continue;
      if (cluster != no_cluster && cluster.get_docid() < at.get_docid()) cluster.skip_to(at.get_docid());
      const bool clustered = cluster != no_cluster && cluster.get_docid() == at.get_docid();
      visit(at.get_docid(), *likeness, clustered ? unpack_cluster(*cluster) : 0);
    }
  });
}

Article IndexedArticles::article(std::uint32_t docid) const {
  return reading([&] {
    const Xapian::Document document = body_->database.get_document(docid);
    return from_record(body_->codec.expand(document.get_value(static_cast<Xapian::valueno>(Slot::record))));
  });
}

std::vector<std::string> IndexedArticles::origins(std::uint32_t docid) const {
  return reading([&] { return terms_of(body_->database, docid, prefix_of(Field::origin)); });
}

std::vector<std::string> IndexedArticles::other_ids(std::uint32_t docid) const {
  return reading([&] { return terms_of(body_->database, docid, prefix_of(Field::other_id)); });
}

std::string IndexedArticles::id_term(std::uint32_t docid) const {
  return reading([&] {
    const auto terms = terms_of(body_->database, docid, prefix_of(Field::id));
    return terms.empty() ? std::string() : terms.front();
  });
}

void IndexedArticles::for_each(const std::string& term,
                               const std::function<void(std::uint32_t docid)>& visit) const {
  reading([&] {
    const auto end = body_->database.postlist_end(term);
    for (auto posting = body_->database.postlist_begin(term); posting != end; ++posting) visit(*posting);
  });
}

}  // namespace fihrist
