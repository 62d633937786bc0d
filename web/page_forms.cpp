// SPDX-License-Identifier: GPL-3.0-or-later
// JSON is the searcher's own; CSV is for spreadsheets, with their dangers in mind; text is for eyes.
#include "web/page_forms.hpp"

#include <algorithm>

#include "analysis/bidi_runs.hpp"
#include "searcher/results_json.hpp"
#include "web/absolute_url.hpp"
#include "web/api.hpp"
#include "web/citation.hpp"
#include "web/error_page.hpp"
#include "web/hit_model.hpp"
#include "web/takedowns.hpp"

namespace fihrist {
namespace {

constexpr const char* utf8_byte_order_mark = "\xEF\xBB\xBF";
constexpr const char* csv_names = "id,title,date,author,source,tags,url,snippet\r\n";

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string all;
  for (const std::string& value : values) {
    if (!all.empty()) all += separator;
    all += value;
  }
  return all;
}

/// OWASP, CSV Injection: what begins so is run by spreadsheets, blanks before it or not.
bool looks_like_formula(std::string_view cell) {
  const auto first = cell.find_first_not_of(" \n");
  return first != cell.npos && std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
}

std::string csv_line(const Hit& hit) {
  const std::string date = hit.date ? to_iso(*hit.date) : std::string{};
  const std::array cells{
      hit.id,  hit.title,       date, joined(hit.authors, "; "), hit.source, joined(hit.tags, "; "),
      hit.url, hit.snippet.text};
  std::string line;
  for (const std::string& cell : cells) {
    if (!line.empty()) line += ',';
    line += csv_cell(cell);
  }
  return line + "\r\n";
}

void add_line(std::string& text, const std::string& line) {
  if (!line.empty()) text += isolate_left_to_right_runs(line) + '\n';
}

/// «20 يناير 2017 · أحمد منصور · المصدر: The Verge»
std::string byline(const std::optional<Date>& date, const std::vector<std::string>& authors,
                   const std::string& source, const Wording& wording) {
  std::vector<std::string> parts{date ? wording.dates.day(*date) : wording.messages.text("undated")};
  if (!authors.empty()) parts.push_back(joined(authors, wording.messages.text("list_separator")));
  if (!source.empty()) parts.push_back(wording.messages.text("source") + ": " + source);
  return joined(parts, " · ");
}

/// The path as received may hold anything; written anew it holds what may stand in a header.
std::string clean_path(std::string_view path) {
  std::string clean;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    clean += '/' + percent_encode(percent_decode(path.substr(begin, end - begin)));
    begin = end + 1;
  }
  return clean;
}

std::string link_to_next(const Visit& visit, const std::string& cursor) {
  Parameters parameters = visit.request.parameters;
  std::erase_if(parameters, [](const Parameter& parameter) {
    return parameter.name == "after" || parameter.name == "before" || parameter.name == "lang";
  });
  parameters.push_back({.name = "after", .value = cursor});
  return "<" + visit.wording.links.to(clean_path(visit.request.path), parameters) + ">; rel=\"next\"";
}

std::string body_of(const Visit& visit, const SearchResults& results, const std::string& heading) {
  const DataForm form = visit.data.value_or(DataForm::json);
  if (form == DataForm::csv) return csv_of(results.hits, value_of(visit.request.parameters, "bom") == "1");
  if (form == DataForm::text) return text_of(results.hits, heading, visit.wording);
  return to_json(results) + '\n';
}

}  // namespace

/// Always between quotes: then no separator of any country ends a cell.
std::string csv_cell(std::string_view text) {
  std::string quoted = looks_like_formula(text) ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

Response data_body(DataForm form, std::string body) {
  const auto row = std::find_if(data_endings.begin(), data_endings.end(),
                                [&](const DataEnding& ending) { return ending.form == form; });
  return {.content_type = std::string(row->content_type),
          .body = std::move(body),
          .headers = {{"X-Robots-Tag", "noindex"}}};
}

std::uint32_t data_limit(const Parameters& parameters, std::uint32_t otherwise) {
  return std::min(number_or(value_of(parameters, "limit"), otherwise), SearchRequest::max_limit);
}

std::string csv_of(const std::vector<Hit>& hits, bool byte_order_mark) {
  std::string csv = byte_order_mark ? utf8_byte_order_mark : "";
  csv += csv_names;
  for (const Hit& hit : hits) csv += csv_line(hit);
  return csv;
}

std::string text_of(const std::vector<Hit>& hits, const std::string& heading, const Wording& wording) {
  std::string text;
  add_line(text, heading);
  for (const Hit& hit : hits) {
    text += '\n';
    add_line(text, shown_title(hit.title, wording));
    add_line(text, byline(hit.date, hit.authors, hit.source, wording));
    add_line(text, hit.snippet.text);
    if (const std::string link = web_link(hit.url); !link.empty()) text += link + '\n';
  }
  return text;
}

std::string text_of(const Article& article, const Wording& wording) {
  std::string text;
  add_line(text, shown_title(article.title, wording));
  add_line(text, byline(article.date, article.authors, article.source, wording));
  if (const std::string link = web_link(article.url); !link.empty()) text += link + '\n';
  text += '\n';
  add_line(text, article.text);
  return text;
}

Response data_response(const Visit& visit, const SearchResults& results, const std::string& heading) {
  Response response = data_body(visit.data.value_or(DataForm::json), body_of(visit, results, heading));
  if (results.next) response.headers.emplace_back("Link", link_to_next(visit, *results.next));
  return response;
}

std::string absolute_article_url(const Visit& visit, const std::string& id) {
  const std::string url = Links(visit.wording.links.prefix()).article(id);
  return absolute_url(visit.request, visit.wording.site, url);
}

Response show_article_data(const Visit& visit, const std::string& id) {
  if (visit.data == DataForm::json) return api_article(visit, id);
  if (visit.data == DataForm::csv) return problem(404, "an article is no table");
  const auto article = visit.searcher.article(id);
  if (!article && was_taken_down(visit.archive, id)) return problem(410, "this article was taken down");
  if (!article) return problem(404, "no article has this id");
  if (visit.data == DataForm::bibtex)
    return data_body(DataForm::bibtex, bibtex(*article, absolute_article_url(visit, id)));
  if (visit.data == DataForm::ris)
    return data_body(DataForm::ris, ris(*article, absolute_article_url(visit, id)));
  return data_body(DataForm::text, text_of(*article, visit.wording));
}

}  // namespace fihrist
