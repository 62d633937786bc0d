// SPDX-License-Identifier: GPL-3.0-or-later
// What can be told of one article as it comes from its reader, so that several threads may do it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/meeting.hpp"
#include "indexer/readers/reader.hpp"
#include "indexer/tombstones.hpp"

namespace fihrist {

struct Incoming {
  ReadArticle read;
  std::uint32_t file = 0;              ///< index into InputWalk::files
  std::uint32_t origin = 0;            ///< index into InputWalk::origins
  std::uint64_t folder = 0;            ///< hash of the folder that the file is in
  std::string format;                  ///< Reader::format
  std::optional<std::uint64_t> place;  ///< in the read spool, of what is there already
};

struct Identified {
  Incoming incoming;  ///< the article has its id and, where it named none, the run's source
  Meeting meeting;    ///< but for its place in the spool
  bool buried = false;
  std::vector<std::uint64_t> lines;  ///< of a page that may hold lines of its site
};

/// Longer texts are cut at the end of a word, with the warning "cut_text": no article is a book of ten
/// volumes, and all that is done to an article is done to it as a whole, in memory.
inline constexpr std::size_t max_text_letters = std::size_t{4} * 1024 * 1024;

/// `source` is for articles that name none. Everything else is a function of the article and its folder.
Identified identify(Incoming&& incoming, const Tombstones& tombstones, const std::string& source);

}  // namespace fihrist
