// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that say what went wrong and where to go on, with the right status.
#pragma once

#include <string>

#include "web/visit.hpp"

namespace fihrist {

/// 400, 404, 405, 410, 414, 429, 500 or 503. The search box is kept, filled with `search`.
Response error_page(const Templates& templates, const Wording& wording, int status,
                    const SearchAddress& search = {});

/// 400: a limit of the search is no date; the form is open with its values kept.
Response show_bad_date(const Visit& visit, const SearchAddress& address);

/// The same for programs: RFC 9457 problem details. `detail` may be empty.
Response problem(int status, const std::string& detail = {});

/// Whether the answer to a path is read by programs, so that its errors are problems and no pages.
bool is_for_programs(std::string_view path);

/// What every error carries beside its body: no caching, Allow, Retry-After.
void set_error_headers(Response& response);

}  // namespace fihrist
