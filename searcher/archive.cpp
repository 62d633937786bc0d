// SPDX-License-Identifier: GPL-3.0-or-later
// Opening an archive and loading what its searchers share.
#include <utility>

#include "searcher/archive_body.hpp"

namespace fihrist {

std::shared_ptr<const ArchiveState> Archive::Body::state_of(const std::filesystem::path& generation,
                                                            const Xapian::Database& database) {
  Manifest manifest = parse_manifest(database.get_metadata(manifest_key));
  const std::lock_guard lock(mutex_);
  const bool same = latest_ && latest_->generation() == generation;
  if (same && latest_->manifest().revision >= manifest.revision) return latest_;
  latest_ = load(generation, database, std::move(manifest), own_);
  return latest_;
}

/// Under the lock.
std::shared_ptr<const ArchiveState> Archive::Body::load(const std::filesystem::path& generation,
                                                        const Xapian::Database& database, Manifest manifest,
                                                        const OwnWords& own) const {
  Lexicon lexicon = load_lexicon(database, manifest);
  auto state = std::make_shared<ArchiveState>(
      generation, std::move(manifest), std::move(lexicon), plurals_in(database, own.plurals),
      names_in(database, own.names), RecordCodec(database.get_metadata(record_dictionary_key)));
  if (latest_ && latest_->generation() == generation) state->inherit(*latest_);
  return state;
}

void Archive::Body::refresh() {
  guarded("open the archive anew", [&] {
    OwnWords own = read_own_words(layout);
    if (watch) {
      // The shards' part is read by whoever asks next.
      const std::lock_guard lock(mutex_);
      own_ = std::move(own);
      latest_.reset();
      ++edition_;
      return;
    }
    // Named once: another one may be switched to in between.
    const std::filesystem::path generation = served_generation(layout);
    const Xapian::Database database(generation.string());
    const std::lock_guard lock(mutex_);
    latest_ = load(generation, database, parse_manifest(database.get_metadata(manifest_key)), own);
    own_ = std::move(own);
    ++edition_;
  });
}

void Archive::refresh() { body_->refresh(); }

Archive::Archive(const std::filesystem::path& directory, const RankingOptions& options,
                 const ShardOptions& shards)
    : body_(std::make_unique<Body>(directory, options, shards)) {
  Searcher(*this).revision();  // refuses now what would be refused at the first question
}

Archive::~Archive() = default;

std::vector<ShardState> Archive::shards() const {
  return body_->watch ? body_->watch->states() : std::vector<ShardState>();
}

}  // namespace fihrist
