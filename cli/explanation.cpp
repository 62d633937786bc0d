// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a text through the analyser and the query parser, and lays out what they make of it.
#include "cli/explanation.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/wording.hpp"
#include "searcher/query_parser.hpp"

namespace fihrist {
namespace {

std::string_view kind_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::arabic:
      return "arabic";
    case TokenKind::latin:
      return "latin";
    case TokenKind::number:
      return "number";
    case TokenKind::mixed:
      return "mixed";
  }
  return "";
}

/// "    plural    stem هواتف  812 articles: هواتف · الهواتف"
std::string form_line(const ExplainedForm& form, const Console& console) {
  return fmt::format("    {:<9} {} {}  {}{}{}\n", name_of(form.origin),
                     form.stems.size() == 1 ? "stem" : "stems", console.text(joined(form.stems, " ")),
                     counted(form.articles, "article"), form.written.empty() ? "" : ": ",
                     console.text(joined(form.written, " · ")));
}

std::string word_line(const ExplainedWord& word, const Console& console) {
  const Token& token = word.token;
  return fmt::format("{:>4} {:>6}-{:<6} {:<7} {:<12} {}  {}  {}\n", token.position, token.begin, token.end,
                     kind_name(token.kind),
                     token.alternative ? "alternative"
                     : token.hamza     ? "hamza"
                                       : "",
                     console.text(word.written), console.text(token.text), console.text(word.stem));
}

nlohmann::ordered_json json_of(const QueryExplanation& explanation) {
  auto words = nlohmann::ordered_json::array();
  for (const ExplainedQueryWord& word : explanation.words) {
    auto forms = nlohmann::ordered_json::array();
    for (const ExplainedForm& form : word.forms)
      forms.push_back({{"origin", name_of(form.origin)},
                       {"stems", form.stems},
                       {"written", form.written},
                       {"articles", form.articles}});
    words.push_back({{"typed", word.typed}, {"quoted", word.quoted}, {"forms", forms}, {"near", word.near}});
  }
  auto repairs = nlohmann::ordered_json::array();
  for (const ExplainedRepair& repair : explanation.repairs)
    repairs.push_back({{"text", repair.text}, {"total", repair.total}});
  return {{"total", explanation.total},
          {"total_is_exact", explanation.total_is_exact},
          {"words", words},
          {"repairs", repairs}};
}

}  // namespace

TextExplanation explain_text(std::string_view text, const Analyzer& analyzer) {
  TextExplanation explanation{.query = describe(parse_query(text).root)};
  const NoEvidence none;
  for (Token& token : analyzer.words(text)) {
    std::string stem = analyzer.stem(token.text, token.hamza, none);
    std::string written(text.substr(token.begin, token.end - token.begin));
    explanation.words.push_back(
        {.token = std::move(token), .written = std::move(written), .stem = std::move(stem)});
  }
  return explanation;
}

std::string explanation_text(const TextExplanation& explanation, const Console& console) {
  std::string text = "place bytes         kind    marks        written  folded  stem (by rules alone)\n";
  for (const ExplainedWord& word : explanation.words) text += word_line(word, console);
  return text + "As a query: " + console.text(explanation.query) + "\n";
}

std::string explanation_text(const QueryExplanation& explanation, const Console& console) {
  std::string text = fmt::format("In this archive: {}{}\n", explanation.total_is_exact ? "" : "about ",
                                 counted(explanation.total, "article"));
  for (const ExplainedQueryWord& word : explanation.words) {
    text +=
        fmt::format("  {}{}\n", console.text(word.typed), word.quoted ? "  as written, no other form" : "");
    for (const ExplainedForm& form : word.forms) text += form_line(form, console);
    if (!word.near.empty())
      text += fmt::format("    where words may be missing, also the stems {}\n",
                          console.text(joined(word.near, " · ")));
  }
  for (const ExplainedRepair& repair : explanation.repairs)
    text +=
        fmt::format("Perhaps meant: {}  {}\n", console.text(repair.text), counted(repair.total, "article"));
  return text;
}

std::string to_json(const TextExplanation& explanation, const std::optional<QueryExplanation>& of_archive) {
  auto words = nlohmann::ordered_json::array();
  for (const auto& [token, written, stem] : explanation.words)
    words.push_back({{"written", written},
                     {"word", token.text},
                     {"stem", stem},
                     {"begin", token.begin},
                     {"end", token.end},
                     {"position", token.position},
                     {"kind", kind_name(token.kind)},
                     {"alternative", token.alternative},
                     {"hamza", token.hamza}});
  nlohmann::ordered_json object{{"query", explanation.query}, {"words", words}};
  if (of_archive) object["archive"] = json_of(*of_archive);
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace fihrist
