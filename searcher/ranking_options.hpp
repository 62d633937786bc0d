// SPDX-License-Identifier: GPL-3.0-or-later
// The weights by which results are ordered (docs/arabic.md tells how they were chosen).
#pragma once

#include <cstdint>

namespace fihrist {

/// BM25 over stems orders all matches; the best of them are ordered again by BM25 plus weighted features.
/// A weight of 0 switches a feature off.
struct RankingOptions {
  double k1 = 1.2;                   ///< BM25: how much repetition counts
  double b = 0.75;                   ///< BM25: how much length counts against an article
  double title = 1.0;                ///< BM25 over the words of the title alone
  double exact = 0.1;                ///< BM25 over the words as typed
  double four_grams = 0.5;           ///< BM25 over letter four-grams of the words as typed
  double proximity = 0.3;            ///< BM25 over pairs of neighbouring query words
  std::uint32_t rerank_depth = 100;  ///< how many of the best are ordered again
};

}  // namespace fihrist
