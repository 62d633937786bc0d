// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as data: the articles of a list as JSON, CSV or plain text, and an article as JSON or plain text.
#pragma once

#include <string>

#include "web/visit.hpp"

namespace fihrist {

/// How many articles a list gives as data: ?limit=, at most SearchRequest::max_limit.
std::uint32_t data_limit(const Parameters& parameters, std::uint32_t otherwise);

/// The answer in the form that the visit asks for. A list that goes on says where in a Link header
/// (RFC 8288, rel="next"); search engines are told to leave it. `heading` is the list's own, as plain text.
Response data_response(const Visit& visit, const SearchResults& results, const std::string& heading);

/// A body in a form of data, with its type; search engines are told to leave it.
Response data_body(DataForm form, std::string body);

/// One cell of RFC 4180, quoted where it must be, harmless to spreadsheets (see csv_of()).
std::string csv_cell(std::string_view text);

/// Where an article is read, for who is elsewhere; as absolute_url().
std::string absolute_article_url(const Visit& visit, const std::string& id);

/// /article/{id}.json, .txt, .bib and .ris; 404 and 410 as for the page.
Response show_article_data(const Visit& visit, const std::string& id);

/// RFC 4180 with the names of the columns in the first line: id, title, date, author, source, tags, url,
/// snippet. Several authors or tags are separated by "; ". A cell that a spreadsheet would take for a
/// formula begins with an apostrophe. `byte_order_mark` is for spreadsheets that guess at encodings.
std::string csv_of(const std::vector<Hit>& hits, bool byte_order_mark = false);

/// For reading: a paragraph an article, with left-to-right runs isolated.
std::string text_of(const std::vector<Hit>& hits, const std::string& heading, const Wording& wording);
std::string text_of(const Article& article, const Wording& wording);

}  // namespace fihrist
