// SPDX-License-Identifier: GPL-3.0-or-later
// From an answer of the searcher to the page of results.
#include "web/results_page.hpp"

#include <array>

#include "searcher/results_json.hpp"
#include "web/error_page.hpp"
#include "web/facet_panel.hpp"
#include "web/hit_model.hpp"
#include "web/pager.hpp"

namespace fihrist {
namespace {

constexpr std::array sorts{Sort::relevance, Sort::newest, Sort::oldest};
/// More of them would bury the results.
constexpr std::size_t also_searched_shown = 8;

ModelList sort_links(const SearchAddress& address, const Wording& wording) {
  ModelList links;
  for (const Sort sort : sorts) {
    if (sort == Sort::relevance && address.text.empty()) continue;
    SearchAddress sorted = address.first_page();
    sorted.sort = sort;
    Model link;
    link.set("sort_name", wording.messages.text("sort_" + std::string(name_of(sort))));
    link.set("sort_url", wording.links.search(sorted));
    link.set("is_chosen", sort == address.order());
    links.push_back(std::move(link));
  }
  return links;
}

Html joined_html(const std::vector<std::string>& words, std::size_t limit, const Wording& wording) {
  Html joined;
  for (std::size_t i = 0; i < std::min(words.size(), limit); ++i) {
    if (i > 0) joined += Html::trusted(escape(wording.messages.text("list_separator")));
    joined += isolated_html(words[i]);
  }
  return joined;
}

void set_also_searched(Model& model, const SearchResults& results, const SearchAddress& address,
                       const Wording& wording) {
  SearchAddress exact = address.first_page();
  exact.exact = true;
  model.set("has_also_searched", !results.also_searched.empty());
  set_html(model, "also_searched_html", joined_html(results.also_searched, also_searched_shown, wording));
  model.set("exact_url", wording.links.search(exact));
}

void set_did_you_mean(Model& model, const SearchResults& results, const SearchAddress& address,
                      const Wording& wording) {
  model.set("has_did_you_mean", results.did_you_mean.has_value());
  if (!results.did_you_mean) return;
  SearchAddress meant = address.first_page();
  meant.text = results.did_you_mean->text;
  model.set("meant_url", wording.links.search(meant));
  set_html(model, "meant_html", isolated_html(meant.text));
  model.set("meant_count",
            wording.messages.text("results", {count_argument("count", results.did_you_mean->total)}));
}

ModelList way_rows(const std::vector<WayOut>& ways, const Wording& wording) {
  ModelList rows;
  for (const WayOut& way : ways) {
    Model row;
    set_html(row, "way_html", way.label);
    row.set("way_count", wording.messages.text("results", {count_argument("count", way.total)}));
    row.set("way_url", wording.links.search(way.to));
    rows.push_back(std::move(row));
  }
  return rows;
}

ModelList notice_texts(const SearchResults& results, const SearchAddress& address, const Wording& wording) {
  ModelList texts;
  const auto has = [&](const char* notice) {
    return std::find(results.notices.begin(), results.notices.end(), notice) != results.notices.end();
  };
  if (address.cut || has("query_cut")) texts.emplace_back(wording.messages.text("notice_query_cut"));
  if (has("offset_capped")) texts.emplace_back(wording.messages.text("notice_offset_capped"));
  if (has("expansion_capped")) texts.emplace_back(wording.messages.text("notice_expansion_capped"));
  return texts;
}

std::string count_text(const SearchResults& results, const char* message, const Wording& wording) {
  const std::string count = wording.messages.text(message, {count_argument("count", results.total)});
  return results.total_is_exact ? count : wording.messages.text("about", {{"count", count}});
}

PageFrame frame_of(const SearchResults& results, const SearchAddress& address, const Wording& wording) {
  return {.title = results_title(results, address, wording),
          .search = address,
          .indexable = false,
          .feed_url = wording.links.feed(address),
          .data_url = wording.links.search(address),
          .self_url = wording.links.search(address)};
}

}  // namespace

Html results_heading(const SearchResults& results, const SearchAddress& address, const Wording& wording) {
  if (address.text.empty()) return Html::trusted(escape(count_text(results, "articles", wording)));
  return wording.messages.html("results_for", {{"count", count_text(results, "results", wording)},
                                               {"query", isolated_html(address.text)}});
}

std::string results_heading_text(const SearchResults& results, const SearchAddress& address,
                                 const Wording& wording) {
  if (address.text.empty()) return count_text(results, "articles", wording);
  return wording.messages.text("results_for",
                               {{"count", count_text(results, "results", wording)}, {"query", address.text}});
}

std::string results_title(const SearchResults& results, const SearchAddress& address,
                          const Wording& wording) {
  if (address.text.empty()) return count_text(results, "articles", wording);
  if (address.page == 1) return address.text;
  return wording.messages.text("title_page",
                               {{"title", address.text},
                                count_argument("page", address.page),
                                count_argument("last", last_page(results.listed(), results_per_page))});
}

Model results_model(const SearchResults& results, const SearchAddress& address,
                    const std::vector<WayOut>& ways_out, const Wording& wording) {
  Model model;
  set_html(model, "heading_html", results_heading(results, address, wording));
  model.set("notices", Model(notice_texts(results, address, wording)));
  model.set("has_concordance", !address.text.empty());
  model.set("concordance_url", wording.links.concordance(address));
  set_did_you_mean(model, results, address, wording);
  set_also_searched(model, results, address, wording);
  model.set("sorts", Model(sort_links(address, wording)));
  ModelList chips = filter_chips(address, wording);
  model.set("has_chips", !chips.empty());
  model.set("chips", Model(std::move(chips)));
  model.set("first_number", std::to_string(results.offset + 1));
  model.set("is_ordered", results.sort == Sort::relevance);
  model.set("is_empty", results.hits.empty());
  model.set("has_hits", !results.hits.empty());
  model.set("hits", Model(hit_models(results.hits, wording, {.found_by = address})));
  model.set("ways_out", Model(way_rows(ways_out, wording)));
  model.set("has_tried_repairs",
            results.hits.empty() && !address.text.empty() && !results.did_you_mean.has_value());
  model.set("has_related", !results.related.empty());
  model.set("related", Model(hit_models(results.related, wording, {.heading_level = 3})));
  ModelList groups =
      results.facets && results.total > 0 ? facet_groups(*results.facets, address, wording) : ModelList{};
  model.set("has_facets", !groups.empty());
  model.set("facets", Model(std::move(groups)));
  set_pager(model, results, address, wording);
  set_jump(model, results, results.sort == Sort::relevance ? "" : wording.links.search(address.first_page()),
           wording);
  model.set("has_timeline", results.facets && results.facets->year.size() > 1 && results.total > 0);
  model.set("timeline_url", wording.links.timeline(address));
  set_data_links(model, wording.links.search(address), wording.links.feed(address));
  return model;
}

Response show_results(const Visit& visit) {
  const SearchAddress address = parse_address(visit.request.parameters);
  if (!bad_dates(address).empty()) return show_bad_date(visit, address);
  SearchRequest request = to_request(address, results_per_page);
  request.facets = true;
  const SearchResults results = visit.searcher.search(request);
  if (address.page > last_page(results.listed(), results_per_page))
    return {.status = 302, .headers = {{"Location", visit.wording.links.search(address.first_page())}}};
  const std::vector<WayOut> ways_out =
      results.total == 0 ? look_for_ways_out(visit.searcher, address, visit.wording) : std::vector<WayOut>{};
  return visit.page(frame_of(results, address, visit.wording), "results",
                    results_model(results, address, ways_out, visit.wording));
}

}  // namespace fihrist
