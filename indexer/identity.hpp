// SPDX-License-Identifier: GPL-3.0-or-later
// Which article an article is: the id under which it is found again.
#pragma once

#include "schema/article.hpp"

namespace fihrist {

/// The article's own id; without one, derived from its canonical URL (see normalised_url); without that,
/// from source, title and text, so that an edited article without id and URL is another article.
std::string identity_of(const Article& article);

}  // namespace fihrist
