// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out results: plain columns first, Arabic last on its line and never padded.
#include "cli/result_text.hpp"

#include <fmt/format.h>

#include "analysis/utf8.hpp"
#include "cli/wording.hpp"

namespace fihrist {
namespace {

constexpr std::string_view indent = "     ";
constexpr std::size_t shown_facet_values = 8;

std::string line_of(std::string_view text) {
  return text.empty() ? std::string() : fmt::format("{}{}\n", indent, text);
}

/// Highlights would be lost inside isolated(), which drops control characters, so the styled text is
/// isolated by hand.
std::string styled(std::string_view text, const std::vector<Highlight>& highlights, const Console& console) {
  if (!console.out_is_terminal) return std::string(text);
  std::string result;
  append_utf8(result, U'\u2068');
  result += highlighted(clean_utf8(text), highlights, console);
  append_utf8(result, U'\u2069');
  return result;
}

std::string byline(const Hit& hit, const Console& console) {
  std::string text = hit.source;
  for (const std::string& author : hit.authors) text += (text.empty() ? "" : " · ") + author;
  return text.empty() ? text : console.text(text);
}

std::string why_lines(const Hit& hit, const Console& console) {
  std::string text;
  for (const ScorePart& part : hit.why)
    text += fmt::format("{}{:>9.4f}  {}  {}\n", indent, part.value, part.name, console.text(part.detail));
  return text;
}

std::string hit_text(const Hit& hit, std::uint64_t number, const Console& console) {
  const std::string date = hit.date ? to_iso(*hit.date) : std::string("undated");
  return fmt::format("{:>3}  {}  {}\n", number, date, hit.id) +
         line_of(styled(hit.title, hit.title_highlights, console)) +
         line_of(styled(hit.snippet.text, hit.snippet.highlights, console)) + line_of(byline(hit, console)) +
         line_of(hit.url) + why_lines(hit, console) + "\n";
}

std::string heading(const SearchResults& results) {
  const std::string_view about = results.total_is_exact ? "" : "about ";
  return fmt::format("{}{} ({:.1f} ms)\n", about, counted(results.total, "article"), results.took_ms);
}

std::string facet_line(std::string_view name, const std::vector<FacetValue>& values, const Console& console) {
  std::string text;
  for (std::size_t i = 0; i < values.size() && i < shown_facet_values; ++i)
    text += fmt::format("  {:>8}  {}\n", grouped(values[i].count), console.text(values[i].value));
  return text.empty() ? text : fmt::format("{}\n{}", name, text);
}

std::string facets_text(const SearchResults& results, const Console& console) {
  if (!results.facets) return "";
  return facet_line("year", results.facets->year, console) +
         facet_line("author", results.facets->author, console) +
         facet_line("source", results.facets->source, console) +
         facet_line("tag", results.facets->tag, console);
}

std::string ending(const SearchResults& results, const Console& console) {
  std::string text;
  if (!results.also_searched.empty())
    text += fmt::format("Also searched: {}\n", console.text(joined(results.also_searched, " · ")));
  if (results.did_you_mean)
    text += fmt::format("Did you mean ({}): {}\n", counted(results.did_you_mean->total, "article"),
                        console.text(results.did_you_mean->text));
  if (results.next)
    text += fmt::format("Next page: --after {}\n", *results.next);
  else if (results.offset + results.hits.size() < results.total)
    text += fmt::format("Next page: --offset {}\n", results.offset + results.hits.size());
  return text;
}

}  // namespace

std::string highlighted(std::string_view text, const std::vector<Highlight>& highlights,
                        const Console& console) {
  std::string result;
  std::size_t at = 0;
  std::uint32_t code_point = 0;
  const auto pass = [&](std::uint32_t until) {
    const std::size_t begin = at;
    for (; code_point < until && at < text.size(); ++code_point) next_code_point(text, at);
    return text.substr(begin, at - begin);
  };
  for (const Highlight& highlight : highlights) {
    result += pass(highlight.begin);
    result += console.bold(pass(highlight.end));
  }
  return result.append(text.substr(at));
}

std::string result_text(const SearchResults& results, const Console& console) {
  std::string text = heading(results) + "\n";
  std::uint64_t number = results.offset;
  for (const Hit& hit : results.hits) text += hit_text(hit, ++number, console);
  if (!results.related.empty()) text += "Related: these hold only some of the words\n\n";
  for (const Hit& hit : results.related) text += hit_text(hit, ++number, console);
  return text + facets_text(results, console) + ending(results, console);
}

}  // namespace fihrist
