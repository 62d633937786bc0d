// SPDX-License-Identifier: GPL-3.0-or-later
// A sorted list of word numbers.
#include "searcher/word_order.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/definite_forms.hpp"

namespace fihrist {

WordOrder::WordOrder(const Lexicon& lexicon) : lexicon_(lexicon), order_(lexicon.size()) {
  std::iota(order_.begin(), order_.end(), WordId{0});
  std::sort(order_.begin(), order_.end(),
            [&](WordId left, WordId right) { return lexicon.word(left) < lexicon.word(right); });
}

std::vector<WordId>::const_iterator WordOrder::first_at(std::string_view text) const {
  return std::lower_bound(order_.begin(), order_.end(), text,
                          [this](WordId id, std::string_view wanted) { return lexicon_.word(id) < wanted; });
}

bool WordOrder::is_beginning(std::string_view prefix) const {
  const auto at = first_at(prefix);
  return at != order_.end() && lexicon_.word(*at).starts_with(prefix);
}

void WordOrder::collect(std::string_view prefix, std::vector<WordId>& out) const {
  for (auto at = first_at(prefix); at != order_.end() && lexicon_.word(*at).starts_with(prefix); ++at)
    if (lexicon_.frequency(*at) > 0) out.push_back(*at);
}

std::vector<WordId> WordOrder::beginning_with(std::string_view prefix, std::size_t limit,
                                              bool* capped) const {
  std::vector<WordId> words;
  collect(prefix, words);
  for (const std::string& form : definite_forms(prefix)) collect(form, words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const std::size_t kept = std::min(limit, words.size());
  if (capped) *capped = kept < words.size();
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(),
                    [this](WordId left, WordId right) {
                      const auto a = lexicon_.frequency(left), b = lexicon_.frequency(right);
                      return a != b ? a > b : left < right;
                    });
  words.resize(kept);
  return words;
}

}  // namespace fihrist
