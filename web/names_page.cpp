// SPDX-License-Identifier: GPL-3.0-or-later
// Three pages that differ in a row of a table.
#include "web/names_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/bidi_runs.hpp"
#include "web/absolute_url.hpp"
#include "web/error_page.hpp"
#include "web/facet_panel.hpp"
#include "web/page_forms.hpp"

namespace fihrist {
namespace {

constexpr std::size_t commonest_shown = 100;
/// The address of the group whose names begin with no letter.
constexpr const char* no_letter = "0";

struct NameList {
  Field field;
  const char* path;
  const char* title;    ///< message
  const char* counted;  ///< message with a count
  std::string (Links::*link)(std::string_view) const;
};

constexpr NameList authors{Field::author, "/authors", "authors", "author_count", &Links::author};
constexpr NameList sources{Field::source, "/sources", "sources", "source_count", &Links::source};
constexpr NameList tags{Field::tag, "/tags", "tags", "tag_count", &Links::tag};

std::string address_of(const LetterGroup& group) { return group.letter.empty() ? no_letter : group.letter; }

Model group_model(const LetterGroup& group, const NameList& list, std::size_t number,
                  const Wording& wording) {
  Model model;
  model.set("letter_id", fmt::format("letter-{}", number));
  model.set("letter", group.letter.empty() ? wording.messages.text("no_letter") : group.letter);
  model.set("rows", Model(value_list(group.names, wording, [&](const std::string& name) {
              return (wording.links.*list.link)(name);
            })));
  return model;
}

Model jump_model(const LetterGroup& group, const std::string& url, bool is_current, const Wording& wording) {
  Model model;
  model.set("letter", group.letter.empty() ? wording.messages.text("no_letter") : group.letter);
  model.set("letter_url", url);
  model.set("is_current", is_current);
  return model;
}

/// Which groups a page shows: all, or one, or the commonest names of any letter.
struct Shown {
  std::vector<LetterGroup> groups;
  bool is_whole = false;
};

std::optional<Shown> shown_groups(const std::vector<FacetValue>& names, const std::vector<LetterGroup>& all,
                                  std::string_view letter) {
  if (names.size() <= names_on_one_page) return Shown{.groups = all, .is_whole = true};
  if (letter.empty()) {
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), commonest_shown));
    return Shown{.groups = {{.letter = {}, .names = {names.begin(), end}}}};
  }
  for (const LetterGroup& group : all)
    if (address_of(group) == letter) return Shown{.groups = {group}};
  return std::nullopt;
}

Model names_model(const NameList& list, const FiledNames::Names& names, const Shown& shown,
                  std::string_view letter, const Wording& wording) {
  const std::vector<LetterGroup>& all = names.by_letter;
  Model model;
  model.set("heading", wording.messages.text(list.counted, {count_argument("count", names.by_count.size())}));
  model.set("has_letters", !all.empty());
  model.set("shows_commonest", !shown.is_whole && letter.empty());
  ModelList jumps, groups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string url =
        shown.is_whole ? fmt::format("#letter-{}", i)
                       : wording.links.to(list.path, {{.name = "letter", .value = address_of(all[i])}});
    jumps.push_back(jump_model(all[i], url, !shown.is_whole && address_of(all[i]) == letter, wording));
  }
  for (std::size_t i = 0; i < shown.groups.size(); ++i)
    groups.push_back(group_model(shown.groups[i], list, i, wording));
  if (!shown.is_whole && letter.empty()) groups[0].set("letter", wording.messages.text("commonest_names"));
  model.set("letters", Model(std::move(jumps)));
  model.set("groups", Model(std::move(groups)));
  set_data_links(model, wording.links.to(list.path));
  return model;
}

std::string csv_of_names(const std::vector<FacetValue>& names) {
  std::string csv = "name,count\r\n";
  for (const FacetValue& name : names) csv += csv_cell(name.value) + fmt::format(",{}\r\n", name.count);
  return csv;
}

Response names_data(const Visit& visit, const std::vector<FacetValue>& names) {
  if (visit.data == DataForm::csv) return data_body(DataForm::csv, csv_of_names(names));
  if (visit.data == DataForm::text) {
    std::string text;
    for (const FacetValue& name : names)
      text += fmt::format("{} ({})\n", isolate_left_to_right_runs(name.value), name.count);
    return data_body(DataForm::text, std::move(text));
  }
  auto json = nlohmann::ordered_json::array();
  for (const FacetValue& name : names) json.push_back({{"value", name.value}, {"count", name.count}});
  return data_body(DataForm::json,
                   json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

Response show_names(const Visit& visit, const NameList& list) {
  const Wording& wording = visit.wording;
  const auto names = visit.filed_names.of(visit.searcher, list.field);
  if (visit.data) return names_data(visit, names->by_count);
  const std::string_view letter = value_of(visit.request.parameters, "letter");
  const auto shown = shown_groups(names->by_count, names->by_letter, letter);
  if (!shown) return error_page(visit.templates, wording, 404);
  const std::string url =
      shown->is_whole || letter.empty()
          ? wording.links.to(list.path)
          : wording.links.to(list.path, {{.name = "letter", .value = std::string(letter)}});
  const PageFrame frame{.title = wording.messages.text(list.title),
                        .data_url = wording.links.to(list.path),
                        .self_url = url,
                        .canonical_url = absolute_url(visit.request, wording.site, url)};
  return visit.page(frame, "names", names_model(list, *names, *shown, letter, wording));
}

}  // namespace

Response show_authors(const Visit& visit) { return show_names(visit, authors); }
Response show_sources(const Visit& visit) { return show_names(visit, sources); }
Response show_tags(const Visit& visit) { return show_names(visit, tags); }

}  // namespace fihrist
