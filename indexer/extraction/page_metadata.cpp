// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of metadata, in the order in which they are believed.
#include "indexer/extraction/page_metadata.hpp"

#include "indexer/extraction/json_ld.hpp"
#include "indexer/extraction/meta_tags.hpp"
#include "indexer/extraction/microdata.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {

void PageMetadata::fill(std::string& field, std::string_view name, std::string_view value,
                        std::string_view origin) {
  if (!field.empty()) return;
  field = tidy_line(value);
  if (!field.empty()) origins.push_back({std::string(name), std::string(origin)});
}

void PageMetadata::fill_date(std::optional<Date>& field, std::string_view name, std::string_view value,
                             std::string_view origin) {
  if (field) return;
  field = parse_date(trimmed(value));
  if (field) origins.push_back({std::string(name), std::string(origin)});
}

PageMetadata read_metadata(const PageTree& tree, std::string_view url) {
  PageMetadata found;
  read_json_ld(tree, found);
  read_meta_tags(tree, found);
  read_microdata(tree, found);
  read_meta_dates(tree, found);
  if (found.article.date) found.date_origin = "field";
  found.fill(found.article.url, "url", url, "where it was fetched");
  if (found.article.source.empty())
    found.fill(found.article.source, "source", site_of(found.article.url), "the host of the address");
  return found;
}

}  // namespace fihrist
