// SPDX-License-Identifier: GPL-3.0-or-later
// An archive with something of everything that a search looks at, the same at each run.
#pragma once

#include <string>

namespace fihrist::test {

/// So many articles as JSON lines: words of very different frequency, forms and plurals, names in both
/// scripts, phrases, authors, sources and tags, dates of every precision and none, many at the same instant,
/// and near copies that stand far apart.
std::string synthetic_articles(int count);

}  // namespace fihrist::test
