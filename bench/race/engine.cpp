// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-race-engine: Fihrist and plain Xapian as contestants of bench/run, and the questions for all.
//
//   fihrist-race-engine questions EACH CORPUS…     questions drawn from the corpus, a line each
//   fihrist-race-engine index-xapian DIR CORPUS…   builds the plain index
//   fihrist-race-engine answer-xapian DIR          answers the questions on standard input, ten hits each,
//   fihrist-race-engine answer-fihrist DIR         by `milliseconds<TAB>hits on the page` a line
//   fihrist-race-engine rate-xapian THREADS DIR    asks them of so many threads for some seconds
//   fihrist-race-engine rate-fihrist THREADS DIR   and prints the answers a second
#include <fmt/core.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <span>
#include <thread>
#include <vector>

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
  if (asked.kind == Kind::oldest) request.sort = Sort::oldest;
  request.facets = asked.kind == Kind::faceted;
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

/// Each thread asks all questions, beginning elsewhere, until the time is over; the first round is not
/// counted.
void print_rate(unsigned threads, const std::function<Answer()>& make_answer) {
  std::vector<AskedQuestion> questions;
  for (std::string line; std::getline(std::cin, line);)
    if (auto asked = parse_question_line(line)) questions.push_back(std::move(*asked));
  if (questions.empty()) throw std::runtime_error("there are no questions on standard input");
  constexpr auto counted = std::chrono::seconds(8);
  std::atomic<unsigned> warm = 0;
  std::atomic<std::uint64_t> answered = 0;
  const auto ask = [&](unsigned thread) {
    const Answer answer = make_answer();
    for (const AskedQuestion& question : questions) answer(question);
    for (++warm; warm < threads;) std::this_thread::yield();
    std::uint64_t count = 0;
    const auto end = std::chrono::steady_clock::now() + counted;
    for (std::size_t at = questions.size() * thread / threads; std::chrono::steady_clock::now() < end;
         ++at, ++count)
      answer(questions[at % questions.size()]);
    answered += count;
  };
  std::vector<std::jthread> asking;
  for (unsigned thread = 0; thread < threads; ++thread) asking.emplace_back(ask, thread);
  asking.clear();
  fmt::print("{:.0f}\n", static_cast<double>(answered) / std::chrono::duration<double>(counted).count());
}

void print_fihrist_rate(unsigned threads, const std::string& directory) {
  Archive archive(directory);
  print_rate(threads, [&] {
    auto searcher = std::make_shared<Searcher>(archive);
    return [searcher](const AskedQuestion& asked) { return searcher->search(request_of(asked)).hits.size(); };
  });
}

void print_xapian_rate(unsigned threads, const std::string& directory) {
  print_rate(threads, [&] {
    auto plain = std::make_shared<PlainXapian>(directory, std::vector<Article>());
    return [plain](const AskedQuestion& asked) { return plain->page(asked.kind, asked.question); };
  });
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
  } else if (what == "rate-xapian" && words.size() == 3) {
    print_xapian_rate(static_cast<unsigned>(std::stoul(words[1])), words[2]);
  } else if (what == "rate-fihrist" && words.size() == 3) {
    print_fihrist_rate(static_cast<unsigned>(std::stoul(words[1])), words[2]);
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
