// SPDX-License-Identifier: GPL-3.0-or-later
// Links of 2017 rot: each original link is given with its host, and one to a copy that may have outlived it.
#include "web/original_links.hpp"

#include <fmt/format.h>

namespace fihrist {
namespace {

void add_link(ModelList& links, const std::string& message, const std::string& url, std::string_view host,
              const Wording& wording) {
  if (url.empty()) return;
  Model link;
  link.set("link_url", url);
  link.set("link_label", wording.messages.text(message));
  set_html(link, "link_host_html", isolated_html(host));
  links.push_back(std::move(link));
}

/// As many digits of a date as are known: 2017, 201701, 20170120.
std::string timestamp(const Date& date) {
  if (date.precision == DatePrecision::year) return fmt::format("{:04}", date.year);
  if (date.precision == DatePrecision::month) return fmt::format("{:04}{:02}", date.year, date.month);
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

}  // namespace

std::string internet_archive_link(const Article& article) {
  const std::string original = web_link(article.url);
  if (original.empty()) return {};
  return "https://web.archive.org/web/" + (article.date ? timestamp(*article.date) : "*") + "/" + original;
}

ModelList original_links(const Article& article, const Wording& wording) {
  ModelList links;
  add_link(links, "original_link", web_link(article.url), host_of(article.url), wording);
  for (const std::string& alias : article.alias_urls)
    add_link(links, "other_link", web_link(alias), host_of(alias), wording);
  const std::string copy = internet_archive_link(article);
  add_link(links, "internet_archive_copy", copy, host_of(copy), wording);
  return links;
}

}  // namespace fihrist
