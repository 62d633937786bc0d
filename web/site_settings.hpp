// SPDX-License-Identifier: GPL-3.0-or-later
// What the owner of an archive says once, for all its pages.
#pragma once

#include <string>

#include "web/page_locale.hpp"

namespace fihrist {

struct SiteSettings {
  std::string prefix;        ///< "" or "/path"
  std::string title;         ///< of the archive; empty: the program's name
  std::string public_url;    ///< where readers find it, "https://example.org/path"; empty: as requests say
  PageLocale locale;         ///< for who asks for no other
  bool is_indexable = true;  ///< by search engines
  bool originals_are_canonical = false;  ///< articles name the page they were taken from as the true one
};

}  // namespace fihrist
