// SPDX-License-Identifier: GPL-3.0-or-later
// From a URL to the page that answers it, for one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "web/page_cache.hpp"
#include "web/visit.hpp"

namespace fihrist {

/// A searcher with all that pages are made of. Every request gets an answer; failures become error pages,
/// or problems below /api/.
class Site {
 public:
  /// `archive`, `filed_names` and `pages` must outlive the site. Throws what Templates and Messages throw for
  /// what is wrong in a theme.
  Site(Archive& archive, FiledNames& filed_names, PageCache& pages, std::filesystem::path directory,
       const SiteSettings& settings, std::shared_ptr<const Theme> theme);

  /// The path comes without the prefix.
  Response respond(const Request& request);

 private:
  Response dispatch(const Request& request);
  Response dispatch_data(Visit& visit, const DataEnding& ending);
  Response dispatch_page(const Visit& visit);
  Response answer(const Request& request);
  Response failed(const Request& request, int status, const std::string& detail);
  Response dispatch_whole(const Request& request);
  Wording& wording_for(const Request& request);
  Wording& wording_of(const PageLocale& locale, const std::string& chosen);
  std::int64_t last_modified(std::uint64_t revision);

  Searcher searcher_;
  FiledNames& filed_names_;
  PageCache& pages_;
  std::filesystem::path directory_;
  SiteSettings settings_;
  std::shared_ptr<const Theme> theme_;
  Templates templates_;
  std::map<std::string, Wording> wordings_;  ///< by the tag of their locale and the one that links carry
  std::uint64_t dated_revision_ = 0;         ///< whose time is known
  std::int64_t revision_time_ = 0;           ///< seconds since 1970
};

}  // namespace fihrist
