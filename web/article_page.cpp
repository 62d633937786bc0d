// SPDX-License-Identifier: GPL-3.0-or-later
// The article's page: its own text first, then its copy's history, then the ways on.
#include "web/article_page.hpp"

#include "analysis/bidi_runs.hpp"
#include "web/absolute_url.hpp"
#include "web/citation.hpp"
#include "web/error_page.hpp"
#include "web/hit_model.hpp"
#include "web/json_ld.hpp"
#include "web/original_links.hpp"
#include "web/page_forms.hpp"
#include "web/results_page.hpp"
#include "web/takedowns.hpp"

namespace fihrist {
namespace {

constexpr std::uint32_t similar_shown = 5;

/// The search from which result number `number` is reached: by relevance its page is known.
SearchAddress address_at(SearchAddress found_by, std::uint64_t number) {
  if (found_by.order() == Sort::relevance)
    found_by.page = static_cast<std::uint32_t>((number - 1) / results_per_page + 1);
  return found_by;
}

void set_result_step(Model& model, const std::string& name, const std::optional<Hit>& hit,
                     const SearchAddress& address, const Wording& wording) {
  model.set("has_" + name, hit.has_value());
  model.set(name + "_url", hit ? wording.links.article(hit->id, address) : std::string{});
}

void set_way_back(Model& model, const SearchAddress& found_by, const Wording& wording) {
  model.set("came_by_search", !found_by.asks_everything());
  model.set("back_url", wording.links.search(found_by));
  set_html(model, "back_html",
           found_by.text.empty()
               ? wording.messages.html("back_to_list")
               : wording.messages.html("back_to_results", {{"query", isolated_html(found_by.text)}}));
}

void set_place(Model& model, const std::optional<PlaceInResults>& place, const SearchAddress& found_by,
               const Wording& wording) {
  model.set("has_place", place.has_value());
  if (!place) return set_way_back(model, found_by, wording);
  set_way_back(model, address_at(found_by, place->number), wording);
  model.set("place_text", wording.messages.text("place", {count_argument("number", place->number),
                                                          count_argument("total", place->total)}));
  set_result_step(model, "previous_result", place->previous,
                  address_at(found_by, std::max<std::uint64_t>(place->number, 2) - 1), wording);
  set_result_step(model, "next_result", place->next, address_at(found_by, place->number + 1), wording);
}

ModelList linked_names(const std::vector<std::string>& names,
                       std::string (Links::*link)(std::string_view) const, const Wording& wording) {
  ModelList list;
  for (const std::string& name : names) {
    Model item;
    set_html(item, "name_html", isolated_html(name));
    item.set("name_url", (wording.links.*link)(name));
    list.push_back(std::move(item));
  }
  return list;
}

void set_byline(Model& model, const Article& article, const Wording& wording) {
  model.set("has_date", article.date.has_value());
  model.set("is_undated", !article.date.has_value());
  model.set("date", article.date ? wording.dates.full(*article.date) : std::string{});
  model.set("iso", article.date ? to_iso(*article.date) : std::string{});
  model.set("undated_url", wording.links.undated());
  model.set("authors", Model(linked_names(article.authors, &Links::author, wording)));
  model.set("has_comments", article.comments.has_value());
  if (article.comments)
    model.set("comments", wording.messages.text("comments", {count_argument("count", *article.comments)}));
}

void set_origin(Model& model, const Article& article, const Wording& wording) {
  model.set("has_source", !article.source.empty());
  set_html(model, "source_html", isolated_html(article.source));
  model.set("source_url", article.source.empty() ? std::string{} : wording.links.source(article.source));
  model.set("original_links", Model(original_links(article, wording)));
  model.set("has_updated", article.updated.has_value());
  model.set("updated", article.updated ? wording.dates.full(*article.updated) : std::string{});
  model.set("has_tags", !article.tags.empty());
  model.set("tags", Model(linked_names(article.tags, &Links::tag, wording)));
  const std::string url = wording.links.article(article.id);
  model.set("article_json_url", with_ending(url, ".json"));
  model.set("article_text_url", with_ending(url, ".txt"));
}

/// A side of the step by date: the neighbour, or that there is none.
void set_neighbour(Model& model, const std::string& name, const std::optional<Hit>& hit,
                   const Wording& wording) {
  model.set("has_" + name, hit.has_value());
  model.set(name, hit ? hit_model(*hit, wording) : Model{});
}

void set_month_link(Model& model, const Article& article, const Wording& wording) {
  model.set("has_month", article.date.has_value());
  if (!article.date) return;
  const Date& date = *article.date;
  const bool is_year_only = date.precision == DatePrecision::year;
  model.set("month_url",
            is_year_only ? wording.links.year(date.year) : wording.links.month(date.year, date.month));
  model.set("month_text",
            wording.messages.text("all_of_period",
                                  {{"period", is_year_only ? wording.messages.digits(date.year)
                                                           : wording.dates.month(date.year, date.month)}}));
}

Surroundings look_around(const Visit& visit, const Article& article, const SearchAddress& found_by) {
  Searcher& searcher = visit.searcher;
  Surroundings around{.neighbours = searcher.neighbours(article.id).value_or(Neighbours{}),
                      .similar = searcher.similar(article.id, similar_shown),
                      .url = absolute_article_url(visit, article.id)};
  if (!found_by.text.empty()) {
    around.title_highlights = searcher.highlights(found_by.text, found_by.exact, article.title);
    around.text_highlights = searcher.highlights(found_by.text, found_by.exact, article.text);
  }
  if (!found_by.asks_everything())
    around.place = searcher.place(to_request(found_by.first_page(), results_per_page), article.id);
  return around;
}

/// Its text is set from left to right. Code may outweigh the words of an Arabic article, but not in its
/// title.
bool is_latin(const Article& article) {
  return !reads_right_to_left(article.text) && !holds_right_to_left(article.title);
}

void set_citation(Model& model, const Article& article, const std::string& url, const Wording& wording) {
  const std::string own = wording.links.article(article.id);
  set_html(model, "citation_html", citation_html(article, wording));
  model.set("has_cited_url", !url.empty());
  model.set("cited_url", url);
  model.set("bibtex", bibtex(article, url));
  model.set("bibtex_url", with_ending(own, ".bib"));
  model.set("ris_url", with_ending(own, ".ris"));
}

/// Where search engines are sent: to the archive's page, or to where the article was taken from.
std::string canonical_url(const Article& article, const std::string& own, const Wording& wording) {
  const std::string original = web_link(article.url);
  return wording.site.originals_are_canonical && !original.empty() ? original : own;
}

PageFrame frame_of(const Visit& visit, const Article& article, const Surroundings& around,
                   const SearchAddress& found_by) {
  const Wording& wording = visit.wording;
  const std::string home = absolute_url(visit.request, wording.site, wording.links.prefix() + "/");
  const auto url_of = [&](const std::optional<Hit>& hit) {
    return hit ? wording.links.article(hit->id) : std::string{};
  };
  return {.title = shown_title(article.title, wording),
          .search = found_by,
          .indexable = found_by.asks_everything(),
          .newer_url = url_of(around.neighbours.newer),
          .older_url = url_of(around.neighbours.older),
          .self_url = wording.links.article(article.id, found_by),
          .canonical_url = canonical_url(article, around.url, wording),
          .description = description_of(article),
          .is_article = true,
          .published = article.date ? to_iso(*article.date) : std::string{},
          .structured_data = article_data(article, around.url, home, wording)};
}

}  // namespace

Model article_model(const Article& article, const Surroundings& around, const SearchAddress& found_by,
                    const Wording& wording) {
  Model model;
  set_html(model, "title_html",
           article.title.empty() ? inline_html(shown_title(article.title, wording))
                                 : inline_html(article.title, around.title_highlights));
  set_html(model, "text_html", paragraphs_html(article.text, around.text_highlights));
  model.set("has_text", !article.text.empty());
  model.set("is_latin", is_latin(article));
  set_place(model, around.place, found_by, wording);
  set_byline(model, article, wording);
  set_origin(model, article, wording);
  set_citation(model, article, around.url, wording);
  set_neighbour(model, "newer", around.neighbours.newer, wording);
  set_neighbour(model, "older", around.neighbours.older, wording);
  set_month_link(model, article, wording);
  model.set("has_similar", !around.similar.empty());
  model.set("similar", Model(hit_models(around.similar, wording)));
  return model;
}

Response show_article(const Visit& visit, const std::string& id) {
  const SearchAddress found_by = parse_address(visit.request.parameters);
  const std::optional<Article> article = visit.searcher.article(id);
  if (!article)
    return error_page(visit.templates, visit.wording, was_taken_down(visit.archive, id) ? 410 : 404,
                      found_by);
  const Surroundings around = look_around(visit, *article, found_by);
  return visit.page(frame_of(visit, *article, around, found_by), "article",
                    article_model(*article, around, found_by, visit.wording));
}

}  // namespace fihrist
