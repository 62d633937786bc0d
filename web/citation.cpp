// SPDX-License-Identifier: GPL-3.0-or-later
// Three forms of one list: who, what, where, when.
#include "web/citation.hpp"

#include <fmt/format.h>

#include "web/hit_model.hpp"

namespace fihrist {
namespace {

std::string on_one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return line;
}

/// Text inside braces of BibTeX. Unbalanced braces would end the field, so none stays.
std::string tex(std::string_view text) {
  std::string out;
  for (const char c : on_one_line(text)) switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '%':
      case '#':
      case '$':
      case '&':
      case '_':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  return out;
}

/// ISO 8601 as exact as a citation needs: no time of day.
std::string cited_date(const Date& date) {
  Date day = date;
  day.precision = std::min(day.precision, DatePrecision::day);
  return to_iso(day);
}

/// 2017/01/20/, 2017/01//, 2017///: the parts that are not known are empty.
std::string ris_date(const Date& date) {
  if (date.precision == DatePrecision::year) return fmt::format("{:04}///", date.year);
  if (date.precision == DatePrecision::month) return fmt::format("{:04}/{:02}//", date.year, date.month);
  return fmt::format("{:04}/{:02}/{:02}/", date.year, date.month, date.day);
}

void add_field(std::string& entry, std::string_view name, const std::string& value) {
  if (!value.empty()) entry += fmt::format("  {} = {{{}}},\n", name, value);
}

void add_tag(std::string& record, std::string_view tag, std::string_view value) {
  if (!value.empty()) record += fmt::format("{}  - {}\r\n", tag, on_one_line(value));
}

/// Names are whole: braces keep BibTeX from looking for a family name.
std::string tex_authors(const Article& article) {
  std::string authors;
  for (const std::string& author : article.authors)
    authors += (authors.empty() ? "{" : " and {") + tex(author) + "}";
  return authors;
}

}  // namespace

Html citation_html(const Article& article, const Wording& wording) {
  const Html separator = Html::trusted(escape(wording.messages.text("list_separator")));
  Html citation;
  const auto add = [&](const Html& part) {
    if (part.empty()) return;
    if (!citation.empty()) citation += separator;
    citation += part;
  };
  add(names_html(article.authors, wording));
  add(wording.messages.html("cited_title", {{"title", isolated_html(shown_title(article.title, wording))}}));
  if (!article.source.empty()) add(isolated_html(article.source));
  if (article.date) add(Html::trusted(escape(wording.dates.day(*article.date))));
  citation += Html::trusted(".");
  return citation;
}

std::string bibtex(const Article& article, const std::string& url) {
  std::string entry = fmt::format("@online{{fihrist-{},\n", short_hash(article.id));
  add_field(entry, "title", tex(article.title));
  add_field(entry, "author", tex_authors(article));
  if (article.date) add_field(entry, "date", cited_date(*article.date));
  if (article.date) add_field(entry, "year", fmt::format("{:04}", article.date->year));
  add_field(entry, "organization", tex(article.source));
  const std::string original = web_link(article.url);
  add_field(entry, "url", original.empty() ? url : original);
  if (!original.empty() && !url.empty()) add_field(entry, "note", "\\url{" + url + "}");
  add_field(entry, "langid", "arabic");
  return entry + "}\n";
}

std::string ris(const Article& article, const std::string& url) {
  std::string record;
  add_tag(record, "TY", "ELEC");
  add_tag(record, "TI", article.title);
  for (const std::string& author : article.authors) add_tag(record, "AU", author);
  if (article.date) add_tag(record, "PY", fmt::format("{:04}", article.date->year));
  if (article.date) add_tag(record, "DA", ris_date(*article.date));
  add_tag(record, "T2", article.source);
  const std::string original = web_link(article.url);
  add_tag(record, "UR", original.empty() ? url : original);
  if (!original.empty()) add_tag(record, "L2", url);
  for (const std::string& tag : article.tags) add_tag(record, "KW", tag);
  add_tag(record, "LA", "ar");
  return record + "ER  - \r\n";
}

}  // namespace fihrist
