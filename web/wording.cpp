// SPDX-License-Identifier: GPL-3.0-or-later
// The names that every template may use.
#include "web/wording.hpp"

namespace fihrist {

Wording::Wording(Language language, const std::string& prefix)
    : messages(language), dates(messages), links(prefix, language) {
  Model texts;
  for (const auto& [key, text] : messages.fixed()) texts.set(key, text);
  shared.set("t", texts);
  shared.set("lang", std::string(code_of(language)));
  shared.set("dir", std::string(direction_of(language)));
  shared.set("is_foreign", language != Language::arabic);
  shared.set("home_url", links.home());
  shared.set("help_url", links.help());
}

}  // namespace fihrist
