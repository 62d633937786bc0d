// SPDX-License-Identifier: GPL-3.0-or-later
// How the program understands a text: its words, their folds and stems, and the query it makes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "cli/console.hpp"
#include "searcher/query_explanation.hpp"

namespace fihrist {

struct ExplainedWord {
  Token token;
  std::string written;  ///< as it stands in the text
  std::string stem;     ///< by the rules alone, without an archive's evidence
};

struct TextExplanation {
  std::vector<ExplainedWord> words;
  std::string query;  ///< the tree, see describe() in searcher/query.hpp
};

TextExplanation explain_text(std::string_view text, const Analyzer& analyzer);

std::string explanation_text(const TextExplanation& explanation, const Console& console);
/// What an archive makes of the query, a line a form.
std::string explanation_text(const QueryExplanation& explanation, const Console& console);
/// {"query","words":[{"written","word","stem","begin","end","position","kind","alternative","hamza"}…]}, and
/// with an archive
/// "archive":{"total","total_is_exact","words":[{"typed","quoted","forms":[{"origin","stems","written",
/// "articles"}…],"near"}…],"repairs":[{"text","total"}…]}
std::string to_json(const TextExplanation& explanation,
                    const std::optional<QueryExplanation>& of_archive = {});

}  // namespace fihrist
