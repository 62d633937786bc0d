// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of web archives (WARC, ARC): the pages among what a crawler kept.
#pragma once

#include <cstddef>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Answers are held up to this size, as they were sent; longer ones are refused ("too_long").
inline constexpr std::size_t longest_answer = std::size_t{32} * 1024 * 1024;

/// Takes files that are compressed record by record as they are. Of the records, answers with status 200 and
/// resources that hold a page in HTML become articles; other answers are skipped, each kind for its reason;
/// requests and notes of the crawler go unmentioned. Of several captures of a URL the newest one wins. Memory
/// grows with the number of pages, by some 30 bytes each.
class WebArchiveReader final : public Reader {
 public:
  std::string_view format() const override { return "warc"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
