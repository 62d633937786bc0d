// SPDX-License-Identifier: GPL-3.0-or-later
// The suffix is found in the folded line and cut out of the line as written.
#include "indexer/readers/syndication.hpp"

#include <algorithm>

#include "analysis/fold.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

constexpr std::string_view openings[] = {"التدوينة", "المقالة",  "المقال",      "الموضوع",   "الخبر",
                                         "المنشور",  "the post", "the article", "l'article", "l’article"};
constexpr std::string_view verbs[] = {"ظهرت أولا على", "ظهر أولا على",      "ظهرت أولا في",
                                      "ظهر أولا في",   "نشرت أولا على",     "نشر أولا على",
                                      "نشرت أولا في",  "نشر أولا في",       "appeared first on",
                                      "first appeared on", "est apparu en premier sur"};
/// Without the title: the source follows at once.
constexpr std::string_view whole_openings[] = {"ظهر هذا الموضوع أولا على", "ظهرت هذه التدوينة أولا على",
                                               "ظهر هذا المقال أولا على", "this post first appeared on"};
constexpr std::size_t longest_source_bytes = 120;

/// The folded phrase as it stands before more words.
std::string folded_phrase(std::string_view phrase) { return fold_key(phrase) + ' '; }

template <std::size_t count>
std::size_t opening_of(std::string_view folded, const std::string_view (&phrases)[count]) {
  for (const std::string_view phrase : phrases)
    if (const std::string key = folded_phrase(phrase); folded.starts_with(key)) return key.size();
  return 0;
}

struct Found {
  std::size_t begin = std::string::npos;
  std::size_t end = 0;
};

/// The last place: the title itself may hold such words.
Found verb_in(std::string_view folded) {
  for (const std::string_view verb : verbs) {
    const std::string key = folded_phrase(verb);
    const std::size_t at = folded.rfind(key);
    if (at != std::string_view::npos) return {at, at + key.size()};
  }
  return {};
}

std::string_view without_marks(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
  return trimmed(text);
}

std::optional<Syndication> with_source(std::string title, std::string_view source) {
  source = without_marks(source);
  if (source.empty() || source.size() > longest_source_bytes) return std::nullopt;
  return Syndication{.title = std::move(title), .source = std::string(source)};
}

}  // namespace

std::optional<Syndication> read_syndication(std::string_view line) {
  const FoldedText folded = fold(line);
  if (const std::size_t whole = opening_of(folded.text, whole_openings); whole != 0)
    return with_source({}, line.substr(folded.origin[whole]));
  const std::size_t opening = opening_of(folded.text, openings);
  const Found verb = opening == 0 ? Found{} : verb_in(folded.text);
  if (verb.begin == std::string::npos || verb.begin <= opening) return std::nullopt;
  const std::size_t title_begin = folded.origin[opening];
  const std::string_view title = line.substr(title_begin, folded.origin[verb.begin] - title_begin);
  return with_source(std::string(trimmed(title)), line.substr(folded.origin[verb.end]));
}

}  // namespace fihrist
