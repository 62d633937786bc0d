// SPDX-License-Identifier: GPL-3.0-or-later
// What rendering tests share: wordings, templates and a hit made by hand.
#pragma once

#include <string>
#include <vector>

#include "web/hit_model.hpp"
#include "web/page.hpp"

namespace fihrist::test {

inline const Wording& arabic() {
  static const Wording wording(Language::arabic, "");
  return wording;
}

inline const Templates& templates() {
  static const Templates all;
  return all;
}

inline std::string render(const std::string& name, const Model& model, const Wording& wording = arabic()) {
  return templates().render(name, model, wording.shared).markup();
}

inline Hit a_hit() {
  return {.id = "s8",
          .title = "هاتف Galaxy S8",
          .date = Date{.year = 2017, .month = 1, .day = 20},
          .authors = {"أحمد منصور", "Yassine K."},
          .source = "The Verge",
          .snippet = {.text = "ذاكرة 6 GB وبطارية", .highlights = {{6, 10}}}};
}

/// True when every part stands in the text, one behind the other.
inline bool in_order(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    at = text.find(part, at);
    if (at == text.npos) return false;
    at += part.size();
  }
  return true;
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

/// Beginnings of scripts in a page other than that of the one file which every page asks for.
inline std::size_t foreign_scripts(const std::string& page) {
  const std::string own = "<script src=\"" + arabic().static_url("fihrist.js") + "\" defer></script>";
  // A block of data is no script: no browser runs it.
  return count_of(page, "<script") - count_of(page, own) -
         count_of(page, "<script type=\"application/ld+json\">");
}

}  // namespace fihrist::test
