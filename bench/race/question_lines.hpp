// SPDX-License-Identifier: GPL-3.0-or-later
// Questions as lines of text, so that engines in other languages are asked the same.
#pragma once

#include <optional>
#include <string>

#include "bench/latency/workload.hpp"

namespace fihrist::bench {

/// `class<TAB>kind<TAB>year<TAB>words`: words separated by blanks, year 0 without a filter. Kinds are named
/// term, all, any, phrase, newest, newest_everything, oldest, filtered, faceted.
std::string question_line(const QuestionClass& asked, const Question& question);

struct AskedQuestion {
  QuestionClass::Kind kind = QuestionClass::Kind::term;
  Question question;
};

/// The inverse; nothing when the line is none.
std::optional<AskedQuestion> parse_question_line(const std::string& line);

}  // namespace fihrist::bench
