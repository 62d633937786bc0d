// SPDX-License-Identifier: GPL-3.0-or-later
// Under which letter a name is filed in an alphabetical list.
#pragma once

#include <string_view>

namespace fihrist {

/// The name without the article it begins with: «الجزيرة» is filed under ج, as Arabic catalogues do. Only
/// «ال» written with a bare alef is an article (not in «ألمانيا»), and only before three letters or more. A
/// view into `name`.
std::string_view filing_form(std::string_view name);

}  // namespace fihrist
