// SPDX-License-Identifier: GPL-3.0-or-later
// Atom, written out by hand: one level of elements, all text through escape().
#include "web/feed.hpp"

#include <fmt/format.h>

#include "analysis/bidi_runs.hpp"
#include "analysis/utf8.hpp"
#include "web/absolute_url.hpp"
#include "web/error_page.hpp"
#include "web/hit_model.hpp"

namespace fihrist {
namespace {

constexpr std::uint32_t entries_per_feed = 20;

/// XML 1.0 (2.2) has no place for two code points that UTF-8 may hold.
std::string without_noncharacters(std::string text) {
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = text.find(none); at != text.npos; at = text.find(none, at))
      text.erase(at, none.size());
  return text;
}

std::string xml_text(std::string_view text) { return escape(without_noncharacters(clean_utf8(text))); }

std::string shown_text(std::string_view text) {
  return escape(isolate_left_to_right_runs(without_noncharacters(clean_utf8(text))));
}

/// `content` is escaped already.
std::string element(std::string_view name, std::string_view content) {
  return fmt::format("<{}>{}</{}>\n", name, content, name);
}

std::string link(std::string_view relation, std::string_view type, std::string_view url) {
  return fmt::format("<link rel=\"{}\" type=\"{}\" href=\"{}\"/>\n", relation, type, escape(url));
}

/// Names the article wherever the server runs, and holds no host of ours.
std::string urn(std::string_view kind, std::string_view value) {
  return fmt::format("urn:x-fihrist:{}:{}", kind, percent_encode(value));
}

/// RFC 4287 (4.1.2): an entry without a link to its page has to carry content.
std::string way_to_page(const Hit& hit, const Wording& wording, const AbsoluteLink& absolute) {
  const std::string url = absolute ? absolute(wording.links.article(hit.id)) : web_link(hit.url);
  const std::string text = shown_text(hit.snippet.text);
  return url.empty() ? "<content type=\"text\">" + text + "</content>\n"
                     : link("alternate", "text/html", url) + element("summary", text);
}

std::string entry(const Hit& hit, const std::string& updated, const Wording& wording,
                  const AbsoluteLink& absolute) {
  std::string xml = "<entry>\n";
  xml += element("title", shown_text(shown_title(hit.title, wording)));
  xml += element("id", urn("article", hit.id));
  if (hit.date) xml += element("published", rfc3339(*hit.date));
  xml += element("updated", hit.date ? rfc3339(*hit.date) : updated);
  for (const std::string& author : hit.authors)
    xml += "<author>" + element("name", xml_text(author)) + "</author>\n";
  for (const std::string& tag : hit.tags) xml += fmt::format("<category term=\"{}\"/>\n", xml_text(tag));
  xml += way_to_page(hit, wording, absolute);
  return xml + "</entry>\n";
}

std::string feed_title(const SearchAddress& address, const Wording& wording) {
  const std::string site = shown_text(wording.site_name);
  return address.text.empty() ? site : shown_text(address.text) + " · " + site;
}

}  // namespace

std::string rfc3339(const Date& date) {
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.year, date.month, date.day,
                                 date.hour, date.minute, date.second);
  if (!date.utc_offset_minutes || *date.utc_offset_minutes == 0) return text + "Z";
  const int offset = *date.utc_offset_minutes;
  return text +
         fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

std::string feed_xml(const SearchResults& results, const SearchAddress& address, const std::string& updated,
                     const Wording& wording, const AbsoluteLink& absolute) {
  const std::string self = wording.links.feed(address);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"ar\">\n";
  xml += element("title", feed_title(address, wording));
  xml += element("id", urn("feed", self));
  xml += element("updated", updated);
  xml += "<author>" + element("name", xml_text(wording.site_name)) + "</author>\n";
  if (absolute) {
    xml += link("self", "application/atom+xml", absolute(self));
    xml += link("alternate", "text/html", absolute(wording.links.search(address)));
  }
  for (const Hit& hit : results.hits) xml += entry(hit, updated, wording, absolute);
  return xml + "</feed>\n";
}

std::string feed_updated(const ArchiveStats& stats) {
  return stats.manifest.last_run.empty() ? "1970-01-01T00:00:00Z" : stats.manifest.last_run;
}

Response show_feed(const Visit& visit) {
  SearchAddress address = parse_address(visit.request.parameters);
  if (!bad_dates(address).empty()) return show_bad_date(visit, address);
  address.sort = Sort::newest;
  SearchRequest request = to_request(address.first_page(), entries_per_feed);
  request.related = false;
  const SearchResults results = visit.searcher.search(request);
  const auto absolute = [&](std::string_view own_url) {
    const std::string url = absolute_url(visit.request, visit.wording.site, own_url);
    return url.empty() ? std::string(own_url) : url;
  };
  return {.content_type = "application/atom+xml; charset=utf-8",
          .body = feed_xml(results, address, feed_updated(visit.searcher.stats()), visit.wording, absolute)};
}

}  // namespace fihrist
