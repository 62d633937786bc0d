// SPDX-License-Identifier: GPL-3.0-or-later
// What fihrist-extraction can measure; each prints its figures and tells whether its floor was reached.
#pragma once

#include <filesystem>

namespace fihrist::bench {

struct BenchmarkRequest {
  std::filesystem::path folder;       ///< html/*.html.gz and ground-truth.json
  std::filesystem::path predictions;  ///< written for the benchmark's own evaluate.py; empty: not written
  bool each = false;                  ///< one line a page, worst first
  double floor = 0;                   ///< of F1
};

/// The article extraction benchmark of scrapinghub: F1, and pages a second of one core.
bool measure_benchmark(const BenchmarkRequest& request);

struct AnnotatedRequest {
  std::filesystem::path annotations;  ///< see annotated/README.md
  std::filesystem::path pages;        ///< paths of the annotations begin here
  bool each = false;
  double floor = 0;
};

/// Pages whose article is known by paths of elements.
bool measure_annotated(const AnnotatedRequest& request);

/// The tree construction tests of html5lib, *.dat in a folder: passes as a share.
bool measure_tree_construction(const std::filesystem::path& folder, double floor, bool each);

/// Markup made to cost much: time and peak of memory of each, in a process of its own.
bool measure_bombs();

}  // namespace fihrist::bench
