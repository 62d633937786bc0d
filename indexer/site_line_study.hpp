// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that many pages of one site or folder share are the site's, whatever they say.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "indexer/meeting.hpp"
#include "indexer/passages.hpp"
#include "schema/learned_lines.hpp"

namespace fihrist {

/// Collects the lines of a run's pages and finds those that recur: in half a per cent of the group's pages,
/// three at least, and only in groups of ten pages or more. News agencies' paragraphs recur as well, in few
/// pages of many: that is why the threshold grows, and why copies of one article count once.
///
/// The keys lie on disk, eight bytes a line. In memory are the lines met twice, 16 bytes each and the room of
/// a hash table, and a bit for each line met.
class SiteLineStudy {
 public:
  /// In a file of this directory, or of the system's for such; it is gone when the study is.
  explicit SiteLineStudy(const std::optional<std::filesystem::path>& directory);

  /// The lines of one page (FoldedArticle::line_keys); pages in the order of their numbers.
  void add(MeetingNumber page, std::uint64_t group, const std::vector<std::uint64_t>& lines);

  /// Adds what is learned to what is known. `counts` tells whether a page counts: copies do not.
  void learn(LearnedLines& known, const std::function<bool(MeetingNumber)>& counts);

  static constexpr std::uint32_t fewest_pages = 10;
  /// Pages that must hold a line of a group with so many pages.
  static std::uint32_t threshold(std::uint32_t pages);

 private:
  struct Close {
    /// What cannot be written out any more was for this run alone.
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
  };
  template <typename Visit>
  void for_each_page(const std::function<bool(MeetingNumber)>& counts, Visit&& visit);
  void write(const void* bytes, std::size_t size);

  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t lines_ = 0;
};

/// Which lines of a page's text are the site's: learned ones that are reached from the beginning or the end
/// of the text past at most three others at a time. Were more than three fifths of the page's Arabic
/// sentences among them (of all sentences where none is Arabic), the page would be misread: then none is.
std::vector<std::uint32_t> site_lines_of(const Article& article, std::uint64_t group,
                                         const LearnedLines& learned);

}  // namespace fihrist
