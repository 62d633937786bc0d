// SPDX-License-Identifier: GPL-3.0-or-later
// A small archive written by the index contract (docs/index-format.md), for tests that ask it questions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "schema/article.hpp"
#include "searcher/searcher.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist::test {

/// Writes articles into an archive directory of its own. Words are counted before they are stemmed, as a
/// bulk run does, so that the stemmer has the whole batch as its evidence.
class IndexFixture {
 public:
  IndexFixture();
  explicit IndexFixture(const std::vector<Article>& articles);
  ~IndexFixture();

  /// Adds or replaces articles, and commits.
  void add(const std::vector<Article>& articles);
  void remove(const std::string& id);
  /// Gives articles of the index a cluster, as near copies have, and the other id "other-ID"; commits.
  void put_in_cluster(std::uint64_t cluster, const std::vector<std::string>& ids);
  /// Commits another manifest, and gives the one before.
  std::string replace_manifest(const std::string& text);
  /// Leaves the index as it is and begins another generation with these articles; published at once.
  void rebuild(const std::vector<Article>& articles);

  const std::filesystem::path& path() const { return directory_.path(); }

 private:
  struct Body;
  TemporaryDirectory directory_;
  std::unique_ptr<Body> body_;
};

/// An archive, opened.
struct OpenedIndex {
  explicit OpenedIndex(const std::vector<Article>& articles)
      : index(articles), archive(index.path()), searcher(archive) {}
  IndexFixture index;
  Archive archive;
  Searcher searcher;

  SearchResults search(const std::string& text) { return searcher.search({.text = text, .limit = 1000}); }
  /// Ids of the hits, in order.
  std::vector<std::string> list(const SearchRequest& request);
  std::vector<std::string> ids(const std::string& text);
  /// The same, sorted.
  std::vector<std::string> found(const std::string& text);
};

/// An article whose id, title and text are given; dated when `date` is a date.
Article article(const std::string& id, const std::string& title, const std::string& text = "",
                const std::string& date = "");

}  // namespace fihrist::test
