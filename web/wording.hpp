// SPDX-License-Identifier: GPL-3.0-or-later
// All that a page is worded with in one language: messages, dates, links.
#pragma once

#include <string>

#include "web/date_wording.hpp"
#include "web/links.hpp"
#include "web/messages.hpp"
#include "web/site_settings.hpp"
#include "web/templates.hpp"

namespace fihrist {

/// One thread at a time, like Messages.
struct Wording {
  /// `chosen` is the language tag that links carry. The theme must outlive the wording.
  Wording(const SiteSettings& settings, const Theme& from, const PageLocale& in,
          const std::string& chosen = {});
  /// As shipped, with the language in the links unless it is Arabic. `title` is the archive's own name, as
  /// its keeper wrote it; empty: the program's name.
  Wording(Language language, const std::string& prefix, const std::string& title = {});
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  /// Where a static file is, with the hash of its bytes, so that it may be kept for ever.
  std::string static_url(const std::string& name) const;

  SiteSettings site;
  const Theme& theme;
  PageLocale locale;
  Messages messages;
  DateWording dates;
  Links links;
  std::string site_name;  ///< plain text: what stands at the head of every page
  Model
      shared;  ///< what every template may use: {{t.…}}, site_name, lang, dir, is_foreign, home_url, help_url
};

}  // namespace fihrist
