// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-conformance DIR: reads the test suites of other feed readers and of blogs in DIR and holds the
// results to floors. fihrist-conformance --speed FILE…: reads each file to its end and tells how fast, by the
// time of the processor, which other programs do not change much.
#include <fmt/format.h>
#include <sys/resource.h>

#include <ctime>
#include <exception>

#include "bench/formats/reading.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/readers/registry.hpp"

namespace {

using namespace fihrist;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

void measure(const std::filesystem::path& path) {
  PeekedSource source(open_file(path));
  const Reader* reader = choose_reader(source.head(), path.filename().string());
  if (reader == nullptr) throw std::runtime_error("no reader takes " + path.string());
  std::size_t articles = 0;
  std::size_t others = 0;
  const double begin = processor_seconds();
  reader->read(source, path.string(),
               {.article = [&](ReadArticle&&) { ++articles; },
                .reject = [&](Reject&&) { ++others; },
                .skip = [&](Skip&&) { ++others; }});
  const double seconds = processor_seconds() - begin;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{}: {} articles, {} others, {:.1f} MB in {:.2f} s = {:.0f} MB/s, peak {} MB\n",
             path.filename().string(), articles, others, static_cast<double>(source.bytes_read()) / 1e6,
             seconds, static_cast<double>(source.bytes_read()) / 1e6 / seconds, usage.ru_maxrss / 1024);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: fihrist-conformance DIR | --speed FILE…\n");
    return 2;
  }
  try {
    if (std::string_view(arguments[1]) == "--speed") {
      for (int i = 2; i < count; ++i) measure(arguments[i]);
      return 0;
    }
    bool enough = true;
    for (const auto score : {score_feedparser, score_gofeed, score_exports, score_bad_xml})
      enough = score(arguments[1]) && enough;
    return enough ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
