// SPDX-License-Identifier: GPL-3.0-or-later
// Walks by cursor.
#include "cli/archive_walk.hpp"

namespace fihrist {

void walk_archive(Searcher& searcher, const std::function<bool(const Hit&)>& visit) {
  SearchRequest request{
      .sort = Sort::newest, .limit = SearchRequest::max_limit, .related = false, .snippets = false};
  for (;;) {
    const SearchResults page = searcher.search(request);
    for (const Hit& hit : page.hits)
      if (!visit(hit)) return;
    if (!page.next) return;
    request.after = *page.next;
  }
}

}  // namespace fihrist
