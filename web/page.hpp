// SPDX-License-Identifier: GPL-3.0-or-later
// The frame that all pages share: head, masthead with the search box, footer.
#pragma once

#include <string>

#include "web/http.hpp"
#include "web/search_address.hpp"
#include "web/wording.hpp"

namespace fihrist {

struct PageFrame {
  std::string title;                 ///< plain text, without the name of the archive
  SearchAddress search;              ///< what the search box holds
  bool is_home = false;              ///< the search box is in the page itself
  bool indexable = true;             ///< by search engines
  std::string newer_url, older_url;  ///< <link rel="next"> and "prev"; empty: none
  std::string feed_url;              ///< the same as a feed; empty: none
  std::string data_url;              ///< the page to be had as data (web/page_form.hpp); empty: none
  std::string self_url;              ///< for links to the other languages; empty: the home page
  std::string canonical_url;         ///< absolute: the address that stands for all of the page's; empty: none
  std::string description;           ///< plain text, for whoever shows a link to the page
  bool is_article = false;           ///< what it is for whoever shows a link to it: else a page of a site
  std::string published;             ///< ISO 8601; articles only
  Html structured_data;              ///< JSON-LD (web/json_ld.hpp)
};

/// The whole page as a response.
Response render_page(const Templates& templates, const Wording& wording, const PageFrame& frame,
                     const Html& content, int status = 200);

/// Sets data_links: where the page at `url` is to be had as data, and its feed, if any.
void set_data_links(Model& model, const std::string& url, const std::string& feed_url = {});

/// Parameters as rows of field_name and field_value, with the language behind them: for forms.
ModelList hidden_inputs(Parameters parameters, const Wording& wording);

/// What the search form shows: the query, its limits, and the rest as hidden fields.
Model search_form_model(const SearchAddress& address, const Wording& wording);

}  // namespace fihrist
