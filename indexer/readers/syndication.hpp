// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence that feeds append to their articles, and that tells where an article was published first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

struct Syndication {
  std::string title;
  std::string source;
};

/// Yoast's suffix of WordPress feeds and its translations:
///   التدوينة <title> ظهرت أولاً على <source>.      The post <title> appeared first on <source>.
/// Reference: Yoast SEO, "Features: RSS feeds" (%%POSTLINK%%, %%BLOGLINK%%).
std::optional<Syndication> read_syndication(std::string_view line);

}  // namespace fihrist
