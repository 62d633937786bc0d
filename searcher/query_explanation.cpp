// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the steps of a search and writes them down.
#include "searcher/query_explanation.hpp"

#include <algorithm>

#include "searcher/query_compiler.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/repair.hpp"
#include "searcher/search_run.hpp"
#include "searcher/word_frequency.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_written = 8;

std::vector<std::string> written_words(const Lexicon& lexicon, const std::vector<std::string>& stems) {
  std::vector<std::string> written;
  for (const std::string& stem : stems)
    for (const WordId id : lexicon.words_of_stem(stem))
      if (written.size() < most_written && lexicon.frequency(id) > 0)
        written.emplace_back(lexicon.written(id));
  return written;
}

FormOrigin origin_at(const std::vector<FormOrigin>& origins, std::size_t at) {
  return at < origins.size() ? origins[at] : FormOrigin::typed;
}

class Explainer {
 public:
  explicit Explainer(const IndexView& index) : index_(index) {}

  ExplainedQueryWord word(const SearchWord& word) const {
    ExplainedQueryWord explained{.quoted = word.quoted};
    for (const std::string& typed : word.typed)
      explained.typed.append(explained.typed.empty() ? "" : " ").append(typed);
    for (std::size_t i = 0; i < word.stems.size(); ++i)
      explained.forms.push_back(form(origin_at(word.stem_origins, i), {word.stems[i]}, word.field));
    for (std::size_t i = 0; i < word.sequences.size(); ++i)
      explained.forms.push_back(form(origin_at(word.sequence_origins, i), word.sequences[i], word.field));
    return explained;
  }

 private:
  ExplainedForm form(FormOrigin origin, const std::vector<std::string>& stems, Field field) const {
    SearchWord alone;
    (stems.size() == 1 ? alone.stems : alone.sequences.emplace_back()) = stems;
    return {.origin = origin,
            .stems = stems,
            .written = written_words(index_.lexicon(), stems),
            .articles = frequency_of(index_, alone, field)};
  }

  const IndexView& index_;
};

}  // namespace

std::string_view name_of(FormOrigin origin) {
  switch (origin) {
    case FormOrigin::typed:
      return "typed";
    case FormOrigin::plural:
      return "plural";
    case FormOrigin::name:
      return "name";
    case FormOrigin::singular:
      return "singular";
    case FormOrigin::together:
      return "together";
    case FormOrigin::apart:
      return "apart";
    case FormOrigin::parts:
      return "parts";
  }
  return "";
}

QueryExplanation explain_query(const SearchContext& context, const std::string& text) {
  SearchRequest counting{.text = text, .limit = 0, .related = false};
  const SearchResults results = run_search(context, counting);
  const CompiledQuery query = compile(counting, context.index);
  QueryExplanation explanation{.tree = describe(parse_query(text).root),
                               .total = results.total,
                               .total_is_exact = results.total_is_exact,
                               .notices = results.notices};
  const LooseQuery loose = loosen(query, context.index);
  const Explainer explainer(context.index);
  for (const SearchWord& word : query.words) {
    explanation.words.push_back(explainer.word(word));
    for (const SearchWord& near : loose.near)
      if (near.typed == word.typed) explanation.words.back().near = near.stems;
  }
  for (std::string& other : repairs(context.index, query, text)) {
    counting.text = other;
    const std::uint64_t total = run_search(context, counting).total;
    explanation.repairs.push_back({.text = std::move(other), .total = total});
  }
  return explanation;
}

}  // namespace fihrist
