// SPDX-License-Identifier: GPL-3.0-or-later
// The frame's model: what stands in <head>, in the masthead and in the search form.
#include "web/page.hpp"

#include <algorithm>

#include "analysis/bidi_runs.hpp"
#include "web/page_form.hpp"

namespace fihrist {
namespace {

constexpr const char* site_icon = "fihrist.svg";
constexpr const char* style_sheet = "fihrist.css";
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
    if (language == wording.links.language()) continue;
    const std::string code(code_of(language));
    Model link;
    link.set("language_code", code);
    link.set("language_name", wording.messages.text("language_" + code));
    link.set("language_url", Links(wording.links.prefix(), language).to(path, parameters));
    list.push_back(link);
  }
  return list;
}

std::string window_title(const PageFrame& frame, const Wording& wording) {
  const std::string site = isolate_left_to_right_runs(wording.site_name);
  return frame.title.empty() ? site : isolate_left_to_right_runs(frame.title) + " · " + site;
}

void set_link(Model& model, const std::string& name, const std::string& url) {
  model.set("has_" + name, !url.empty());
  model.set(name + "_url", url);
}

}  // namespace

void set_data_links(Model& model, const std::string& url, const std::string& feed_url) {
  ModelList links;
  const auto add = [&](std::string_view name, const std::string& data_url) {
    Model link;
    link.set("data_name", std::string(name));
    link.set("data_url", data_url);
    links.push_back(link);
  };
  for (const DataEnding& row : data_endings) add(row.name, with_ending(url, row.ending));
  if (!feed_url.empty()) add("Atom", feed_url);
  model.set("data_links", Model(links));
}

ModelList hidden_inputs(Parameters parameters, const Wording& wording) {
  if (wording.links.language() != Language::arabic)
    parameters.push_back({.name = "lang", .value = std::string(code_of(wording.links.language()))});
  ModelList fields;
  for (const auto& [name, value] : parameters) {
    Model field;
    field.set("field_name", name);
    field.set("field_value", value);
    fields.push_back(field);
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
  model.set("style_url", wording.links.static_file(style_sheet));
  model.set("script_url", wording.links.static_file(script));
  model.set("icon_url", wording.links.static_file(site_icon));
  model.set("opensearch_url", wording.links.opensearch());
  model.set("is_home", frame.is_home);
  model.set("is_hidden", !frame.indexable);
  set_link(model, "newer", frame.newer_url);
  set_link(model, "older", frame.older_url);
  set_link(model, "feed", frame.feed_url);
  set_link(model, "json", frame.data_url.empty() ? std::string{} : with_ending(frame.data_url, ".json"));
  model.set("languages", Model(language_links(frame, wording)));
  set_html(model, "content_html", content);
  return {.status = status, .body = templates.render("layout", model, wording.shared).markup()};
}

}  // namespace fihrist
