// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of benchmark corpora: JSON lines with id, title, text and date, as `fihrist index` reads them too.
#pragma once

#include <string>
#include <vector>

#include "bench/latency/plain_xapian.hpp"
#include "schema/article.hpp"

namespace fihrist::bench {

/// Reads the files one after the other, a line an article. Throws std::runtime_error for a file that cannot
/// be opened and nlohmann's error for a line that is no object.
ArticleSource articles_of(std::vector<std::string> paths);

/// All of them at once.
std::vector<Article> read_articles(const std::vector<std::string>& paths);

}  // namespace fihrist::bench
