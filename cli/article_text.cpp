// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out one article.
#include "cli/article_text.hpp"

#include <fmt/format.h>

#include "cli/wording.hpp"

namespace fihrist {
namespace {

std::string row(std::string_view name, const std::string& value) {
  return value.empty() ? std::string() : fmt::format("{:<10}{}\n", name, value);
}

std::string date_row(std::string_view name, const std::optional<Date>& date) {
  return date ? row(name, to_iso(*date)) : std::string();
}

std::string paragraphs(const std::string& text, const Console& console) {
  std::string result;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    result += "\n" + console.text(std::string_view(text).substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return result;
}

}  // namespace

std::string article_text(const Article& article, const Console& console) {
  const auto shown = [&](const std::string& text) { return text.empty() ? text : console.text(text); };
  std::string text = article.title.empty() ? "(no title)\n" : console.bold(shown(article.title)) + "\n";
  text += row("id", article.id) + date_row("date", article.date) + date_row("updated", article.updated);
  text += row("author", shown(joined(article.authors, " · "))) + row("source", shown(article.source));
  text += row("tags", shown(joined(article.tags, " · "))) + row("url", article.url);
  for (const std::string& alias : article.alias_urls) text += row("also", alias);
  if (article.comments) text += row("comments", std::to_string(*article.comments));
  return text + paragraphs(article.text, console);
}

}  // namespace fihrist
