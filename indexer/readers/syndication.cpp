// SPDX-License-Identifier: GPL-3.0-or-later
// The suffix is found in the folded line and cut out of the line as written.
#include "indexer/readers/syndication.hpp"

#include <vector>

#include "analysis/fold.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

constexpr std::string_view openings[] = {"التدوينة", "المقالة",  "المقال",      "الموضوع",   "الخبر",
                                         "المنشور",  "the post", "the article", "l'article", "l’article"};
constexpr std::string_view verbs[] = {"ظهرت أولا على",
                                      "ظهر أولا على",
                                      "ظهرت أولا في",
                                      "ظهر أولا في",
                                      "نشرت أولا على",
                                      "نشر أولا على",
                                      "نشرت أولا في",
                                      "نشر أولا في",
                                      "appeared first on",
                                      "first appeared on",
                                      "est apparu en premier sur"};
/// Without the title: the source follows at once.
constexpr std::string_view whole_openings[] = {"ظهر هذا الموضوع أولا على", "ظهرت هذه التدوينة أولا على",
                                               "ظهر هذا المقال أولا على", "this post first appeared on"};
constexpr std::size_t longest_source_bytes = 120;
/// No opening is longer, marks over its letters included.
constexpr std::size_t looked_at_bytes = 96;

using Phrases = std::vector<std::string>;

/// Folded phrases, each as it stands before more words.
template <std::size_t count>
Phrases folded(const std::string_view (&phrases)[count]) {
  Phrases made;
  for (const std::string_view phrase : phrases) made.push_back(fold_key(phrase) + ' ');
  return made;
}

std::size_t opening_of(std::string_view line, const Phrases& phrases) {
  for (const std::string& phrase : phrases)
    if (line.starts_with(phrase)) return phrase.size();
  return 0;
}

struct Found {
  std::size_t begin = std::string::npos;
  std::size_t end = 0;
};

/// The last place: the title itself may hold such words.
Found verb_in(std::string_view line) {
  static const Phrases phrases = folded(verbs);
  for (const std::string& phrase : phrases) {
    const std::size_t at = line.rfind(phrase);
    if (at != std::string_view::npos) return {at, at + phrase.size()};
  }
  return {};
}

std::string_view without_full_stop(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
  return trimmed(text);
}

std::optional<Syndication> with_source(std::string title, std::string_view source) {
  source = without_full_stop(source);
  if (source.empty() || source.size() > longest_source_bytes) return std::nullopt;
  return Syndication{.title = std::move(title), .source = std::string(source)};
}

}  // namespace

std::optional<Syndication> read_syndication(std::string_view line) {
  static const Phrases opening_phrases = folded(openings);
  static const Phrases whole_phrases = folded(whole_openings);
  // Nearly every line that is asked for is a paragraph, of which the beginning tells that.
  const std::string beginning = fold(line.substr(0, looked_at_bytes)).text;
  if (opening_of(beginning, opening_phrases) == 0 && opening_of(beginning, whole_phrases) == 0)
    return std::nullopt;
  const FoldedText key = fold(line);
  if (const std::size_t whole = opening_of(key.text, whole_phrases); whole != 0)
    return with_source({}, line.substr(key.origin[whole]));
  const std::size_t opening = opening_of(key.text, opening_phrases);
  const Found verb = opening == 0 ? Found{} : verb_in(key.text);
  if (verb.begin == std::string::npos || verb.begin <= opening) return std::nullopt;
  const std::size_t title_begin = key.origin[opening];
  const std::string_view title = line.substr(title_begin, key.origin[verb.begin] - title_begin);
  return with_source(std::string(trimmed(title)), line.substr(key.origin[verb.end]));
}

}  // namespace fihrist
