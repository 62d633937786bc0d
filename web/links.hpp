// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are: the one place that writes the URLs of this server.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/search_address.hpp"

namespace fihrist {

/// All links are relative to the host and keep what the reader chose. Values are percent-encoded, so that a
/// link holds nothing that HTML, XML or a header would have to escape but '&'.
class Links {
 public:
  /// `chosen` is the language tag that every link carries (?lang=); empty: the browser's wish decides anew.
  explicit Links(std::string prefix, std::string chosen = {})
      : prefix_(std::move(prefix)), chosen_(std::move(chosen)) {}

  std::string home() const { return to("/"); }
  std::string help() const { return to("/help"); }
  std::string search(const SearchAddress& address) const { return to("/search", parameters_of(address)); }
  /// What a form is sent to: it brings its own parameters.
  std::string search_form() const { return prefix_ + "/search"; }
  /// With the search it was found by, so that the page can show its place in it.
  std::string article(std::string_view id, const SearchAddress& found_by = {}) const;
  std::string year(std::int16_t year) const { return to("/" + std::to_string(year)); }
  std::string month(std::int16_t year, std::uint8_t month) const;
  /// When articles of a search were published, by year and month.
  std::string timeline(const SearchAddress& address) const;
  std::string undated() const { return to("/undated"); }
  std::string author(std::string_view name) const { return to("/author/" + name_in_path(name)); }
  std::string tag(std::string_view name) const { return to("/tag/" + name_in_path(name)); }
  std::string source(std::string_view name) const { return to("/source/" + name_in_path(name)); }
  std::string feed(const SearchAddress& address) const;
  /// Every place of the words of a search, in the order of time.
  std::string concordance(const SearchAddress& address) const;
  /// Takes what was typed as q.
  std::string api_suggest() const { return to("/api/v1/suggest"); }
  std::string opensearch() const { return to("/opensearch.xml"); }
  /// A path of this server as it is reached from outside. `path` begins with '/' and is encoded.
  std::string to(std::string_view path, Parameters parameters = {}) const;

  const std::string& chosen() const noexcept { return chosen_; }
  const std::string& prefix() const noexcept { return prefix_; }

 private:
  static std::string name_in_path(std::string_view name);

  std::string prefix_;
  std::string chosen_;
};

}  // namespace fihrist
