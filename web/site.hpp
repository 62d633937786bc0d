// SPDX-License-Identifier: GPL-3.0-or-later
// From a URL to the page that answers it, for one thread at a time.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "web/visit.hpp"

namespace fihrist {

/// A searcher with all that pages are made of. Every request gets an answer; failures become error pages,
/// or problems below /api/.
class Site {
 public:
  /// `archive` must outlive the site. `prefix` is "" or "/path"; `title` as for Wording.
  Site(Archive& archive, std::filesystem::path directory, const std::string& prefix,
       const std::string& title = {});

  /// The path comes without the prefix.
  Response respond(const Request& request);

 private:
  Response dispatch(const Request& request);
  Response dispatch_data(Visit& visit, const DataEnding& ending);
  Response dispatch_page(const Visit& visit);
  Response answer(const Request& request);
  Response failed(const Request& request, int status, const std::string& detail);
  const Wording& wording_for(const Request& request);

  Searcher searcher_;
  std::filesystem::path directory_;
  Templates templates_;
  std::map<Language, Wording> wordings_;
};

}  // namespace fihrist
