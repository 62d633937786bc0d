// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a text through the analyser and the query parser, and lays out what they make of it.
#include "cli/explanation.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

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

std::string word_line(const ExplainedWord& word, const Console& console) {
  const Token& token = word.token;
  return fmt::format("{:>4} {:>6}-{:<6} {:<7} {:<12} {}  {}  {}\n", token.position, token.begin, token.end,
                     kind_name(token.kind),
                     token.alternative ? "alternative"
                     : token.hamza     ? "hamza"
                                       : "",
                     console.text(word.written), console.text(token.text), console.text(word.stem));
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

std::string to_json(const TextExplanation& explanation) {
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
  const nlohmann::ordered_json object{{"query", explanation.query}, {"words", words}};
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace fihrist
