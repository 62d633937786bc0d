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

#include "indexer/run_ledger.hpp"
#include "schema/article.hpp"
#include "schema/lexicon.hpp"
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

  struct Found {
    std::uint32_t docid = 0;
    Digest content{};
  };
  /// By term_of(Field::id, …).
  std::optional<Found> find(const std::string& id_term) const;
  Article article(std::uint32_t docid) const;
  /// Terms of Field::origin of a document.
  std::vector<std::string> origins(std::uint32_t docid) const;
  std::string id_term(std::uint32_t docid) const;
  /// Documents with a term, in ascending order; the empty term is on every document.
  void for_each(const std::string& term, const std::function<void(std::uint32_t docid)>& visit) const;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
