// SPDX-License-Identifier: GPL-3.0-or-later
// Segments in parallel, merged by Xapian's compaction.
#include "indexer/generation_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "indexer/document_builder.hpp"
#include "indexer/generation_growth.hpp"
#include "indexer/generation_origin.hpp"
#include "indexer/parallel.hpp"
#include "indexer/plural_learning.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"
#include "schema/fields.hpp"
#include "schema/record_codec.hpp"
#include "schema/seal.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished_generation = ".building";

/// Databases that are merged at a time: each keeps six files open, and a process has 1024 by default.
constexpr std::size_t most_merged = 100;

/// Of the spool from which the dictionary is learned, about half of it records: more make it hardly better.
constexpr std::uint64_t sample_bytes = std::uint64_t{4} * 1024 * 1024;

/// Xapian keeps what was added in trees of single postings, which outgrow the processor's caches: writing
/// them out so often takes a seventh of a run's time away, and leaves the same bytes in the end.
constexpr std::size_t articles_in_memory = 250;

/// Files of this are thrown away when the build fails, so nothing need be safe on the way.
Xapian::WritableDatabase new_segment(const fs::path& path) {
  return Xapian::WritableDatabase(path.string(),
                                  Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
}

/// What the new generation says of itself stands, also where its base says something else.
class MetadataKeeper : public Xapian::Compactor {
 public:
  explicit MetadataKeeper(const fs::path& metadata) : metadata_(metadata.string()) {}

  std::string resolve_duplicate_metadata(const std::string& key, std::size_t, const std::string[]) override {
    // Xapian 1.4 gives the key as its table has it, behind two bytes that mark metadata.
    using namespace std::string_view_literals;
    return metadata_.get_metadata(key.substr(key.starts_with("\0\xC0"sv) ? 2 : 0));
  }

 private:
  Xapian::Database metadata_;
};

/// Where a generation is put together and merged, and from where it is published. Removed with all that is
/// left in it.
class BuildingSite {
 public:
  explicit BuildingSite(const GenerationPlan& plan)
      : plan_(plan),
        generation_(plan.layout.next_generation()),
        directory_(generation_.string() + std::string(unfinished_generation)) {
    if (plan_.base) refuse_damage(*plan_.base);
    fs::create_directories(directory_);
  }

  ~BuildingSite() {
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
  }

  BuildingSite(const BuildingSite&) = delete;
  BuildingSite& operator=(const BuildingSite&) = delete;

  fs::path new_path(std::string_view what) {
    return directory_ / fmt::format("{}-{:06}", what, next_number_++);
  }

  /// In rounds, so that the number of open files stays bounded; the order is kept throughout.
  fs::path merge(std::vector<fs::path> sources, const fs::path& metadata) {
    while (sources.size() >= most_merged) {
      std::vector<fs::path> merged;
      for (std::size_t at = 0; at < sources.size(); at += most_merged) {
        const std::size_t end = std::min(sources.size(), at + most_merged);
        merged.push_back(merge_some({sources.begin() + static_cast<std::ptrdiff_t>(at),
                                     sources.begin() + static_cast<std::ptrdiff_t>(end)},
                                    metadata));
      }
      sources = std::move(merged);
    }
    sources.push_back(metadata);
    return merge_some(sources, metadata);
  }

  fs::path merge_some(const std::vector<fs::path>& sources, const fs::path& metadata) {
    const fs::path path = new_path("merged");
    Xapian::Database all;
    for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
    MetadataKeeper keeper(metadata);
    all.compact(path.string(), Xapian::Compactor::FULL, 0, keeper);
    for (const fs::path& source : sources)
      if (source != plan_.base && source != metadata) fs::remove_all(source);
    return path;
  }

  void publish(const fs::path& whole) const {
    note_size(whole);
    seal(whole);
    if (plan_.base) note_origin(whole, *plan_.base);
    sync_files(whole);
    fs::rename(whole, generation_);
    sync_directory(plan_.layout.index());
    plan_.layout.publish(generation_);
  }

 private:
  const GenerationPlan& plan_;
  fs::path generation_;
  fs::path directory_;
  std::size_t next_number_ = 0;
};

class Build {
 public:
  Build(const GenerationPlan& plan, const Changes& changes, BuildingSite& site)
      : plan_(plan), changes_(changes), site_(site) {}

  void run(const Manifest& manifest) {
    const std::string dictionary = record_dictionary();
    codec_ = RecordCodec(dictionary);
    const fs::path metadata = site_.new_path("metadata");
    std::vector<fs::path> sources;
    const std::vector<SpoolPart>& parts = changes_.spool.parts();
    sources.reserve(parts.size());
    for (std::size_t part = 0; part < parts.size(); ++part) sources.push_back(site_.new_path("segment"));
    // Metadata first: what is learned for them takes one thread about as long as half a segment.
    in_parallel(1 + parts.size(), plan_.jobs, [&](std::size_t task) {
      if (task == 0) return write_metadata(metadata, manifest, dictionary);
      write_segment(sources[task - 1], parts[task - 1]);
    });
    if (plan_.base) sources.insert(sources.begin(), *plan_.base);
    site_.publish(site_.merge(std::move(sources), metadata));
  }

 private:
  /// The documents of the base keep theirs. Else it is learned from records all over the run, whatever the
  /// number of jobs.
  std::string record_dictionary() const {
    if (plan_.base) return Xapian::Database(plan_.base->string()).get_metadata(record_dictionary_key);
    const std::uint64_t step = changes_.spool.bytes() / sample_bytes + 1;
    std::vector<std::string> sample;
    std::uint64_t bytes = 0, number = 0;
    for (const SpoolPart& part : changes_.spool.parts())
      changes_.spool.read_bytes(part, [&](std::string_view article) {
        const std::string_view record = record_in(article);
        bytes += record.size();
        if (number++ % step == 0) sample.emplace_back(record);
      });
    return RecordCodec::train(sample, bytes);
  }

  void write_metadata(const fs::path& path, const Manifest& manifest, const std::string& dictionary) const {
    Xapian::WritableDatabase database = new_segment(path);
    database.set_metadata(manifest_key, to_json(manifest));
    database.set_metadata(record_dictionary_key, dictionary);
    for (std::size_t piece = 0; piece < changes_.lexicon.pieces(); ++piece)
      database.set_metadata(lexicon_key(piece), changes_.lexicon.save_piece(piece));
    if (changes_.names != nullptr) database.set_metadata(mined_names_key, changes_.names->save());
    if (changes_.site_lines != nullptr) database.set_metadata(learned_lines_key, changes_.site_lines->save());
    database.set_metadata(learned_plurals_key, to_lines(learned_plurals()));
    database.commit();
  }

  std::vector<LearnedPlural> learned_plurals() const {
    return learn_plurals(changes_.lexicon, WordTables::shipped(), [this](const auto& visit) {
      if (plan_.base) {
        const Xapian::Database base(plan_.base->string());
        const auto slot = static_cast<Xapian::valueno>(Slot::words);
        for (auto at = base.valuestream_begin(slot); at != base.valuestream_end(slot); ++at)
          visit(unpack_words(*at));
      }
      for (const SpoolPart& part : changes_.spool.parts())
        changes_.spool.read_bytes(part,
                                  [&](std::string_view article) { visit(unpack_words(words_in(article))); });
    });
  }

  void write_segment(const fs::path& path, const SpoolPart& part) const {
    Xapian::WritableDatabase database = new_segment(path);
    std::size_t added = 0;
    changes_.for_each_article(part, [&](PreparedArticle&& article) {
      database.add_document(build_document(article, changes_.lexicon, codec_));
      if (++added % articles_in_memory == 0) database.commit();
    });
    database.commit();
  }

  const GenerationPlan& plan_;
  const Changes& changes_;
  BuildingSite& site_;
  RecordCodec codec_;
};

void remove_all_but(const ArchiveLayout& layout, const fs::path& served,
                    const std::optional<fs::path>& before) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(layout.index()))
    if (entry.is_directory() && entry.path() != served && entry.path() != before)
      fs::remove_all(entry.path(), ignored);
}

/// The generation that was served is kept, those before it go.
template <typename Work>
void replace_served(const GenerationPlan& plan, const Work& work) {
  const auto before = plan.layout.current_generation();
  try {
    guarded("the index cannot be built", [&] {
      BuildingSite site(plan);
      work(site);
    });
    remove_all_but(plan.layout, plan.layout.current_generation().value(), before);
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::failed, fmt::format("the index cannot be built: {}", error.what()),
                "See that the archive directory may be written to and its disk has space.");
  }
}

}  // namespace

void build_generation(const GenerationPlan& plan, const Changes& changes, const Manifest& manifest) {
  replace_served(plan, [&](BuildingSite& site) { Build(plan, changes, site).run(manifest); });
}

void pack_generation(const ArchiveLayout& layout) {
  const GenerationPlan plan{.layout = layout, .base = layout.current_generation()};
  replace_served(plan, [&](BuildingSite& site) { site.publish(site.merge_some({*plan.base}, *plan.base)); });
}

fs::path building_site(const ArchiveLayout& layout) { return layout.directory() / "rebuild.new"; }

void remove_unfinished_generations(const ArchiveLayout& layout) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(layout.index(), ignored))
    if (entry.path().filename().string().ends_with(unfinished_generation))
      fs::remove_all(entry.path(), ignored);
  fs::remove_all(building_site(layout), ignored);
}

}  // namespace fihrist
