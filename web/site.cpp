// SPDX-License-Identifier: GPL-3.0-or-later
// The routes: literal paths, then paths with a name behind them, then years and months. No regular
// expression meets a request: std::regex overflows the stack on long paths.
#include "web/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "schema/error.hpp"
#include "web/api.hpp"
#include "web/article_page.hpp"
#include "web/compression.hpp"
#include "web/concordance_page.hpp"
#include "web/conditional.hpp"
#include "web/error_page.hpp"
#include "web/feed.hpp"
#include "web/help_page.hpp"
#include "web/home_page.hpp"
#include "web/list_pages.hpp"
#include "web/names_page.hpp"
#include "web/openapi.hpp"
#include "web/page_forms.hpp"
#include "web/plumbing.hpp"
#include "web/results_page.hpp"
#include "web/sitemap.hpp"
#include "web/timeline_page.hpp"
#include "web/validators.hpp"
#include "web/year_page.hpp"

namespace fihrist {
namespace {

struct Route {
  std::string_view path;
  Response (*show)(const Visit&);
};

constexpr std::array routes{
    Route{"/", show_home},
    Route{"/search", show_results},
    Route{"/undated", show_undated},
    Route{"/authors", show_authors},
    Route{"/sources", show_sources},
    Route{"/tags", show_tags},
    Route{"/timeline", show_timeline},
    Route{"/help", show_help},
    Route{"/concordance", show_concordance},
    Route{"/concordance.tsv", concordance_tsv},
    Route{"/concordance.json", concordance_json},
    Route{"/feed.atom", show_feed},
    Route{"/suggest", opensearch_suggest},
    Route{"/opensearch.xml", opensearch_description},
    Route{"/sitemap.xml", show_sitemap_index},
    Route{"/openapi.json", show_openapi},
    Route{"/readyz", show_ready},
    Route{"/api/v1/search", api_search},
    Route{"/api/v1/stats", api_stats},
    Route{"/api/v1/suggest", api_suggest},
};

/// Pages without a name that are to be had as data.
constexpr std::array data_routes{
    Route{"/search", api_search},    Route{"/undated", show_undated}, Route{"/authors", show_authors},
    Route{"/sources", show_sources}, Route{"/tags", show_tags},
};

/// What follows the path is a name or an id, percent-encoded.
struct NamedRoute {
  std::string_view path;
  Response (*show)(const Visit&, const std::string&);
  Response (*show_data)(const Visit&, const std::string&) = nullptr;  ///< nothing: a page only
};

constexpr std::array named_routes{
    NamedRoute{"/article/", show_article, show_article_data},
    NamedRoute{"/author/", show_author, show_author},
    NamedRoute{"/tag/", show_tag, show_tag},
    NamedRoute{"/source/", show_source, show_source},
    NamedRoute{"/api/v1/articles/", api_article},
    NamedRoute{"/sitemap/", show_sitemap},
};

template <typename Routes>
auto find_route(const Routes& rows, std::string_view path) {
  return std::find_if(rows.begin(), rows.end(), [&](const Route& row) { return row.path == path; });
}

/// The row of a path that has a name behind it.
const NamedRoute* find_named(std::string_view path) {
  const auto row = std::find_if(named_routes.begin(), named_routes.end(), [&](const NamedRoute& one) {
    return path.starts_with(one.path) && path.size() > one.path.size();
  });
  return row == named_routes.end() ? nullptr : &*row;
}

struct PeriodPath {
  std::int16_t year = 0;
  std::uint8_t month = 0;  ///< 0: the year whole
};

std::optional<int> digits(std::string_view text, std::size_t count) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = failure == std::errc{} && end == text.data() + text.size() && text.size() == count;
  return is_number && number > 0 ? std::optional(number) : std::nullopt;
}

/// "/2017", "/2017/01".
std::optional<PeriodPath> parse_period(std::string_view path) {
  if (path.size() != 5 && path.size() != 8) return std::nullopt;
  const auto year = digits(path.substr(1, 4), 4);
  if (path.size() == 5)
    return year ? std::optional(PeriodPath{static_cast<std::int16_t>(*year)}) : std::nullopt;
  const auto month = digits(path.substr(6), 2);
  if (!year || path[5] != '/' || !month || *month > 12) return std::nullopt;
  return PeriodPath{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month)};
}

bool sets_caching(const Response& response) { return !response.header("Cache-Control").empty(); }

/// Answers for programs tell how long they took, and so are made each time.
bool is_page(const Response& response) { return !response.content_type.starts_with("application/json"); }

bool is_whole(const std::optional<ShardCoverage>& coverage) { return !coverage || !coverage->is_partial(); }

/// Says on every page that some shards are missing, where that is so.
void tell_coverage(Wording& wording, const std::optional<ShardCoverage>& coverage) {
  wording.shared.set("is_partial", !is_whole(coverage));
  if (!is_whole(coverage))
    wording.shared.set(
        "partial_notice",
        wording.messages.text("notice_shards_partial", {count_argument("answered", coverage->answered),
                                                        count_argument("of", coverage->of)}));
}

int status_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::usage:
      return 400;
    case ErrorCode::damaged:
    case ErrorCode::mismatch:
      return 500;
    default:
      return 503;
  }
}

}  // namespace

Site::Site(Archive& archive, FiledNames& filed_names, PageCache& pages, std::filesystem::path directory,
           const SiteSettings& settings, std::shared_ptr<const Theme> theme)
    : searcher_(archive),
      filed_names_(filed_names),
      pages_(pages),
      directory_(std::move(directory)),
      settings_(settings),
      theme_(std::move(theme)),
      templates_(*theme_) {
  // Others are made when they are asked for; these, now, so that what is wrong in a theme is said now.
  for (const Language language : all_languages) wording_of({.language = language}, {});
}

Wording& Site::wording_of(const PageLocale& locale, const std::string& chosen) {
  const std::string key = tag_of(locale, {}) + ' ' + chosen;
  const auto known = wordings_.find(key);
  if (known != wordings_.end()) return known->second;
  return wordings_.try_emplace(key, settings_, *theme_, locale, chosen).first->second;
}

/// ?lang= goes before the browser's wish, and stays in the links when it says something else.
Wording& Site::wording_for(const Request& request) {
  const PageLocale preferred = preferred_locale(request.accept_language, settings_.locale);
  const auto asked = locale_tagged(value_of(request.parameters, "lang"), settings_.locale);
  if (!asked || *asked == preferred) return wording_of(preferred, {});
  return wording_of(*asked, tag_of(*asked, settings_.locale));
}

/// When what pages show was committed.
std::int64_t Site::last_modified(std::uint64_t revision) {
  if (dated_revision_ == revision && revision_time_ > 0) return revision_time_;
  const auto date = parse_date(searcher_.stats().manifest.last_run);
  revision_time_ = std::max(theme_->loaded_at(), date ? civil_seconds(*date) : 0);
  dated_revision_ = revision;
  return revision_time_;
}

Response Site::failed(const Request& request, int status, const std::string& detail) {
  if (is_for_programs(request.path)) return problem(status, detail);
  return error_page(templates_, wording_for(request), status, parse_address(request.parameters));
}

Response Site::dispatch_page(const Visit& visit) {
  const std::string_view path = visit.request.path;
  if (const auto row = find_route(routes, path); row != routes.end()) return row->show(visit);
  if (const NamedRoute* row = find_named(path))
    return row->show(visit, percent_decode(path.substr(row->path.size())));
  if (const auto period = parse_period(path))
    return period->month == 0 ? show_year(visit, period->year)
                              : show_month(visit, period->year, period->month);
  return failed(visit.request, 404, "there is nothing at this address");
}

/// 404 when nothing has this address without the ending, or is to be had as data.
Response Site::dispatch_data(Visit& visit, const DataEnding& ending) {
  visit.data = ending.form;
  std::string_view path = visit.request.path;
  path.remove_suffix(ending.ending.size());
  const NamedRoute* row = find_named(path);
  const bool is_article = row != nullptr && row->show_data == show_article_data;
  if (!ending.is_for_lists && !is_article) return {.status = 404};
  if (const auto list = find_route(data_routes, path); list != data_routes.end()) return list->show(visit);
  if (row && row->show_data) return row->show_data(visit, percent_decode(path.substr(row->path.size())));
  if (const auto period = parse_period(path))
    return period->month == 0 ? show_year_data(visit, period->year)
                              : show_month(visit, period->year, period->month);
  return {.status = 404};
}

/// Names may end like data ("robots.txt"): what is no data is looked for as a page. Links to such names
/// write the ending so that it is none (web/links.cpp). When neither is there, who asked for data is told so
/// as data.
Response Site::dispatch(const Request& request) {
  Visit visit{request, searcher_, filed_names_, templates_, wording_for(request), directory_};
  if (const DataEnding* ending = data_ending_of(request.path)) {
    Response data = dispatch_data(visit, *ending);
    if (data.status != 404) return data;
    visit.data.reset();
    Response page = dispatch_page(visit);
    return page.status == 404 && !data.body.empty() ? std::move(data) : std::move(page);
  }
  return dispatch_page(visit);
}

/// What is not found while a shard is missing may lie in that one.
Response Site::dispatch_whole(const Request& request) {
  const auto coverage = searcher_.coverage();
  tell_coverage(wording_for(request), coverage);
  Response response = dispatch(request);
  if (searcher_.coverage() != coverage) {  // one was lost on the way
    tell_coverage(wording_for(request), searcher_.coverage());
    response = dispatch(request);
  }
  const bool may_be_elsewhere = response.status == 404 && searcher_.coverage() &&
                                searcher_.coverage()->is_partial() && find_named(request.path) != nullptr;
  if (may_be_elsewhere)
    response = failed(request, 503, "a part of the archive does not answer, and it may lie there");
  if (searcher_.coverage() && searcher_.coverage()->is_partial())
    response.headers.emplace_back(
        "Fihrist-Shards", fmt::format("{} of {}", searcher_.coverage()->answered, searcher_.coverage()->of));
  return response;
}

Response Site::answer(const Request& request) {
  const std::uint64_t revision = searcher_.revision();
  const bool is_kept = may_be_cached(request) && is_whole(searcher_.coverage());
  const std::string asked = asked_of(request, wording_for(request));
  const Validators validators = validators_of(request, asked, revision, last_modified(revision));
  // Whoever has this tag was once given the page: nothing has to be made to know that it is the same.
  if (may_be_cached(request) && request.if_none_match == validators.etag) return validators.not_modified();
  const std::string key = asked + ' ' + std::string(name_of(preferred_coding(request.accept_encoding)));
  const auto is_old = [&] { return is_not_modified(request, validators.etag, validators.modified); };
  if (auto kept = is_kept ? pages_.find(revision, key) : std::nullopt)
    return is_old() ? validators.not_modified() : std::move(*kept);
  Response response = dispatch_whole(request);
  if (sets_caching(response)) return response;
  // With a shard lost on the way, the page is not that of the tag.
  const bool is_other = searcher_.coverage() && searcher_.revision() != revision;
  if (response.status != 200 || is_other) {
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
  }
  if (is_old()) return validators.not_modified();
  validators.add_to(response);
  if (is_kept && is_page(response)) {
    encode_body(response, request.accept_encoding);
    pages_.keep(revision, key, response);
  }
  return response;
}

Response Site::respond(const Request& request) {
  Response response;
  try {
    response = answer(request);
  } catch (const Error& error) {
    response = failed(request, status_of(error), error.code() == ErrorCode::usage ? error.what() : "");
  }
  response.add_vary("Accept-Language");
  return response;
}

}  // namespace fihrist
