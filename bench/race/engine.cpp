// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-race-engine: Fihrist and plain Xapian as contestants of bench/run, and the questions for all.
//
//   fihrist-race-engine questions EACH CORPUS…     questions drawn from the corpus, a line each
//   fihrist-race-engine index-xapian DIR CORPUS…   builds the plain index
//   fihrist-race-engine answer-xapian DIR          answers the questions on standard input, a page of ten
//   each:
//                                                  `milliseconds<TAB>hits on the page` a line
//   fihrist-race-engine answer-fihrist DIR
#include <fmt/core.h>

#include <chrono>
#include <functional>
#include <iostream>
#include <span>

#include "bench/race/article_lines.hpp"
#include "bench/race/question_lines.hpp"
#include "searcher/searcher.hpp"

namespace {

using namespace fihrist;
using namespace fihrist::bench;
using Kind = QuestionClass::Kind;
/// Answers, and gives the number of hits on the page.
using Answer = std::function<std::size_t(const AskedQuestion&)>;

SearchRequest request_of(const AskedQuestion& asked) {
  SearchRequest request;
  for (const std::string& word : asked.question.words) {
    if (!request.text.empty()) request.text += asked.kind == Kind::any ? " OR " : " ";
    request.text += word;
  }
  if (asked.kind == Kind::phrase) request.text = "\"" + request.text + "\"";
  if (asked.kind == Kind::filtered) request.text += fmt::format(" year:{}", asked.question.year);
  if (asked.kind == Kind::newest || asked.kind == Kind::newest_everything) request.sort = Sort::newest;
  request.related = false;
  // The same questions are asked in every pass: what is raced is answering, not remembering.
  request.afresh = true;
  return request;
}

void answer_lines(const Answer& answer) {
  for (std::string line; std::getline(std::cin, line);) {
    const auto asked = parse_question_line(line);
    if (!asked) throw std::runtime_error("no question: " + line);
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t hits = answer(*asked);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    fmt::print("{:.4f}\t{}\n", taken.count(), hits);
    std::fflush(stdout);
  }
}

void print_questions(std::size_t each, const std::vector<std::string>& corpus) {
  for (const QuestionClass& asked : make_workload(read_articles(corpus), each, 7))
    for (const Question& question : asked.questions) fmt::print("{}\n", question_line(asked, question));
}

void answer_fihrist(const std::string& directory) {
  Archive archive(directory);
  Searcher searcher(archive);
  answer_lines([&](const AskedQuestion& asked) { return searcher.search(request_of(asked)).hits.size(); });
}

void answer_xapian(const std::string& directory) {
  PlainXapian plain(directory, {});
  answer_lines([&](const AskedQuestion& asked) { return plain.page(asked.kind, asked.question); });
}

int run(const std::vector<std::string>& words) {
  const std::string what = words.empty() ? "" : words[0];
  const auto rest = [&](std::size_t from) {
    return std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
  };
  if (what == "questions" && words.size() >= 3) {
    print_questions(std::stoul(words[1]), rest(2));
  } else if (what == "index-xapian" && words.size() >= 3) {
    build_plain_xapian(words[1], articles_of(rest(2)));
  } else if (what == "answer-xapian" && words.size() == 2) {
    answer_xapian(words[1]);
  } else if (what == "answer-fihrist" && words.size() == 2) {
    answer_fihrist(words[1]);
  } else {
    fmt::print(stderr, "usage: see the head of bench/race/engine.cpp\n");
    return 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::span arguments(argv, static_cast<std::size_t>(argc));
  try {
    return run({arguments.begin() + 1, arguments.end()});
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
