// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader gave for a text: all that tests of readers look at.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/reader.hpp"

namespace fihrist {

struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<Reject> rejects;
  std::vector<Skip> skips;
};

inline Reading read_all(const Reader& reader, ByteSource& source, const std::string& name = "input") {
  Reading reading;
  reader.read(source, name,
              {.article = [&](ReadArticle&& article) { reading.articles.push_back(std::move(article)); },
               .reject = [&](Reject&& reject) { reading.rejects.push_back(std::move(reject)); },
               .skip = [&](Skip&& skip) { reading.skips.push_back(std::move(skip)); }});
  return reading;
}

inline Reading read_all(const Reader& reader, std::string text) {
  const auto source = open_text(std::move(text));
  return read_all(reader, *source);
}

}  // namespace fihrist
