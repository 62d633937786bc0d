// SPDX-License-Identifier: GPL-3.0-or-later
// Hands what a web page gave to a reader's sink, with its place in the input.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/extraction/web_page.hpp"

namespace fihrist {

struct RecordPlace {
  std::string path;
  std::uint64_t record = 0;
  std::uint64_t offset = 0;
};

/// Reads the page and calls exactly one function of the sink.
void give_web_page(const WebPage& page, const RecordPlace& place, const ReaderSink& sink);

}  // namespace fihrist
