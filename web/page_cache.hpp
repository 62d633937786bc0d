// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that were made since the last commit, as they travel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "web/http.hpp"

namespace fihrist {

/// Keeps the pages that were asked for last, of one revision of the archive at a time. Thread-safe.
class PageCache {
 public:
  /// Of what all pages weigh together, headers and keys included. A page of more than an eighth is not kept.
  explicit PageCache(std::size_t bytes) : bytes_(bytes) {}

  /// The page that was kept for this revision by this key, which names everything else that it depends on.
  std::optional<Response> find(std::uint64_t revision, const std::string& key);
  /// In place of a page of the same key, and of all pages of another revision.
  void keep(std::uint64_t revision, const std::string& key, const Response& page);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Response> page;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;
  void remove(Entries::iterator entry);

  const std::size_t bytes_;
  std::mutex mutex_;  ///< guards what follows
  std::uint64_t revision_ = 0;
  std::size_t held_ = 0;
  Entries entries_;  ///< the one that was asked for last comes first
  std::unordered_map<std::string, Entries::iterator> by_key_;
};

}  // namespace fihrist
