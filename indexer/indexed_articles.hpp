// SPDX-License-Identifier: GPL-3.0-or-later
// What the index holds already, as a run needs to know it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/digest.hpp"
#include "schema/article.hpp"
#include "schema/learned_lines.hpp"
#include "schema/lexicon.hpp"
#include "schema/likeness.hpp"
#include "schema/manifest.hpp"
#include "schema/mined_names.hpp"

namespace fihrist {

/// One generation, opened for reading, as it was when it was opened. One thread at a time.
/// Everything throws Error(damaged) when the generation cannot be read.
class IndexedArticles {
 public:
  /// Throws Error(mismatch) as well.
  explicit IndexedArticles(const std::filesystem::path& generation);
  ~IndexedArticles();
  IndexedArticles(IndexedArticles&&) noexcept;
  IndexedArticles& operator=(IndexedArticles&&) noexcept;

  const Manifest& manifest() const noexcept;
  Lexicon lexicon() const;
  MinedNames mined_names() const;
  LearnedLines learned_lines() const;

  struct Found {
    std::uint32_t docid = 0;
    Digest content{};
    std::uint64_t cluster = 0;
  };
  /// By term_of(Field::id, …).
  std::optional<Found> find(const std::string& id_term) const;
  /// The document of which this id is another one.
  std::optional<std::uint32_t> find_other(const std::string& id) const;
  /// Every document that has a likeness, in the order of docids.
  void for_each_likeness(
      const std::function<void(std::uint32_t docid, const Likeness&, std::uint64_t cluster)>& visit) const;
  Article article(std::uint32_t docid) const;
  /// Terms of Field::origin of a document.
  std::vector<std::string> origins(std::uint32_t docid) const;
  /// Terms of Field::other_id.
  std::vector<std::string> other_ids(std::uint32_t docid) const;
  std::string id_term(std::uint32_t docid) const;
  /// Documents with a term, in ascending order; the empty term is on every document.
  void for_each(const std::string& term, const std::function<void(std::uint32_t docid)>& visit) const;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
