// SPDX-License-Identifier: GPL-3.0-or-later
// Each page is read in a child process, which is asked for its time and memory when it has ended.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "bench/extraction/measure.hpp"
#include "indexer/extraction/web_page.hpp"

namespace fihrist::bench {
namespace {

constexpr double most_seconds = 2.5;
constexpr long most_kibibytes = 300L * 1024;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::string numbered(std::string_view before, std::string_view after, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += fmt::format("{}{}{}", before, i, after);
  return text;
}

struct Bomb {
  const char* name;
  std::function<std::string()> make;  ///< called in the child, so that each measures its own page only
};

std::vector<Bomb> bombs() {
  return {{"41 KB of <font> and <p>", [] { return numbered("<font color=c", "><p>", 1900); }},
          {"500 KB of <div>", [] { return repeated("<div>", 100'000); }},
          {"1.5 MB of <table><tr><td>", [] { return repeated("<table><tr><td>", 100'000); }},
          {"20,000 <b>", [] { return repeated("<b>", 20'000); }},
          {"20,000 <b> with text", [] { return repeated("<b>x", 20'000); }},
          {"200,000 attributes", [] { return "<div " + numbered("a", "=1 ", 200'000) + ">text</div>"; }},
          {"400,000 <p>", [] { return repeated("<p>نص", 400'000); }},
          {"16 MB of text", [] { return repeated("x", 16'000'000); }},
          {"16 MB of <p>", [] { return repeated("<p>a,", 3'200'000); }},
          {"100,000 comments", [] { return repeated("<!-- x -->", 100'000) + "text"; }},
          {"100,000 <a>", [] { return repeated("<a href=x>", 100'000); }},
          {"30,000 <a> and <p>", [] { return repeated("<a><p>", 30'000); }},
          {"50,000 <select>", [] { return repeated("<select>", 50'000); }},
          {"100,000 <li>", [] { return repeated("<ul><li>", 100'000); }},
          {"one tag of 10 MB", [] { return "<div class=\"" + repeated("a ", 5'000'000) + "\">text</div>"; }},
          {"50,000 <template>", [] { return repeated("<template>", 50'000); }},
          {"1 MB of '<'", [] { return repeated("<", 1'000'000); }},
          {"1 MB of '&'", [] { return repeated("&amp", 250'000); }},
          {"JSON of 100,000 levels",
           [] { return "<script type='application/ld+json'>" + repeated("[", 100'000) + "</script>text"; }}};
}

struct Cost {
  bool sound = false;
  double seconds = 0;
  long kibibytes = 0;
};

Cost cost_of(const Bomb& bomb) {
  const pid_t child = fork();
  if (child == 0) {
    const std::string html = bomb.make();
    (void)read_web_page({.bytes = html});
    _exit(0);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return {};
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {.sound = WIFEXITED(status) && WEXITSTATUS(status) == 0,
          .seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
          .kibibytes = usage.ru_maxrss};
}

}  // namespace

bool measure_bombs() {
  bool all = true;
  for (const Bomb& bomb : bombs()) {
    const Cost cost = cost_of(bomb);
    const bool good = cost.sound && cost.seconds <= most_seconds && cost.kibibytes <= most_kibibytes;
    all = all && good;
    fmt::print("{}  {:.2f} s  {:3} MiB  {}\n", good ? "ok  " : "FAIL", cost.seconds, cost.kibibytes / 1024,
               bomb.name);
  }
  return all;
}

}  // namespace fihrist::bench
