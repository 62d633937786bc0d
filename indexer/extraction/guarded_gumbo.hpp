// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML parser, held to a budget of memory and time. Internal to this folder.
#pragma once

#include <gumbo.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>

namespace fihrist {

/// What parsing one page may cost. Forty kilobytes of formatting elements ask for 700 MB of gumbo, half a
/// megabyte of nested <div> for half a minute: neither is a page that somebody wrote.
struct ParseBudget {
  std::size_t arena_bytes = std::size_t{256} * 1024 * 1024;
  /// Of the thread's own processor time, so that a busy machine reads the same articles as an idle one.
  std::chrono::milliseconds time{2000};
};

struct FragmentContext {
  GumboTag tag = GUMBO_TAG_LAST;
  GumboNamespaceEnum space = GUMBO_NAMESPACE_HTML;
};

enum class ParseEnd : std::uint8_t { complete, out_of_memory, out_of_time };

/// Parses UTF-8 with gumbo and shows its tree to `use`, which may throw; the tree is gone afterwards. Past
/// the budget `use` is not called. `fragment` is the element that a fragment stands in, as for innerHTML;
/// by itself a whole page is parsed. Threads may parse at the same time.
ParseEnd parse_guarded(std::string_view html, const ParseBudget& budget,
                       const std::function<void(const GumboNode& document)>& use,
                       FragmentContext fragment = {});

}  // namespace fihrist
