// SPDX-License-Identifier: GPL-3.0-or-later
// The names that every template may use.
#include "web/wording.hpp"

#include "analysis/utf8.hpp"

namespace fihrist {

Wording::Wording(Language language, const std::string& prefix, const std::string& title)
    : Wording({.prefix = prefix, .title = title}, Theme::shipped(), {.language = language},
              language == Language::arabic ? std::string{} : std::string(code_of(language))) {}

Wording::Wording(const SiteSettings& settings, const Theme& from, const PageLocale& in,
                 const std::string& chosen)
    : site(settings),
      theme(from),
      locale(in),
      messages(in.language, in.digits, from),
      dates(messages, in.months),
      links(settings.prefix, chosen),
      site_name(settings.title.empty() ? messages.text("site_name") : clean_utf8(settings.title)) {
  Model texts;
  for (const auto& [key, text] : messages.fixed()) texts.set(key, text);
  shared.set("t", texts);
  shared.set("site_name", site_name);
  set_html(shared, "site_name_html", isolated_html(site_name));
  shared.set("lang", std::string(code_of(in.language)));
  shared.set("dir", std::string(direction_of(in.language)));
  shared.set("is_foreign", in.language != Language::arabic);
  shared.set("home_url", links.home());
  shared.set("help_url", links.help());
}

std::string Wording::static_url(const std::string& name) const {
  const StaticFile* file = theme.static_file(name);
  return links.prefix() + "/static/" + name + (file ? "?v=" + file->version : std::string{});
}

}  // namespace fihrist
