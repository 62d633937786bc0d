// SPDX-License-Identifier: GPL-3.0-or-later
// Learned plurals as lines of columns.
#include "schema/learned_plural.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::string_view first_line =
    "singular\tplural\n";  // never empty, so that it replaces an older one

[[noreturn]] void throw_damaged_plurals() {
  throw Error(ErrorCode::damaged, "the learned plurals of the index cannot be read",
              "Move the index directory of the archive away and index the sources again.");
}

std::string use_columns(const NounUse& use) {
  return fmt::format("\t{}\t{}\t{}\t{}\t{}", use.occurrences, use.definite, use.plural, use.feminine,
                     use.masculine);
}

/// Takes columns off the front of a line.
class Columns {
 public:
  explicit Columns(std::string_view line) : rest_(line) {}

  std::string_view text() {
    if (done_) throw_damaged_plurals();
    const std::size_t tab = rest_.find('\t');
    const std::string_view column = rest_.substr(0, tab);
    done_ = tab == std::string_view::npos;
    rest_.remove_prefix(done_ ? rest_.size() : tab + 1);
    return column;
  }

  template <typename Number>
  void number(Number& value) {
    const std::string_view column = text();
    const auto read = std::from_chars(column.data(), column.data() + column.size(), value);
    if (read.ec != std::errc() || read.ptr != column.data() + column.size()) throw_damaged_plurals();
  }

  void use(NounUse& use) {
    for (std::uint32_t* value : {&use.occurrences, &use.definite, &use.plural, &use.feminine, &use.masculine})
      number(*value);
  }

 private:
  std::string_view rest_;
  bool done_ = false;
};

LearnedPlural read_line(std::string_view line) {
  LearnedPlural pair;
  Columns columns(line);
  pair.singular = columns.text();
  pair.plural = columns.text();
  columns.number(pair.score);
  int joined = 0;
  columns.number(joined);
  pair.joined = joined != 0;
  columns.number(pair.similarity);
  columns.use(pair.singular_use);
  columns.use(pair.plural_use);
  return pair;
}

}  // namespace

std::string to_lines(const std::vector<LearnedPlural>& plurals) {
  std::string lines(first_line);
  for (const LearnedPlural& pair : plurals)
    lines +=
        fmt::format("{}\t{}\t{}\t{}\t{}{}{}\n", pair.singular, pair.plural, pair.score, pair.joined ? 1 : 0,
                    pair.similarity, use_columns(pair.singular_use), use_columns(pair.plural_use));
  return lines;
}

std::vector<LearnedPlural> parse_learned_plurals(std::string_view lines) {
  std::vector<LearnedPlural> plurals;
  if (lines.empty()) return plurals;
  if (!lines.starts_with(first_line)) throw_damaged_plurals();
  lines.remove_prefix(first_line.size());
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    if (end == std::string_view::npos) throw_damaged_plurals();
    plurals.push_back(read_line(lines.substr(0, end)));
    lines.remove_prefix(end + 1);
  }
  return plurals;
}

}  // namespace fihrist
