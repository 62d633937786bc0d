// SPDX-License-Identifier: GPL-3.0-or-later
// What pages tell machines about themselves: JSON-LD in the words of schema.org.
#pragma once

#include <string>

#include "schema/article.hpp"
#include "web/html.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// An Article for a <script type="application/ld+json">: a block of data, which no browser runs, so that a
/// policy without scripts has nothing against it. Nothing in it can end the element. `url` and `home` are
/// absolute or empty.
Html article_data(const Article& article, const std::string& url, const std::string& home,
                  const Wording& wording);

/// A WebSite with its SearchAction. `home` is absolute and ends with '/'; empty: no data.
Html website_data(const std::string& home, const Wording& wording);

/// The beginning of an article for whoever shows a link to it: its summary, else its text, one line of at
/// most about 200 characters that ends with a word.
std::string description_of(const Article& article);

}  // namespace fihrist
