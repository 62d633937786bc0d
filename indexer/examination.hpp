// SPDX-License-Identifier: GPL-3.0-or-later
// What can be found out about one article by itself, so that several threads may do it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "indexer/article_words.hpp"
#include "indexer/indexed_articles.hpp"
#include "indexer/readers/reader.hpp"
#include "indexer/run_ledger.hpp"
#include "indexer/tombstones.hpp"

namespace fihrist {

struct Incoming {
  ReadArticle read;
  std::size_t origin = 0;  ///< index into InputWalk::origins
};

struct Examined {
  ReadArticle read;  ///< identified
  std::size_t origin = 0;
  bool buried = false;
  std::string id_term;
  std::string record;
  Digest content{};
  /// The version of the index, if there is one, the origins it has, and its text in bytes.
  std::optional<Digest> indexed;
  std::vector<std::string> indexed_origins;
  std::uint64_t indexed_bytes = 0;  ///< counted only when the content differs
  ArticleWords words;               ///< only when the content differs
};

/// What all examiners of a run share; read only.
struct ExaminationRules {
  const Analyzer& analyzer;
  const Tombstones& tombstones;
  std::string source;   ///< for articles that name none
  bool analyse = true;  ///< false: a dry run needs no words
};

/// One thread's own.
class Examiner {
 public:
  Examiner(const ExaminationRules& rules, std::optional<IndexedArticles> index)
      : rules_(rules), index_(std::move(index)) {}

  Examined examine(Incoming&& incoming) const;

 private:
  void compare_with_index(Examined& examined) const;

  const ExaminationRules& rules_;
  std::optional<IndexedArticles> index_;
};

/// Bytes of title and body: what Manifest::text_bytes adds up.
std::uint64_t text_bytes(const Article& article);

}  // namespace fihrist
