// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared articles on disk between the two passes of a run, so that memory does not grow with the archive.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/prepared_article.hpp"

namespace fihrist {

/// A part of the spool that becomes one segment of an index: its borders depend on the articles only.
struct SpoolPart {
  std::uint64_t begin = 0;  ///< bytes of the file
  std::uint64_t end = 0;
  std::uint32_t articles = 0;
};

/// Limits of a part; whichever is reached first ends it.
struct SpoolPartLimits {
  std::uint32_t articles = 4000;
  std::uint64_t bytes = std::uint64_t{24} * 1024 * 1024;
};

/// A file that is written front to back, and then read in parts, by several threads. It goes with this
/// object, but not with a process that is killed: the next one may take up its parts. Throws Error(failed)
/// when the disk does.
class Spool {
 public:
  /// `kept` are the parts, from the first on, that an earlier process wrote and that still count.
  explicit Spool(const std::filesystem::path& directory, SpoolPartLimits limits = {},
                 std::vector<SpoolPart> kept = {});
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void add(const PreparedArticle& article);
  /// Durable up to here when it returns.
  void sync();
  /// No add() after this.
  void finish();

  const std::vector<SpoolPart>& parts() const noexcept { return parts_; }
  std::uint64_t articles() const noexcept;
  std::uint64_t bytes() const noexcept { return parts_.empty() ? 0 : parts_.back().end; }
  void read(const SpoolPart& part, const std::function<void(PreparedArticle&&)>& visit) const;
  /// The same articles as to_bytes() wrote them, for whoever wants a piece of each; valid during the call.
  void read_bytes(const SpoolPart& part, const std::function<void(std::string_view)>& visit) const;

 private:
  std::filesystem::path file_;
  SpoolPartLimits limits_;
  std::ofstream out_;
  std::vector<SpoolPart> parts_;
};

}  // namespace fihrist
