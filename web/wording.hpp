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
  /// `title` is the archive's own name, as its keeper wrote it; empty: the program's name.
  Wording(Language language, const std::string& prefix, const std::string& title = {});
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  Messages messages;
  DateWording dates;
  Links links;
  std::string site_name;  ///< plain text: what stands at the head of every page
  Model
      shared;  ///< what every template may use: {{t.…}}, site_name, lang, dir, is_foreign, home_url, help_url
};

}  // namespace fihrist
