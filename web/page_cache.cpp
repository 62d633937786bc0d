// SPDX-License-Identifier: GPL-3.0-or-later
// Least recently used goes first.
#include "web/page_cache.hpp"

namespace fihrist {
namespace {

constexpr std::size_t pages_at_least = 8;
/// Of list, map and strings.
constexpr std::size_t overhead = 256;

std::size_t weight_of(const std::string& key, const Response& page) {
  std::size_t bytes = overhead + 2 * key.size() + page.body.size() + page.content_type.size();
  for (const auto& [name, value] : page.headers) bytes += name.size() + value.size();
  return bytes;
}

}  // namespace

std::optional<Response> PageCache::find(std::uint64_t revision, const std::string& key) {
  std::shared_ptr<const Response> page;
  {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (revision != revision_ || found == by_key_.end()) return std::nullopt;
    entries_.splice(entries_.begin(), entries_, found->second);
    page = found->second->page;
  }
  return *page;
}

void PageCache::keep(std::uint64_t revision, const std::string& key, const Response& page) {
  const std::size_t bytes = weight_of(key, page);
  if (bytes > bytes_ / pages_at_least) return;
  auto kept = std::make_shared<const Response>(page);
  const std::lock_guard lock(mutex_);
  if (revision != revision_) {
    by_key_.clear();
    entries_.clear();
    held_ = 0;
    revision_ = revision;
  }
  if (const auto same = by_key_.find(key); same != by_key_.end()) remove(same->second);
  entries_.push_front({.key = key, .page = std::move(kept), .bytes = bytes});
  by_key_.emplace(key, entries_.begin());
  held_ += bytes;
  while (held_ > bytes_) remove(std::prev(entries_.end()));
}

void PageCache::remove(Entries::iterator entry) {
  held_ -= entry->bytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace fihrist
