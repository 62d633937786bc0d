// SPDX-License-Identifier: GPL-3.0-or-later
// An article that is to be indexed, compared with the index and analysed, so that several threads may do it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "indexer/article_words.hpp"
#include "indexer/indexed_articles.hpp"
#include "indexer/meeting.hpp"
#include "indexer/run_state.hpp"

namespace fihrist {

struct Examined {
  MeetingNumber meeting = no_meeting;
  ReadArticle read;  ///< with what its copies add to it, and its site's lines marked
  std::string id_term;
  std::string record;
  Digest content{};                    ///< as its own source gives it, without what copies add
  std::vector<std::string> origins;    ///< terms, those of its copies too; sorted
  std::vector<std::string> other_ids;  ///< terms; sorted
  bool date_from_list = false;
  bool title_from_list = false;

  /// The document that it replaces, if there is one.
  struct Indexed {
    std::string id_term;
    Digest content{};
    std::uint64_t cluster = 0;
    std::vector<std::string> origins;
    std::vector<std::string> other_ids;
    std::uint64_t text_bytes = 0;  ///< counted only when the content differs
  };
  std::optional<Indexed> indexed;
  ArticleWords words;  ///< only when the content differs

  /// The index has it as its source gives it, with all its copies.
  bool is_unchanged() const;
};

/// What all examiners of a run share; read only.
struct ExaminationRules {
  const Analyzer& analyzer;
  const RunState& state;
  bool analyse = true;  ///< false: a dry run needs no words
};

/// One thread's own.
class Examiner {
 public:
  Examiner(const ExaminationRules& rules, std::optional<IndexedArticles> index)
      : rules_(rules), index_(std::move(index)) {}

  /// `known` ones were analysed before a run was cut short: they need no words.
  Examined examine(MeetingNumber meeting, bool known) const;

 private:
  void take_from_lists(Examined& examined) const;
  bool add_copies(Examined& examined) const;
  void compare_with_index(Examined& examined) const;

  const ExaminationRules& rules_;
  std::optional<IndexedArticles> index_;
};

/// Bytes of title and body: what Manifest::text_bytes adds up.
std::uint64_t text_bytes(const Article& article);

}  // namespace fihrist
