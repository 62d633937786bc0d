// SPDX-License-Identifier: GPL-3.0-or-later
// JSON by the library, with the characters escaped that HTML would take for its own.
#include "web/json_ld.hpp"

#include <nlohmann/json.hpp>

#include "analysis/bidi_runs.hpp"
#include "analysis/utf8.hpp"
#include "web/hit_model.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_description = 200;
constexpr const char* vocabulary = "https://schema.org";

/// In JSON all of them stand in strings only, where an escape means the same.
Html in_script(const Json& json) {
  std::string out;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace)) switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      case '\'':
        out += "\\u0027";
        break;
      default:
        out += c;
    }
  return Html::trusted(std::move(out));
}

Json persons(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) list.push_back({{"@type", "Person"}, {"name", name}});
  return list;
}

}  // namespace

std::string description_of(const Article& article) {
  const std::string& whole = article.summary.empty() ? article.text : article.summary;
  std::string line(first_code_points(whole, longest_description));
  const bool is_cut = line.size() < whole.size();
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  if (!is_cut) return line;
  if (const std::size_t blank = line.rfind(' '); blank != line.npos) line.resize(blank);
  return line + "…";
}

Html article_data(const Article& article, const std::string& url, const std::string& home,
                  const Wording& wording) {
  Json json{{"@context", vocabulary},
            {"@type", "Article"},
            {"headline", shown_title(article.title, wording)},
            {"inLanguage", reads_right_to_left(article.text) ? "ar" : "en"}};
  if (article.date) json["datePublished"] = to_iso(*article.date);
  if (article.updated) json["dateModified"] = to_iso(*article.updated);
  if (!article.authors.empty()) json["author"] = persons(article.authors);
  if (!article.tags.empty()) json["keywords"] = article.tags;
  if (!article.source.empty())
    json["sourceOrganization"] = {{"@type", "Organization"}, {"name", article.source}};
  if (const std::string original = web_link(article.url); !original.empty()) json["isBasedOn"] = original;
  if (article.comments) json["commentCount"] = *article.comments;
  if (!url.empty()) json["url"] = url;
  if (!home.empty()) json["isPartOf"] = {{"@type", "WebSite"}, {"name", wording.site_name}, {"url", home}};
  return in_script(json);
}

Html website_data(const std::string& home, const Wording& wording) {
  if (home.empty()) return {};
  return in_script(
      {{"@context", vocabulary},
       {"@type", "WebSite"},
       {"name", wording.site_name},
       {"url", home},
       {"inLanguage", "ar"},
       {"potentialAction",
        {{"@type", "SearchAction"},
         {"target", {{"@type", "EntryPoint"}, {"urlTemplate", home + "search?q={search_term_string}"}}},
         {"query-input", "required name=search_term_string"}}}});
}

}  // namespace fihrist
