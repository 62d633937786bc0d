// SPDX-License-Identifier: GPL-3.0-or-later
// How an article is cited: as a sentence, as BibTeX and as RIS.
#pragma once

#include <string>

#include "schema/article.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// «أحمد منصور، «العنوان»، The Verge، 20 يناير 2017.», what is unknown left out; the address is not in it.
Html citation_html(const Article& article, const Wording& wording);

/// An @online entry of biblatex. `url` is where the archive keeps the article; empty: unknown. Braces,
/// backslashes and what TeX would read as commands are written so that they are text.
std::string bibtex(const Article& article, const std::string& url);

/// A record of type ELEC, lines ended by CR LF as the format asks.
std::string ris(const Article& article, const std::string& url);

}  // namespace fihrist
