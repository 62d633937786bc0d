// SPDX-License-Identifier: GPL-3.0-or-later
// Walks by cursor.
#include "cli/archive_walk.hpp"

#include <ostream>

#include "cli/settings.hpp"
#include "cli/shard_coverage.hpp"
#include "schema/record.hpp"

namespace fihrist {

void walk_archive(Searcher& searcher, const std::function<bool(const Hit&)>& visit) {
  SearchRequest request{
      .sort = Sort::newest, .limit = SearchRequest::max_limit, .related = false, .snippets = false};
  for (;;) {
    const SearchResults page = searcher.search(request);
    require_every_shard(searcher);
    for (const Hit& hit : page.hits)
      if (!visit(hit)) return;
    if (!page.next) return;
    request.after = *page.next;
  }
}

std::uint64_t write_articles(const std::filesystem::path& directory, std::ostream& to) {
  Archive archive(directory, {}, read_settings(directory).shards);
  Searcher searcher(archive);
  std::uint64_t written = 0;
  walk_archive(searcher, [&](const Hit& hit) {
    const auto article = searcher.article(hit.id);
    require_every_shard(searcher);
    if (article) {  // nothing: removed since its page was read
      to << to_json_line(*article) << '\n';
      ++written;
    }
    return to.good();
  });
  return written;
}

}  // namespace fihrist
