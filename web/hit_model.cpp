// SPDX-License-Identifier: GPL-3.0-or-later
// Every name is set on every hit: a template looks a missing one up in what surrounds the hit.
#include "web/hit_model.hpp"

namespace fihrist {
namespace {

std::string shown_date(const Date& date, const Wording& wording, HitDate form) {
  return form == HitDate::full ? wording.dates.day(date) : wording.dates.day_in_year(date);
}

}  // namespace

std::string shown_title(const std::string& title, const Wording& wording) {
  return title.empty() ? wording.messages.text("untitled") : title;
}

Html names_html(const std::vector<std::string>& names, const Wording& wording) {
  Html joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += Html::trusted(escape(wording.messages.text("list_separator")));
    joined += isolated_html(name);
  }
  return joined;
}

Model hit_model(const Hit& hit, const Wording& wording, const HitForm& form) {
  Model model;
  model.set("hit_url", wording.links.article(hit.id, form.found_by));
  model.set("level", std::to_string(form.heading_level));
  set_html(model, "hit_title_html",
           hit.title.empty() ? inline_html(shown_title(hit.title, wording))
                             : inline_html(hit.title, hit.title_highlights));
  set_html(model, "snippet_html", inline_html(hit.snippet.text, hit.snippet.highlights));
  model.set("has_snippet", !hit.snippet.text.empty());
  model.set("has_date", hit.date.has_value());
  model.set("hit_date", hit.date ? shown_date(*hit.date, wording, form.date) : std::string{});
  model.set("hit_iso", hit.date ? to_iso(*hit.date) : std::string{});
  model.set("has_authors", !hit.authors.empty());
  set_html(model, "authors_html", names_html(hit.authors, wording));
  model.set("has_source", !hit.source.empty());
  set_html(model, "source_html", isolated_html(hit.source));
  model.set("has_copies", hit.copies > 0);
  model.set("copies_text", wording.messages.text("copies", {count_argument("count", hit.copies)}));
  SearchAddress copies = form.found_by.first_page();
  copies.copies_of = hit.id;
  model.set("copies_url", wording.links.search(copies));
  return model;
}

ModelList hit_models(const std::vector<Hit>& hits, const Wording& wording, const HitForm& form) {
  ModelList models;
  for (const Hit& hit : hits) models.push_back(hit_model(hit, wording, form));
  return models;
}

}  // namespace fihrist
