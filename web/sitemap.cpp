// SPDX-License-Identifier: GPL-3.0-or-later
// Parts are walked by cursors, so that the deepest costs no more than what it names.
#include "web/sitemap.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "web/absolute_url.hpp"
#include "web/error_page.hpp"
#include "web/list_pages.hpp"

namespace fihrist {
namespace {

constexpr const char* xml_type = "application/xml; charset=utf-8";
constexpr const char* head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr const char* name_space = "http://www.sitemaps.org/schemas/sitemap/0.9";
constexpr std::string_view undated_part = "undated";

Response xml(std::string body) { return {.content_type = xml_type, .body = std::move(body)}; }

/// Everybody gets the pages in the archive's own language.
Links plain_links(const Visit& visit) { return Links(visit.wording.links.prefix()); }

std::string location(const Visit& visit, const std::string& own_url) {
  return "<loc>" + escape(absolute_url(visit.request, visit.wording.site, own_url)) + "</loc>";
}

bool knows_its_host(const Visit& visit) {
  return !absolute_url(visit.request, visit.wording.site, visit.wording.links.prefix() + "/").empty();
}

std::uint64_t parts_for(std::uint64_t count) {
  return (count + articles_per_sitemap - 1) / articles_per_sitemap;
}

std::string part_name(std::int16_t year, std::uint64_t part) {
  const std::string period = year == 0 ? std::string(undated_part) : fmt::format("{:04}", year);
  return part == 1 ? period + ".xml" : fmt::format("{}-{}.xml", period, part);
}

struct Part {
  std::int16_t year = 0;  ///< 0: undated
  std::uint32_t number = 1;
};

/// "2017.xml", "2017-2.xml", "undated.xml".
std::optional<Part> parse_part(std::string_view name) {
  constexpr std::string_view ending = ".xml";
  if (!name.ends_with(ending)) return std::nullopt;
  name.remove_suffix(ending.size());
  const std::size_t hyphen = std::min(name.find('-'), name.size());
  const std::string_view period = name.substr(0, hyphen);
  Part part;
  if (hyphen < name.size()) part.number = number_or(name.substr(hyphen + 1), 0);
  if (period != undated_part) part.year = static_cast<std::int16_t>(number_or(period, 0));
  const bool is_period = period == undated_part || (part.year > 0 && part.year <= 9999);
  return is_period && part.number > 0 && part_name(part.year, part.number) == std::string(name) + ".xml"
             ? std::optional(part)
             : std::nullopt;
}

std::uint64_t count_of(Searcher& searcher, std::int16_t year) {
  for (const Period& period : searcher.years())
    if (period.year == year) return period.count;
  return 0;
}

/// Newest first; undated ones, which come last in any list, from where the dated ones end.
SearchRequest first_request(Searcher& searcher, std::int16_t year) {
  SearchRequest request{
      .sort = Sort::newest, .limit = SearchRequest::max_limit, .related = false, .snippets = false};
  if (year != 0) {
    request.from = Date{.year = year, .precision = DatePrecision::year};
    request.to = request.from;
    return request;
  }
  request.after = end_of_dated(searcher);
  return request;
}

/// Calls `see` with each article of a part.
template <typename See>
void walk(Searcher& searcher, const Part& part, See&& see) {
  SearchRequest request = first_request(searcher, part.year);
  const std::uint64_t begin = (part.number - 1) * articles_per_sitemap;
  for (std::uint64_t passed = 0; passed < begin + articles_per_sitemap;) {
    const SearchResults page = searcher.search(request);
    for (const Hit& hit : page.hits) {
      ++passed;
      if (passed > begin && passed <= begin + articles_per_sitemap) see(hit);
    }
    if (!page.next) return;
    request.after = *page.next;
  }
}

Response not_found() { return problem(404, "there is no such part of the sitemap"); }

Response pages_part(const Visit& visit) {
  const Links links = plain_links(visit);
  std::string body = fmt::format("{}<urlset xmlns=\"{}\">\n", head, name_space);
  const auto add = [&](const std::string& url) { body += "<url>" + location(visit, url) + "</url>\n"; };
  for (const char* path : {"/", "/authors", "/sources", "/tags", "/help"}) add(links.to(path));
  for (const Period& year : visit.searcher.years()) {
    add(year.year == 0 ? links.undated() : links.year(year.year));
    if (year.year == 0) continue;
    for (const Period& month : visit.searcher.months(year.year))
      if (month.month != 0) add(links.month(month.year, month.month));
  }
  return xml(body + "</urlset>\n");
}

}  // namespace

Response show_sitemap_index(const Visit& visit) {
  if (!knows_its_host(visit)) return not_found();
  std::string body = fmt::format("{}<sitemapindex xmlns=\"{}\">\n", head, name_space);
  const auto add = [&](const std::string& name) {
    body += "<sitemap>" + location(visit, visit.wording.links.prefix() + "/sitemap/" + name) + "</sitemap>\n";
  };
  add("pages.xml");
  for (const Period& year : visit.searcher.years())
    for (std::uint64_t part = 1; part <= parts_for(year.count); ++part) add(part_name(year.year, part));
  return xml(body + "</sitemapindex>\n");
}

Response show_sitemap(const Visit& visit, const std::string& name) {
  if (!knows_its_host(visit)) return not_found();
  if (name == "pages.xml") return pages_part(visit);
  const auto part = parse_part(name);
  if (!part || part->number > parts_for(count_of(visit.searcher, part->year))) return not_found();
  const Links links = plain_links(visit);
  std::string body = fmt::format("{}<urlset xmlns=\"{}\">\n", head, name_space);
  walk(visit.searcher, *part,
       [&](const Hit& hit) { body += "<url>" + location(visit, links.article(hit.id)) + "</url>\n"; });
  return xml(body + "</urlset>\n");
}

}  // namespace fihrist
