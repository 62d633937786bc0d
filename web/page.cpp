// SPDX-License-Identifier: GPL-3.0-or-later
// The frame's model: what stands in <head>, in the masthead and in the search form.
#include "web/page.hpp"

#include <algorithm>

#include "analysis/bidi_runs.hpp"
#include "web/page_form.hpp"

namespace fihrist {
namespace {

constexpr const char* site_icon = "fihrist.svg";
constexpr const char* script = "fihrist.js";

/// What the form does not show but takes along. It shows one author and one source.
Parameters unseen_parameters(SearchAddress address) {
  address.text.clear();
  address.from.clear();
  address.to.clear();
  address.exact = false;
  if (!address.authors.empty()) address.authors.erase(address.authors.begin());
  if (!address.sources.empty()) address.sources.erase(address.sources.begin());
  return parameters_of(address.first_page());
}

std::string first_of(const std::vector<std::string>& values) {
  return values.empty() ? std::string{} : values[0];
}

/// Text with Arabic in it is edited from right to left, whatever it begins with; other text decides itself.
/// web/static/fihrist.js does the same while one types.
std::string direction_for_editing(const std::string& text) {
  return holds_right_to_left(text) ? "rtl" : "auto";
}

/// The path of a URL of ours, without its prefix and language, as Links::to() takes it.
std::pair<std::string, Parameters> split_own_url(const Links& links, const std::string& url) {
  const std::size_t question = std::min(url.find('?'), url.size());
  Parameters parameters = parse_parameters(std::string_view(url).substr(std::min(question + 1, url.size())));
  std::erase_if(parameters, [](const Parameter& parameter) { return parameter.name == "lang"; });
  return {url.substr(links.prefix().size(), question - links.prefix().size()), std::move(parameters)};
}

ModelList language_links(const PageFrame& frame, const Wording& wording) {
  const auto [path, parameters] =
      split_own_url(wording.links, frame.self_url.empty() ? wording.links.home() : frame.self_url);
  ModelList list;
  for (const Language language : all_languages) {
    if (language == wording.locale.language) continue;
    const std::string code(code_of(language));
    Model link;
    link.set("language_code", code);
    link.set("language_name", wording.messages.text("language_" + code));
    link.set("language_url", Links(wording.links.prefix(), code).to(path, parameters));
    list.push_back(std::move(link));
  }
  return list;
}

ModelList style_sheet_links(const Wording& wording) {
  ModelList links;
  for (const std::string& name : wording.theme.style_sheets()) {
    Model link;
    link.set("style_url", wording.static_url(name));
    links.push_back(std::move(link));
  }
  return links;
}

std::string window_title(const PageFrame& frame, const Wording& wording) {
  const std::string site = isolate_left_to_right_runs(wording.site_name);
  return frame.title.empty() ? site : isolate_left_to_right_runs(frame.title) + " · " + site;
}

void set_link(Model& model, const std::string& name, const std::string& url) {
  model.set("has_" + name, !url.empty());
  model.set(name + "_url", url);
}

/// What search engines, other sites and citation programs read in <head>.
void set_machine_readable(Model& model, const PageFrame& frame, const Wording& wording) {
  set_link(model, "canonical", frame.canonical_url);
  model.set("og_title", isolate_left_to_right_runs(frame.title.empty() ? wording.site_name : frame.title));
  model.set("og_type", frame.is_article ? "article" : "website");
  model.set("og_locale", wording.locale.language == Language::english  ? "en_GB"
                         : wording.locale.language == Language::french ? "fr_FR"
                                                                       : "ar_AR");
  model.set("has_description", !frame.description.empty());
  model.set("description", isolate_left_to_right_runs(frame.description));
  model.set("has_published", !frame.published.empty());
  model.set("published", frame.published);
  model.set("has_structured_data", !frame.structured_data.empty());
  set_html(model, "structured_data_html", frame.structured_data);
}

/// Ways of naming months and writing digits in Arabic, each shown as it would look.
void set_regional_links(Model& model, const PageFrame& frame, const Wording& wording) {
  const auto [path, parameters] =
      split_own_url(wording.links, frame.self_url.empty() ? wording.links.home() : frame.self_url);
  ModelList months, digits;
  const auto add = [&](ModelList& list, const PageLocale& locale, const std::string& name) {
    Model link;
    link.set("regional_name", name);
    link.set("is_chosen", locale == wording.locale);
    link.set("regional_url",
             Links(wording.links.prefix(), tag_of(locale, wording.site.locale)).to(path, parameters));
    list.push_back(std::move(link));
  };
  if (wording.locale.language == Language::arabic) {
    for (const MonthNames names : all_month_names) {
      PageLocale locale = wording.locale;
      locale.months = names;
      add(months, locale, wording.messages.text("months_" + std::string(name_of(names))));
    }
    for (const Digits way : {Digits::european, Digits::arabic_indic}) {
      PageLocale locale = wording.locale;
      locale.digits = way;
      add(digits, locale,
          wording.messages.text(way == Digits::european ? "digits_european" : "digits_arabic"));
    }
  }
  model.set("has_regional", !months.empty());
  model.set("regional_months", Model(std::move(months)));
  model.set("regional_digits", Model(std::move(digits)));
}

void set_browse_links(Model& model, const Wording& wording) {
  model.set("authors_url", wording.links.to("/authors"));
  model.set("sources_url", wording.links.to("/sources"));
  model.set("tags_url", wording.links.to("/tags"));
}

}  // namespace

void set_data_links(Model& model, const std::string& url, const std::string& feed_url) {
  ModelList links;
  const auto add = [&](std::string_view name, const std::string& data_url) {
    Model link;
    link.set("data_name", std::string(name));
    link.set("data_url", data_url);
    links.push_back(std::move(link));
  };
  for (const DataEnding& row : data_endings)
    if (row.is_for_lists) add(row.name, with_ending(url, row.ending));
  if (!feed_url.empty()) add("Atom", feed_url);
  model.set("data_links", Model(std::move(links)));
}

ModelList hidden_inputs(Parameters parameters, const Wording& wording) {
  if (!wording.links.chosen().empty())
    parameters.push_back({.name = "lang", .value = wording.links.chosen()});
  ModelList fields;
  for (const auto& [name, value] : parameters) {
    Model field;
    field.set("field_name", name);
    field.set("field_value", value);
    fields.push_back(std::move(field));
  }
  return fields;
}

Model search_form_model(const SearchAddress& address, const Wording& wording) {
  const std::vector<std::string> wrong = bad_dates(address);
  const auto is_wrong = [&](const char* name) {
    return std::find(wrong.begin(), wrong.end(), name) != wrong.end();
  };
  Model model;
  model.set("search_url", wording.links.search_form());
  model.set("suggest_url", wording.links.api_suggest());
  model.set("query", address.text);
  model.set("query_dir", direction_for_editing(address.text));
  model.set("author", first_of(address.authors));
  model.set("source", first_of(address.sources));
  model.set("from", address.from);
  model.set("to", address.to);
  model.set("from_is_wrong", is_wrong("from"));
  model.set("to_is_wrong", is_wrong("to"));
  model.set("is_exact", address.exact);
  model.set("limits_are_open", !wrong.empty());
  model.set("hidden_fields", Model(hidden_inputs(unseen_parameters(address), wording)));
  return model;
}

Response render_page(const Templates& templates, const Wording& wording, const PageFrame& frame,
                     const Html& content, int status) {
  Model model = search_form_model(frame.search, wording);
  model.set("window_title", window_title(frame, wording));
  model.set("style_sheets", Model(style_sheet_links(wording)));
  model.set("icon_url", wording.static_url(site_icon));
  model.set("logo_url", wording.static_url(wording.theme.logo()));
  model.set("script_url", wording.static_url(script));
  model.set("opensearch_url", wording.links.opensearch());
  model.set("is_home", frame.is_home);
  model.set("is_hidden", !frame.indexable || !wording.site.is_indexable);
  set_link(model, "newer", frame.newer_url);
  set_link(model, "older", frame.older_url);
  set_link(model, "feed", frame.feed_url);
  set_link(model, "json", frame.data_url.empty() ? std::string{} : with_ending(frame.data_url, ".json"));
  set_machine_readable(model, frame, wording);
  model.set("languages", Model(language_links(frame, wording)));
  set_regional_links(model, frame, wording);
  set_browse_links(model, wording);
  set_html(model, "content_html", content);
  return {.status = status, .body = templates.render("layout", model, wording.shared).markup()};
}

}  // namespace fihrist
