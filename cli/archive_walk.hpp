// SPDX-License-Identifier: GPL-3.0-or-later
// Every article of an archive, one after the other, in bounded memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>

#include "searcher/searcher.hpp"

namespace fihrist {

/// Calls `visit` with every hit of the empty query, newest first, undated articles last; page by page with
/// cursors, so that articles that come in meanwhile neither repeat nor hide others. Ends early when `visit`
/// gives false. Throws Error.
void walk_archive(Searcher& searcher, const std::function<bool(const Hit&)>& visit);

/// Writes every article as a JSON line that `fihrist index` reads again; how many. Ends early when the stream
/// fails. Throws Error.
std::uint64_t write_articles(const std::filesystem::path& archive, std::ostream& to);

}  // namespace fihrist
