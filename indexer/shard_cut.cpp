// SPDX-License-Identifier: GPL-3.0-or-later
// Documents are copied as they are; nothing is analysed again.
#include "indexer/shard_cut.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/disk_space.hpp"
#include "indexer/parallel.hpp"
#include "indexer/write_lock.hpp"
#include "schema/archive_layout.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"
#include "schema/fields.hpp"
#include "schema/learned_lines.hpp"
#include "schema/manifest.hpp"
#include "schema/seal.hpp"
#include "schema/shard_note.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished_shard = ".building";
constexpr std::string_view cut_prefix = "cut-";
/// Xapian's own name for a file that says where a database lies.
constexpr std::string_view stub = "XAPIANDB";
/// As in a build: more in memory is slower, not faster.
constexpr Xapian::doccount articles_of_a_shard_in_memory = 1000;

class Cut {
 public:
  Cut(const ShardCutRequest& request, const fs::path& generation)
      : request_(request), generation_(generation) {
    const Xapian::Database whole(generation_.string());
    const Manifest manifest = parse_manifest(whole.get_metadata(manifest_key));
    identity_ = fmt::format("{} {} of {}", whole.get_uuid(), manifest.revision, request.shards);
    name_ = fmt::format("{}{:06}-{}-of-{}", cut_prefix, number_of_generation(generation), manifest.revision,
                        request.shards);
  }

  ShardCut run() {
    fs::create_directories(request_.to);
    // Twice while documents are added one by one, once packed.
    require_space(request_.to, 3 * bytes_in(generation_));
    ShardCut cut{.name = name_, .parts = std::vector<ShardCut::Part>(request_.shards)};
    in_parallel(request_.shards, request_.jobs, [&](std::size_t part) { cut.parts[part] = write(part); });
    // Together, when all are whole: searchers want parts of one cut.
    for (const ShardCut::Part& part : cut.parts)
      replace_file(part.directory / stub, fmt::format("auto {}\n", name_));
    for (const ShardCut::Part& part : cut.parts) remove_older(part.directory);
    return cut;
  }

 private:
  ShardCut::Part write(std::size_t part) const {
    const fs::path directory = request_.to / fmt::format("shard-{}", part + 1);
    fs::create_directories(directory);
    const fs::path path = directory / name_;
    if (const auto articles = articles_of(path, part)) return {directory, *articles};
    const fs::path draft = path.string() + std::string(unfinished_shard);
    fs::remove_all(draft);
    fs::create_directories(draft);
    const std::uint64_t articles = deal(draft / "dealt", part);
    const fs::path packed = draft / "packed";
    Xapian::Database((draft / "dealt").string()).compact(packed.string(), Xapian::Compactor::FULL);
    seal(packed);
    sync_files(packed);
    fs::remove_all(path);
    fs::rename(packed, path);
    fs::remove_all(draft);
    sync_directory(directory);
    return {directory, articles};
  }

  /// Of a part that an earlier run of the same cut has finished.
  std::optional<std::uint64_t> articles_of(const fs::path& path, std::size_t part) const {
    if (!fs::exists(path)) return std::nullopt;
    const Xapian::Database database(path.string());
    const ShardNote note = parse_shard_note(database.get_metadata(shard_key));
    if (note != note_of(part, database.get_doccount()) || !check_seal(path).is_sound()) return std::nullopt;
    return note.articles;
  }

  ShardNote note_of(std::size_t part, std::uint64_t articles) const {
    return {.cut = identity_,
            .number = static_cast<std::uint32_t>(part + 1),
            .of = request_.shards,
            .articles = articles};
  }

  std::uint64_t deal(const fs::path& path, std::size_t part) const {
    const Xapian::Database whole(generation_.string());
    Xapian::WritableDatabase database(path.string(),
                                      Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
    Xapian::doccount rank = 0, added = 0;
    for (auto article = whole.postlist_begin(""); article != whole.postlist_end(""); ++article, ++rank)
      if (rank % request_.shards == part) {
        Xapian::Document document = whole.get_document(*article);
        document.add_boolean_term(shard_rank_term(rank));
        database.add_document(document);
        if (++added % articles_of_a_shard_in_memory == 0) database.commit();
      }
    // What pages of a site share is the indexer's business alone.
    for (auto key = whole.metadata_keys_begin(); key != whole.metadata_keys_end(); ++key)
      if (*key != learned_lines_key) database.set_metadata(*key, whole.get_metadata(*key));
    database.set_metadata(shard_key, to_json(note_of(part, added)));
    database.commit();
    return added;
  }

  void remove_older(const fs::path& directory) const {
    std::vector<std::pair<fs::file_time_type, fs::path>> others;
    for (const auto& entry : fs::directory_iterator(directory)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_directory() && name.starts_with(cut_prefix) && name != name_)
        others.emplace_back(entry.last_write_time(), entry.path());
    }
    if (others.empty()) return;
    others.erase(std::max_element(others.begin(), others.end()));
    for (const auto& [time, path] : others) fs::remove_all(path);
  }

  const ShardCutRequest& request_;
  fs::path generation_;
  std::string identity_;
  std::string name_;
};

}  // namespace

ShardCut cut_into_shards(const ShardCutRequest& request) {
  if (request.shards == 0 || request.shards > ShardCutRequest::most_shards)
    throw Error(ErrorCode::usage, fmt::format("an archive is not cut into {} shards", request.shards),
                fmt::format("Ask for 1 to {}.", ShardCutRequest::most_shards));
  const ArchiveLayout layout(request.archive);
  if (!layout.current_generation())
    throw Error(ErrorCode::failed, "there is no index in " + request.archive.string(),
                "Index some articles first: fihrist index FILE…");
  const WriteLock lock(layout);
  const fs::path generation = layout.current_generation().value();
  refuse_damage(generation);
  try {
    return guarded("the archive cannot be cut", [&] { return Cut(request, generation).run(); });
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::failed, fmt::format("the archive cannot be cut: {}", error.what()),
                "See that the directory may be written to and its disk has space.");
  }
}

}  // namespace fihrist
