// SPDX-License-Identifier: GPL-3.0-or-later
// All that a page is worded with in one language: messages, dates, links.
#pragma once

#include <string>

#include "web/date_wording.hpp"
#include "web/links.hpp"
#include "web/messages.hpp"
#include "web/templates.hpp"

namespace fihrist {

/// One thread at a time, like Messages.
struct Wording {
  Wording(Language language, const std::string& prefix);
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  Messages messages;
  DateWording dates;
  Links links;
  Model shared;  ///< what every template may use: {{t.…}}, lang, dir, is_foreign, home_url, help_url
};

}  // namespace fihrist
