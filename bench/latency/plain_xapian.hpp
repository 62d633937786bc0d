// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline: Xapian driven the usual way, with our stems, its own positions and its own snippets.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "bench/latency/workload.hpp"
#include "schema/article.hpp"

namespace fihrist::bench {

/// Gives articles one after the other; nothing at the end.
using ArticleSource = std::function<std::optional<Article>()>;

/// Writes the index that PlainXapian reads, in Xapian's usual loop: one add_document() an article, one commit
/// at the end. What the directory held is gone.
void build_plain_xapian(const std::filesystem::path& directory, const ArticleSource& next);

/// One index of stems with positions, the text as document data, the date as a value: what a program that
/// uses Xapian's TermGenerator with a stemmer of ours would have. One thread at a time.
class PlainXapian {
 public:
  /// Builds the index when the directory is not there yet.
  PlainXapian(const std::filesystem::path& directory, const std::vector<Article>& articles);
  ~PlainXapian();
  PlainXapian(const PlainXapian&) = delete;
  PlainXapian& operator=(const PlainXapian&) = delete;

  double seconds_to_build() const noexcept;  ///< 0 when it was there already
  std::uint64_t bytes() const;               ///< of the index on disk

  /// The best ten, found and nothing else; the number of hits.
  std::size_t match(QuestionClass::Kind kind, const Question& question);
  /// The best ten with their data and Xapian's snippet of each; the number of them.
  std::size_t page(QuestionClass::Kind kind, const Question& question);

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist::bench
