// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that were removed for good.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>

#include "schema/article.hpp"

namespace fihrist {

struct Tombstone {
  std::string id;
  std::string url;
  std::string reason;
  std::string time;  ///< RFC 3339
};

/// The file of tombstones, one JSON object a line. Read once; safe to share between threads afterwards.
class Tombstones {
 public:
  /// Nothing is buried when there is no such file. Throws Error(damaged) for a line that cannot be read:
  /// to pass over it would bring an article back.
  explicit Tombstones(const std::filesystem::path& file);

  /// By id, or by URL however it is spelled.
  bool buries(const Article& article) const;

 private:
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> urls_;
};

/// Adds one; durable when it returns. Throws Error(failed).
void bury(const std::filesystem::path& file, const Tombstone& tombstone);

}  // namespace fihrist
