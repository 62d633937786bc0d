// SPDX-License-Identifier: GPL-3.0-or-later
// One article as people read it on a terminal or in a pipe.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "schema/article.hpp"

namespace fihrist {

/// Title, what is known about it (a line each, unknown things left out), an empty line, the paragraphs.
std::string article_text(const Article& article, const Console& console);

}  // namespace fihrist
