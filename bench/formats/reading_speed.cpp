// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-reading-speed FILE…: how fast a file is read to its end, articles cleaned and complete, before
// anything is analysed, and how fast the library below the reader is alone on the same bytes: the ceiling. By
// the time of the processor, in turn, the best of five rounds each.
#include <fmt/format.h>
#include <libxml/parser.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <exception>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/registry.hpp"

namespace {

using namespace fihrist;

constexpr int rounds = 5;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double seconds_of(const std::function<void()>& work) {
  const double begin = processor_seconds();
  work();
  return processor_seconds() - begin;
}

/// Tells what it read, so that nothing is fast because it reads nothing.
std::size_t read_articles(const Reader& reader, const std::string& path) {
  const auto source = open_file(path);
  std::size_t articles = 0;
  reader.read(
      *source, path,
      {.article = [&](ReadArticle&&) { ++articles; }, .reject = [](Reject&&) {}, .skip = [](Skip&&) {}});
  return articles;
}

/// libxml2's push parser with the options of XmlParser, which tells nobody what it meets.
void parse_xml(const std::string& path) {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int,
                          int, const xmlChar**) {};
  sax.endElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
  sax.characters = sax.cdataBlock = [](void*, const xmlChar*, int) {};
  sax.getEntity = [](void*, const xmlChar* name) { return xmlGetPredefinedEntity(name); };
  const auto source = open_file(path);
  xmlParserCtxt* const context = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
  if (context == nullptr) throw std::bad_alloc();
  xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOERROR);
  for (std::string_view piece = source->read(); !piece.empty(); piece = source->read())
    xmlParseChunk(context, piece.data(), static_cast<int>(piece.size()), 0);
  xmlParseChunk(context, nullptr, 0, 1);
  xmlFreeParserCtxt(context);
}

/// The JSON library, line by line, keeping nothing.
void parse_json(const std::string& path) {
  struct Deaf final : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool key(string_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
      return false;
    }
  } deaf;
  const auto source = open_file(path);
  std::string line;
  for (std::string_view piece = source->read(); !piece.empty(); piece = source->read())
    while (!piece.empty()) {
      const std::size_t end = std::min(piece.find('\n'), piece.size());
      line += piece.substr(0, end);
      if (end < piece.size()) {
        nlohmann::json::sax_parse(line.begin(), line.end(), &deaf);
        line.clear();
      }
      piece.remove_prefix(std::min(end + 1, piece.size()));
    }
}

void measure(const std::string& path) {
  const PeekedSource beginning(open_file(path));
  const Reader* reader = choose_reader(beginning.head(), path);
  if (reader == nullptr) throw std::runtime_error("no reader takes " + path);
  const double megabytes = static_cast<double>(beginning.size().value_or(0)) / 1e6;
  const bool is_json = reader->format() == "jsonl";
  std::size_t articles = 0;
  double whole = 1e9;
  double alone = 1e9;
  for (int round = 0; round < rounds; ++round) {
    whole = std::min(whole, seconds_of([&] { articles = read_articles(*reader, path); }));
    alone = std::min(alone, seconds_of([&] { is_json ? parse_json(path) : parse_xml(path); }));
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{:9} {} articles, {:.1f} MB: {:.0f} MB/s; {} alone {:.0f} MB/s, ratio {:.2f}; peak {} MiB\n",
             reader->format(), articles, megabytes, megabytes / whole, is_json ? "nlohmann-json" : "libxml2",
             megabytes / alone, alone / whole, usage.ru_maxrss / 1024);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: fihrist-reading-speed FILE…\n");
    return 2;
  }
  try {
    for (const char* path : std::span(arguments, static_cast<std::size_t>(count)).subspan(1)) measure(path);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
