// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls: every input goes to the parser that FIHRIST_FUZZED names.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

#include "indexer/readers/registry.hpp"
#include "tests/fuzz/parsers.hpp"

namespace fihrist {
namespace {

using Check = std::function<void(std::string_view)>;

/// Readers are known by their formats.
std::map<std::string_view, Check> all_parsers() {
  std::map<std::string_view, Check> all{{"cursor", check_cursor},
                                        {"date", check_date},
                                        {"parameters", check_parameters},
                                        {"query", check_query},
                                        {"request_fields", check_request_fields},
                                        {"request_head", check_request_head},
                                        {"url", check_url}};
  for (const Reader* const reader : all_readers())
    all.emplace(reader->format(), [reader](std::string_view input) { check_reader(*reader, input); });
  return all;
}

Check chosen_parser() {
  const std::map<std::string_view, Check> all = all_parsers();
  const char* const name = std::getenv("FIHRIST_FUZZED");
  if (const auto found = all.find(name == nullptr ? "" : name); found != all.end()) return found->second;
  std::fputs("error: FIHRIST_FUZZED has to be one of", stderr);
  for (const auto& [parser, check] : all)
    std::fprintf(stderr, " %.*s", static_cast<int>(parser.size()), parser.data());
  std::fputc('\n', stderr);
  std::exit(2);
}

Check fuzzed;

}  // namespace
}  // namespace fihrist

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  fihrist::fuzzed = fihrist::chosen_parser();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fihrist::fuzzed({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
