// SPDX-License-Identifier: GPL-3.0-or-later
// What every file of the house owes its reader: a licence line, a sentence, no invisible characters.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "tests/house/source_tree.hpp"

using namespace fihrist;

namespace {

constexpr std::string_view licence = "SPDX-License-Identifier: GPL-3.0-or-later";

std::string line(const SourceFile& file, std::size_t number) {
  return number <= file.lines.size() ? file.lines[number - 1] : std::string();
}

bool is_script(const SourceFile& file) { return line(file, 1).starts_with("#!"); }

bool owes_licence(const SourceFile& file) {
  constexpr std::array<std::string_view, 8> extensions{".cpp", ".hpp", ".cmake", ".sh",
                                                       ".py",  ".js",  ".mjs",   ".css"};
  const bool known = std::ranges::find(extensions, file.extension()) != extensions.end();
  return known || is_script(file) || file.path.ends_with("CMakeLists.txt");
}

/// The line of a comment without its marks.
std::string comment(const std::string& text) {
  static const std::regex marks(R"(^(//|#|/\*)\s*)");
  return std::regex_replace(text, marks, "");
}

/// Inputs of tests and measurements, which have to hold what archives hold.
bool is_case_table(const SourceFile& file) {
  return !file.is_cpp() && (file.room() == "tests" || file.room() == "bench") && file.extension() != ".md";
}

/// UAX #9: the marks, embeddings, overrides and isolates, as UTF-8.
bool holds_bidi_control(const std::string& text) {
  constexpr std::array<std::string_view, 12> controls{
      "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC",
      "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"};
  return std::ranges::any_of(controls, [&](std::string_view c) { return text.find(c) != std::string::npos; });
}

struct Extent {
  std::size_t begin = 0;  ///< line, from 1
  std::size_t size = 0;   ///< lines
};

/// Functions as the code is formatted: from a line at the left margin to the next "}" there.
std::vector<Extent> functions_at_the_margin(const SourceFile& file) {
  std::vector<Extent> functions;
  std::size_t begin = 0;
  bool braced = false;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string& text = file.lines[i];
    const bool at_margin =
        !text.empty() && std::string_view(" #/}").find(text.front()) == std::string_view::npos;
    if (begin == 0 && at_margin && !text.starts_with("namespace")) begin = i + 1;
    if (begin == 0) continue;
    braced = braced || text.ends_with('{');
    if (text == "}") functions.push_back({.begin = begin, .size = i + 2 - begin});
    if (text.starts_with('}') || (!braced && text.ends_with(';'))) begin = 0;
    if (begin == 0) braced = false;
  }
  return functions;
}

}  // namespace

TEST_SUITE("files") {
  TEST_CASE("a source file begins with its licence and one sentence on what it is for") {
    for (const SourceFile& file : source_tree()) {
      if (!owes_licence(file)) continue;
      CAPTURE(file.path);
      const std::size_t first = is_script(file) ? 2 : 1;
      CHECK(line(file, first).find(licence) != std::string::npos);
      CHECK(comment(line(file, first + 1)).size() >= 12);
    }
  }

  TEST_CASE("no file holds a directional control character, but for cases that are about them") {
    for (const SourceFile& file : source_tree()) {
      if (is_case_table(file)) continue;
      for (std::size_t i = 0; i < file.lines.size(); ++i)
        if (holds_bidi_control(file.lines[i])) FAIL_CHECK(file.path << ":" << i + 1);
    }
  }

  TEST_CASE("the search for directional controls finds them") {
    CHECK(holds_bidi_control("a\xE2\x80\xAE b"));
    CHECK(holds_bidi_control("\xE2\x81\xA8"));
    CHECK_FALSE(holds_bidi_control("الفهرست"));
  }

  TEST_CASE("no name hides what a thing is") {
    static const std::regex vague(
        R"(\b(class|struct|enum)\s+\w*(Manager|Helper|Utils|Common|Data|Info|Processor)\b)");
    static const std::regex vague_file(
        R"((^|_|/)(manager|helper|helpers|utils|util|common|data|info|processor|misc)(_|\.(c|h)pp$))");
    for (const SourceFile& file : source_tree()) {
      if (!file.is_cpp() || file.room() == "tests") continue;
      CAPTURE(file.path);
      CHECK_FALSE(std::regex_search(file.path, vague_file));
      for (const std::string& text : file.lines) CHECK_FALSE(std::regex_search(text, vague));
    }
  }

  TEST_CASE("headers are guarded by pragma once") {
    for (const SourceFile& file : source_tree()) {
      if (file.extension() != ".hpp") continue;
      CAPTURE(file.path);
      CHECK(std::ranges::find(file.lines, "#pragma once") != file.lines.end());
    }
  }

  TEST_CASE(
      "a source file includes the header of its name first, so that compiling it proves that the header "
      "stands alone") {
    const std::vector<SourceFile> tree = source_tree();
    std::set<std::string> headers;
    for (const SourceFile& file : tree)
      if (file.extension() == ".hpp") headers.insert(file.path);
    std::size_t pairs = 0;
    for (const SourceFile& file : tree) {
      if (file.extension() != ".cpp") continue;
      const std::string own = file.path.substr(0, file.path.size() - 4) + ".hpp";
      if (!headers.contains(own)) continue;
      ++pairs;
      const auto first = std::ranges::find_if(
          file.lines, [](const std::string& text) { return text.starts_with("#include"); });
      CAPTURE(file.path);
      REQUIRE(first != file.lines.end());
      CHECK(*first == "#include \"" + own + "\"");
    }
    CHECK(pairs > 0);
  }

  TEST_CASE("the search for functions finds them whole") {
    const SourceFile file{
        .path = "x.cpp",
        .lines = {"int a = 1;", "", "int f(int x,", "      int y) {", "  if (x) {", "  }", "}", "",
                  "struct S {", "  int x;", "};", "constexpr int b =", "    2;", "void g() {", "}"}};
    const auto functions = functions_at_the_margin(file);
    REQUIRE(functions.size() == 2);
    CHECK(functions[0].begin == 3);
    CHECK(functions[0].size == 5);
    CHECK(functions[1].begin == 14);
    CHECK(functions[1].size == 2);
  }

  TEST_CASE("a long file or function is pointed out") {
    constexpr std::size_t long_file = 300;
    constexpr std::size_t long_function = 60;
    for (const SourceFile& file : source_tree()) {
      if (!file.is_cpp() || file.room() == "tests") continue;
      WARN_MESSAGE(file.lines.size() <= long_file, file.path << " has " << file.lines.size() << " lines");
      for (const auto& [begin, size] : functions_at_the_margin(file))
        WARN_MESSAGE(size <= long_function, file.path << ":" << begin << " is " << size << " lines long");
    }
  }
}
