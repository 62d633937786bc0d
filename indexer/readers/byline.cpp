// SPDX-License-Identifier: GPL-3.0-or-later
// A byline is taken apart at its bars and dashes; every part must be understood.
#include "indexer/readers/byline.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "analysis/fold.hpp"
#include "analysis/relative_date.hpp"
#include "analysis/stop_words.hpp"
#include "analysis/tokenizer.hpp"
#include "analysis/utf8.hpp"
#include "indexer/page_lexicon.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

constexpr std::size_t most_words_of_name = 5;
constexpr std::size_t longest_byline_bytes = 300;
constexpr std::string_view part_marks[] = {"|", "\u2022", "\u00B7", " - ", " \u2013 ", " \u2014 ", " / "};
constexpr std::string_view date_joints[] = {" في ", " بتاريخ ", " يوم ", " on ", " le ", "، ", ", "};

std::optional<std::uint32_t> number_in(std::string_view key) {
  const std::size_t begin = key.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(key.find_first_not_of("0123456789", begin), key.size());
  std::uint32_t number = 0;
  const auto [_, error] = std::from_chars(key.data() + begin, key.data() + end, number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// «comments (0)», «التعليقات: 3», "3 comments", «٣ تعليقات»: a word for comments, a number, nothing else.
std::optional<std::uint32_t> comment_count(std::string_view part) {
  const std::string key = fold_key(part);
  if (const auto worded = worded_comment_count(key)) return worded;
  const auto count = number_in(key);
  if (!count) return std::nullopt;
  std::string word;
  std::copy_if(key.begin(), key.end(), std::back_inserter(word),
               [](char c) { return std::string_view("0123456789():[] ").find(c) == std::string_view::npos; });
  const auto label = leading_phrase(word);
  const bool known = label && label->phrase == PagePhrase::comments_label && label->bytes == word.size();
  return known ? count : std::nullopt;
}

/// Adds what is read to a byline; a second author, or a second date of a kind, is not understood.
class BylineReader {
 public:
  explicit BylineReader(const std::optional<Date>& seen) : seen_(seen) {}

  std::optional<Byline> read(std::string_view line) {
    if (read_part(line)) return std::move(byline_);
    byline_ = {};
    for (const std::string_view part : parts_of(line))
      if (!read_part(part) && !keep_name(part)) return std::nullopt;
    if (!name_.empty() && !set_author(name_)) return std::nullopt;
    const bool name_without_date = !name_.empty() && !byline_.published && !byline_.updated;
    return name_without_date ? std::nullopt : std::optional(std::move(byline_));
  }

 private:
  static std::vector<std::string_view> parts_of(std::string_view line) {
    std::vector<std::string_view> parts;
    while (!line.empty()) {
      std::size_t cut = line.size();
      std::size_t length = 0;
      for (const std::string_view mark : part_marks)
        if (const std::size_t at = line.find(mark); at < cut) {
          cut = at;
          length = mark.size();
        }
      if (const auto part = trimmed(line.substr(0, cut)); !part.empty()) parts.push_back(part);
      line.remove_prefix(cut + length);
    }
    return parts;
  }

  std::optional<Date> date_of(std::string_view text) const {
    const auto date = parse_date(text);
    return date || !seen_ ? date : parse_relative_date(text, *seen_);
  }

  bool read_part(std::string_view part) {
    const auto label = leading_phrase(fold_key(part));
    // Such words in front of a date are part of it elsewhere.
    if (label && label->phrase == PagePhrase::updated_label) return read_labelled(part, *label);
    if (const auto date = date_of(part)) return set_published(*date);
    if (const auto count = comment_count(part)) return set_comments(*count);
    return label && read_labelled(part, *label);
  }

  bool read_labelled(std::string_view part, const LeadingPhrase& label) {
    const std::string_view rest = behind_phrase(part, label.bytes);
    const bool colon = fold_key(part).find(':') != std::string::npos;
    switch (label.phrase) {
      case PagePhrase::date_label:
        return read_labelled_date(rest, byline_.published);
      case PagePhrase::updated_label:
        return read_labelled_date(rest, byline_.updated);
      case PagePhrase::author_label:
        return read_author(rest);
      case PagePhrase::author_colon:
        return colon ? read_author(rest) : read_labelled_date(rest, byline_.published);
      default:
        return false;
    }
  }

  bool read_labelled_date(std::string_view rest, std::optional<Date>& date) {
    if (date) return false;
    date = date_of(rest);
    byline_.labelled = true;
    return date.has_value();
  }

  /// A name alone, or a name and a date: «محمد حبش في 20 يناير 2017».
  bool read_author(std::string_view rest) {
    byline_.labelled = true;
    if (reads_as_name(rest)) return set_author(rest);
    for (const std::string_view joint : date_joints) {
      const std::size_t at = rest.find(joint);
      if (at == std::string_view::npos || !reads_as_name(rest.substr(0, at))) continue;
      const auto date = date_of(rest.substr(at + joint.size()));
      if (date) return set_published(*date) && set_author(rest.substr(0, at));
    }
    return false;
  }

  bool keep_name(std::string_view part) {
    if (!name_.empty() || !reads_as_name(part)) return false;
    name_ = part;
    return true;
  }

  bool set_author(std::string_view name) {
    if (!byline_.author.empty()) return false;
    byline_.author = trimmed(name);
    return true;
  }

  bool set_published(const Date& date) {
    if (byline_.published) return false;
    byline_.published = date;
    return true;
  }

  bool set_comments(std::uint32_t count) {
    if (byline_.comments) return false;
    byline_.comments = count;
    return true;
  }

  const std::optional<Date>& seen_;
  Byline byline_;
  std::string_view name_;
};

}  // namespace

bool reads_as_name(std::string_view text) {
  const std::vector<Token> words = tokenize(text);
  if (words.empty() || words.size() > most_words_of_name) return false;
  constexpr std::string_view not_in_names = ":!?;()[]{}<>|/\\@#\"";
  if (text.find_first_of(not_in_names) != std::string_view::npos || text.ends_with('.')) return false;
  return std::none_of(words.begin(), words.end(), [&](const Token& word) {
    return word.kind == TokenKind::number || word.kind == TokenKind::mixed ||
           is_no_name(word.text, text.substr(word.begin, word.end - word.begin));
  });
}

std::optional<Byline> read_byline(std::string_view line, const std::optional<Date>& seen) {
  if (trimmed(line).empty() || line.size() > longest_byline_bytes) return std::nullopt;
  return BylineReader(seen).read(line);
}

}  // namespace fihrist
