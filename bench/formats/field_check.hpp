// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of an article against what other libraries read out of the same feed.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// The fields that other libraries and we have in common.
enum class CheckedField { title, link, id, text, summary, author, date, updated, tag };

/// True when the article says the same: texts are compared without markup and in one line, dates as
/// instants. A summary may be the text of an article that has no other.
bool holds_value(const ReadArticle& read, CheckedField field, std::string_view expected);

/// The value of the field, for people.
std::string shown_value(const ReadArticle& read, CheckedField field);

}  // namespace fihrist
