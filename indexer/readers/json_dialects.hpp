// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as other programs write them in JSON, brought to the keys of our own format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/json_fields.hpp"

namespace fihrist {

struct DialectFields {
  JsonFields fields;
  std::string withheld;    ///< as ReadArticle::withheld
  bool framed = false;     ///< as ReadArticle::framed
  bool is_article = true;  ///< false: another thing of the same program (a page of settings, a picture)
};

/// True when an object may be of one of the dialects: a quick look for their keys. Only then is it worth a
/// tree.
bool may_be_dialect(std::string_view object);

/// Reads an object of
///   JSON Feed 1.0 and 1.1        an item: content_html, content_text, date_published, authors
///   the REST API of WordPress    a post: title.rendered, content.rendered
///   Blogger's feeds (alt=json)   an entry: title.$t, content.$t
///   Blogger's API 3              a post: kind "blogger#post"
/// Nothing when it is none of them. `object` is valid JSON in UTF-8, not nested deeper than max_json_depth.
/// References: jsonfeed.org/version/1.1; developer.wordpress.org/rest-api/reference/posts;
/// developers.google.com/blogger/docs/3.0/reference/posts.
std::optional<DialectFields> read_dialect(std::string_view object);

}  // namespace fihrist
