// SPDX-License-Identifier: GPL-3.0-or-later
// What all XML formats do with an article once its fields are found.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/reader.hpp"
#include "indexer/readers/xml_records.hpp"

namespace fihrist {

/// The date of a field. An empty text is none; one that is not understood is none either, and leaves the
/// warning "bad_date".
std::optional<Date> field_date(std::string_view text, ReadArticle& read);

/// Adds a warning once.
void warn(ReadArticle& read, std::string_view warning);

/// Makes every text clean: encoded twice is decoded twice (warning "repaired_encoding"), paragraphs and lines
/// are tidied, empty and repeated tags, authors and aliases go. The line that syndication adds goes too, and
/// names the source. Takes number and place from the record, and its warning "replaced_bytes".
void finish_article(ReadArticle& read, const XmlRecord& record);

/// To the sink, or a reject "no_text" when there is neither title nor text. Deletions need no text.
void give_article(ReadArticle&& read, const std::string& path, const ReaderSink& sink);

/// A record that is no article.
Skip skip_of(const XmlRecord& record, const std::string& path, const char* code, std::string message);

/// The number that a text is and nothing else.
std::optional<std::uint32_t> count_in(std::string_view text);

}  // namespace fihrist
