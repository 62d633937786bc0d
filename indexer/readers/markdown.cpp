// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an article from front matter, then from the text, then from the name of the file.
#include "indexer/readers/markdown.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "indexer/byte_sources.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/front_matter.hpp"
#include "indexer/readers/markdown_text.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/text_encoding.hpp"
#include "indexer/timestamp.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

constexpr int sure_by_name = 60;
constexpr int sure_by_front_matter = 70;
/// Above what readers of JSON claim by the first brace alone.
constexpr int surest = 95;

/// Files that stand for the folder they are in.
constexpr std::string_view folder_files[] = {"index", "_index", "readme", "README", "Readme"};

bool is_named_markdown(std::string_view name) {
  return name.ends_with(".md") || name.ends_with(".markdown") || name.ends_with(".mdx") ||
         name.ends_with(".mkd");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// «2017-01-20» at the beginning of a name, as Jekyll wants it; empty without.
std::string_view leading_date(std::string_view stem) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (stem.size() < form.size()) return {};
  for (std::size_t at = 0; at < form.size(); ++at)
    if (form[at] == 'd' ? !is_digit(stem[at]) : stem[at] != form[at]) return {};
  return stem.substr(0, form.size());
}

std::string stem_of(const std::string& name) { return std::filesystem::path(name).stem().string(); }

/// What the name of a file says: «2017-01-20-زر-الشراء.md», «05-arrays/index.md».
std::string title_of_name(const std::string& name) {
  std::string stem = stem_of(name);
  if (std::find(std::begin(folder_files), std::end(folder_files), stem) != std::end(folder_files)) {
    const std::string folder = std::filesystem::path(name).parent_path().filename().string();
    if (!folder.empty()) stem = folder;
  }
  stem.erase(0, leading_date(stem).size());
  std::size_t digits = 0;
  while (digits < stem.size() && is_digit(stem[digits])) ++digits;
  if (digits < stem.size() && (stem[digits] == '-' || stem[digits] == '_')) stem.erase(0, digits);
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return tidy_line(stem);
}

/// «أ، ب، ج» in one scalar is three; Jekyll's lists parted by blanks cannot be told from names of several
/// words.
std::vector<std::string> parted(const std::vector<std::string>& values) {
  std::vector<std::string> all;
  for (std::string_view rest : values) {
    while (!rest.empty()) {
      const std::size_t comma = std::min({rest.find(','), rest.find("،"), rest.size()});
      if (const auto one = tidy_line(rest.substr(0, comma)); !one.empty()) all.push_back(one);
      rest.remove_prefix(std::min(comma, rest.size()));
      rest.remove_prefix(rest.starts_with("،") ? std::string_view("،").size() : rest.empty() ? 0 : 1);
    }
  }
  return all;
}

/// The documentation of Microsoft writes ms.date as month, day, year; everybody else as dates.md has it.
std::string day_first(std::string_view month_first) {
  const std::size_t slash = month_first.find('/');
  const std::size_t second = slash == std::string_view::npos ? slash : month_first.find('/', slash + 1);
  if (second == std::string_view::npos) return std::string(month_first);
  return std::string(month_first.substr(slash + 1, second - slash)) +
         std::string(month_first.substr(0, slash)) + std::string(month_first.substr(second));
}

std::optional<Date> take_date(std::string_view text, ReadArticle& read) {
  if (text.empty()) return std::nullopt;
  auto date = parse_date(text);
  if (!date && std::find(read.warnings.begin(), read.warnings.end(), "bad_date") == read.warnings.end())
    read.warnings.emplace_back("bad_date");
  return date;
}

void set_dates(const FrontMatter& matter, const std::string& name, ReadArticle& read) {
  Article& article = read.article;
  article.date = take_date(matter.first_of({"date", "publishdate", "pubdate", "published_at", "publish_date",
                                            "created", "created_at"}),
                           read);
  if (!article.date) article.date = take_date(day_first(matter.first_of({"ms.date"})), read);
  if (article.date) read.date_origin = "field";
  article.updated = take_date(
      matter.first_of({"lastmod", "updated", "modified", "last_modified_at", "updated_at", "lastupdated"}),
      read);
  const std::string stem = stem_of(name);
  if (article.date || leading_date(stem).empty()) return;
  article.date = parse_date(leading_date(stem));
  if (article.date) read.date_origin = "file_name";
}

std::int64_t now() { return civil_seconds(parse_date(utc_now()).value_or(Date{})); }

std::string withheld_reason(const FrontMatter& matter) {
  const auto is = [&](std::string_view key, std::string_view value) {
    return matter.first_of({key}) == value;
  };
  if (is("draft", "true") || is("published", "false") || is("publish", "false")) return "draft";
  if (is("private", "true") || is("visibility", "private")) return "private";
  const auto expiry = parse_date(matter.first_of({"expirydate", "unpublishdate"}));
  if (expiry && civil_seconds_end(*expiry) < now()) return "expired";
  const auto publish = parse_date(matter.first_of({"publishdate"}));
  return publish && civil_seconds(*publish) > now() ? "scheduled" : "";
}

void set_addresses(const FrontMatter& matter, Article& article) {
  const std::string_view url =
      matter.first_of({"canonicalurl", "canonical_url", "canonical", "url", "permalink", "link"});
  if (is_web_address(url)) article.url = url;
  for (std::string& alias : matter.all_of({"aliases", "redirect_from"}))
    if (is_web_address(alias)) article.alias_urls.push_back(std::move(alias));
}

void set_title_and_text(const FrontMatter& matter, MarkdownText&& markdown, const std::string& name,
                        Article& article) {
  article.title = matter.first_of({"title"});
  if (article.title.empty()) article.title = markdown.heading;
  if (article.title.empty()) article.title = title_of_name(name);
  article.text = std::move(markdown.text);
  // A heading that says something else than the title is text.
  if (markdown.opens && markdown.heading != article.title)
    article.text = markdown.heading + (article.text.empty() ? "" : "\n") + article.text;
}

ReadArticle article_of(const DecodedText& decoded, const std::string& name) {
  const FrontMatter matter = read_front_matter(decoded.text);
  ReadArticle read{.record = 1};
  Article& article = read.article;
  set_title_and_text(matter, read_markdown(std::string_view(decoded.text).substr(matter.bytes)), name,
                     article);
  set_dates(matter, name, read);
  set_addresses(matter, article);
  article.summary = matter.first_of({"summary", "excerpt", "description"});
  article.authors = parted(matter.all_of({"author", "authors"}));
  article.tags = parted(matter.all_of({"tags", "tag", "categories", "category"}));
  article.source = matter.first_of({"source"});
  read.withheld = withheld_reason(matter);
  if (decoded.replaced > 0) read.warnings.emplace_back("replaced_bytes");
  if (decoded.repaired) read.warnings.emplace_back("repaired_encoding");
  if (matter.repaired) read.warnings.emplace_back("repaired_front_matter");
  return read;
}

}  // namespace

int MarkdownReader::sniff(std::string_view head, std::string_view name) const {
  if (head.empty() || looks_binary(head)) return 0;
  if (head.starts_with(utf8_byte_order_mark)) head.remove_prefix(utf8_byte_order_mark.size());
  const bool marked = head.starts_with("---") || head.starts_with("+++") ||
                      (head.starts_with('{') && is_named_markdown(name));
  const bool has_front_matter = marked && !read_front_matter(head).values.empty();
  if (!is_named_markdown(name)) return has_front_matter ? sure_by_front_matter : 0;
  return has_front_matter ? surest : sure_by_name;
}

void MarkdownReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  const auto refuse = [&](std::string code, std::string message) {
    sink.reject({.path = name, .record = 1, .code = std::move(code), .message = std::move(message)});
  };
  const auto whole = read_whole(bytes, longest_markdown);
  if (!whole) return refuse("too_long", "It is longer than 8 MiB.");
  if (whole->empty()) return;
  const DecodedText decoded = decode_text(*whole);
  if (decoded.replaced * 100 > whole->size())
    return refuse("not_utf8", "It is text in no encoding that is known.");
  ReadArticle read = article_of(decoded, name);
  if (read.article.text.empty() && trimmed(decoded.text).empty())
    return refuse("no_text", "There is nothing in it.");
  sink.article(std::move(read));
}

}  // namespace fihrist
