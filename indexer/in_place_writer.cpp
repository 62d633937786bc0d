// SPDX-License-Identifier: GPL-3.0-or-later
// A Xapian database, changed in durable steps.
#include "indexer/in_place_writer.hpp"

#include "indexer/document_builder.hpp"
#include "schema/durable_file.hpp"
#include "schema/fields.hpp"
#include "schema/likeness.hpp"
#include "schema/record_codec.hpp"
#include "schema/seal.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {
namespace {

/// Below Xapian's own flush threshold of 10,000, which would commit without our syncing the directory.
constexpr std::size_t changes_per_commit = 1000;

class Writer {
 public:
  Writer(const std::filesystem::path& generation, Manifest manifest)
      : generation_(generation),
        database_(generation.string(), Xapian::DB_OPEN),
        codec_(database_.get_metadata(record_dictionary_key)),
        manifest_(std::move(manifest)) {}

  void write(const Changes& changes, const std::vector<std::size_t>& lexicon_pieces) {
    for (const std::size_t piece : lexicon_pieces)
      database_.set_metadata(lexicon_key(piece), changes.lexicon.save_piece(piece));
    if (changes.names != nullptr) database_.set_metadata(mined_names_key, changes.names->save());
    if (changes.site_lines != nullptr) database_.set_metadata(learned_lines_key, changes.site_lines->save());
    for (const SpoolPart& part : changes.spool.parts())
      changes.for_each_article(part, [&](PreparedArticle&& article) {
        database_.replace_document(article.id_term, build_document(article, changes.lexicon, codec_));
        changed();
      });
    for (const DocumentEdit& one : changes.edits) edit(one);
    for (const std::string& id_term : changes.removed) remove(id_term);
    commit();
  }

  void remove(const std::string& id_term) {
    database_.delete_document(id_term);
    changed();
  }

  void commit() {
    ++manifest_.revision;
    manifest_.articles = database_.get_doccount();
    database_.set_metadata(manifest_key, to_json(manifest_));
    database_.commit();
    // Xapian renames its version file and never syncs the directory: after a power cut the rename may be
    // undone or, worse, half of what it names be gone.
    sync_directory(generation_);
    uncommitted_ = 0;
  }

 private:
  void edit(const DocumentEdit& one) {
    const auto posting = database_.postlist_begin(one.id_term);
    if (posting == database_.postlist_end(one.id_term)) return;
    Xapian::Document document = database_.get_document(*posting);
    for (const std::string& term : one.added_terms) document.add_boolean_term(term);
    for (const std::string& term : one.removed_terms) document.remove_term(term);
    if (one.cluster)
      document.add_value(static_cast<Xapian::valueno>(Slot::cluster), pack_cluster(*one.cluster));
    database_.replace_document(*posting, document);
    changed();
  }

  void changed() {
    if (++uncommitted_ == changes_per_commit) commit();
  }

  std::filesystem::path generation_;
  Xapian::WritableDatabase database_;
  RecordCodec codec_;
  Manifest manifest_;
  std::size_t uncommitted_ = 0;
};

}  // namespace

void write_in_place(const std::filesystem::path& generation, const Changes& changes,
                    const std::vector<std::size_t>& lexicon_pieces, Manifest manifest) {
  refuse_damage(generation);
  guarded("the index cannot be changed", [&] {
    break_seal(generation);
    Writer(generation, std::move(manifest)).write(changes, lexicon_pieces);
    seal(generation);
  });
}

void remove_in_place(const std::filesystem::path& generation, const std::string& id_term, Manifest manifest) {
  refuse_damage(generation);
  guarded("the index cannot be changed", [&] {
    break_seal(generation);
    {
      Writer writer(generation, std::move(manifest));
      writer.remove(id_term);
      writer.commit();
    }
    seal(generation);
  });
}

}  // namespace fihrist
