// SPDX-License-Identifier: GPL-3.0-or-later
// Taking one article out of the index.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "indexer/examination.hpp"
#include "indexer/in_place_writer.hpp"
#include "indexer/indexed_articles.hpp"
#include "indexer/indexer.hpp"
#include "indexer/timestamp.hpp"
#include "indexer/tombstones.hpp"
#include "indexer/web_address.hpp"
#include "indexer/write_lock.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "schema/fields.hpp"

namespace fihrist {
namespace {

bool has_address(const Article& article, const std::string& normalised) {
  if (normalised_url(article.url) == normalised) return true;
  for (const std::string& alias : article.alias_urls)
    if (normalised_url(alias) == normalised) return true;
  return false;
}

/// Only articles without an id of their own are found by the hash of their URL; the others are looked
/// through, since no term holds their address.
std::optional<std::uint32_t> find_by_url(const IndexedArticles& index, const std::string& url) {
  const std::string normalised = normalised_url(url);
  if (const auto found = index.find(term_of(Field::id, short_hash(normalised)))) return found->docid;
  std::optional<std::uint32_t> result;
  index.for_each("", [&](std::uint32_t docid) {
    if (!result && has_address(index.article(docid), normalised)) result = docid;
  });
  return result;
}

std::optional<std::uint32_t> find(const IndexedArticles& index, const std::string& id_or_url) {
  if (const auto found = index.find(term_of(Field::id, id_or_url))) return found->docid;
  return id_or_url.find("://") == std::string::npos ? std::nullopt : find_by_url(index, id_or_url);
}

}  // namespace

bool remove_article(const std::filesystem::path& archive, const std::string& id_or_url, bool forever,
                    const std::string& reason) {
  const ArchiveLayout layout(archive);
  const auto no_index = [&] {
    return Error(ErrorCode::failed, fmt::format("there is no index in {}", archive.string()),
                 "Index something first, or name another archive with --archive.");
  };
  if (!std::filesystem::is_directory(layout.index())) throw no_index();
  const WriteLock lock(layout);
  const auto generation = layout.current_generation();
  if (!generation) throw no_index();
  const IndexedArticles index(*generation);
  const auto docid = find(index, id_or_url);
  if (!docid) return false;
  const Article article = index.article(*docid);
  // The tombstone first: should we die between the two, a second call does the rest.
  if (forever)
    bury(layout.tombstones(), {.id = article.id, .url = article.url, .reason = reason, .time = utc_now()});
  Manifest manifest = index.manifest();
  manifest.text_bytes -= std::min(manifest.text_bytes, text_bytes(article));
  manifest.last_run = utc_now();
  remove_in_place(*generation, index.id_term(*docid), std::move(manifest));
  return true;
}

}  // namespace fihrist
