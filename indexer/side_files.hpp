// SPDX-License-Identifier: GPL-3.0-or-later
// Files that lie beside articles in folders and containers and hold no text: known, so that nobody is
// bothered.
#pragma once

#include <string_view>

namespace fihrist {

/// What a file is that was not named but found: "a picture, passed over", …; empty when it may hold an
/// article. Judged by the ending of its name and by its first bytes, the latter where a site gave it a name
/// without ending. The same text for all of a kind.
std::string_view side_file_kind(std::string_view name, std::string_view head);

}  // namespace fihrist
