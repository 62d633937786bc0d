// SPDX-License-Identifier: GPL-3.0-or-later
// The names that every template may use.
#include "web/wording.hpp"

#include "analysis/utf8.hpp"

namespace fihrist {

Wording::Wording(Language language, const std::string& prefix, const std::string& title)
    : messages(language),
      dates(messages),
      links(prefix, language),
      site_name(title.empty() ? messages.text("site_name") : clean_utf8(title)) {
  Model texts;
  for (const auto& [key, text] : messages.fixed()) texts.set(key, text);
  shared.set("t", texts);
  shared.set("site_name", site_name);
  set_html(shared, "site_name_html", isolated_html(site_name));
  shared.set("lang", std::string(code_of(language)));
  shared.set("dir", std::string(direction_of(language)));
  shared.set("is_foreign", language != Language::arabic);
  shared.set("home_url", links.home());
  shared.set("help_url", links.help());
}

}  // namespace fihrist
