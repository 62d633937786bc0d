// SPDX-License-Identifier: GPL-3.0-or-later
// The words that sites put around articles.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fihrist {

/// What a phrase around an article is.
enum class PagePhrase : std::uint8_t {
  chrome,    ///< buttons and headings of the site: «طباعة», "Share"
  page_end,  ///< what follows is no article any more: «إرسال تعليق», "Older Post", «مواضيع ذات صلة»
  promotion,       ///< «تابعنا على …», "Visit Now"
  source_note,     ///< «المصدر»
  author_label,    ///< «بقلم …», "by …"
  author_colon,    ///< a label only before a colon: «كتب: …», since «كتب» are also books
  date_label,      ///< «نشر في …», "Published …"
  updated_label,   ///< «آخر تحديث: …»
  tags_label,      ///< «الوسوم: …», "Labels: …"
  comments_label,  ///< «التعليقات (3)», "3 comments"
};

/// The phrase that a whole folded line is (fold_key); nothing when it is none.
std::optional<PagePhrase> whole_line_phrase(std::string_view key);

struct LeadingPhrase {
  PagePhrase phrase;
  std::size_t bytes;  ///< of the folded line that the phrase takes
};

/// The longest phrase that a folded line begins with and that ends at a word's end; nothing when there is
/// none. Only phrases that may go on are considered: «تابعنا على», not «طباعة».
std::optional<LeadingPhrase> leading_phrase(std::string_view key);

/// What stands behind a leading phrase in the line as written, without the colon or dash between them.
std::string_view behind_phrase(std::string_view line, std::size_t bytes);

/// Number of comments in words: «لا توجد تعليقات» is 0; nothing for other lines.
std::optional<std::uint32_t> worded_comment_count(std::string_view key);

/// Hosts that only point elsewhere: ift.tt, t.co, … Their links are never an article's own address.
bool is_link_shortener(std::string_view host);

}  // namespace fihrist
