// SPDX-License-Identifier: GPL-3.0-or-later
// The revision is read before the names: a commit in between makes them filed once more, never kept too long.
#include "web/filed_names.hpp"

namespace fihrist {

std::shared_ptr<const FiledNames::Names> FiledNames::of(Searcher& searcher, Field field) {
  const std::uint64_t revision = searcher.revision();
  const std::lock_guard lock(mutex_);
  Filed& filed = filed_[field];
  if (filed.names && filed.revision == revision) return filed.names;
  auto names = std::make_shared<Names>();
  names->by_count = searcher.names(field);
  names->by_letter = by_letter(names->by_count);
  filed = {.revision = revision, .names = std::move(names)};
  return filed.names;
}

}  // namespace fihrist
