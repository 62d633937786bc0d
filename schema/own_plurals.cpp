// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of an owner's plurals, read and written.
#include "schema/own_plurals.hpp"

#include <fmt/format.h>

#include <fstream>
#include <string_view>

#include "analysis/split.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::string_view heading_of_plurals =
    "# Plurals of this archive: singular TAB plural|plural; - in front of a row forbids the pair.\n";

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line) {
  throw Error(ErrorCode::failed, fmt::format("{}:{}: not a row of plurals", file.string(), line),
              "Write a singular, a tab and its plurals with | between them, or delete the line.");
}

OwnPlural read_row(std::string_view line, const std::filesystem::path& file, std::size_t number) {
  OwnPlural row{.forbidden = line.starts_with('-')};
  if (row.forbidden) line.remove_prefix(1);
  std::vector<std::string_view> columns = split(line, '\t');
  if (columns.size() == 3 && columns[2].starts_with('#')) columns.pop_back();
  if (columns.size() != 2 || columns[0].empty()) refuse(file, number);
  row.singular = columns[0];
  for (const std::string_view plural : split(columns[1], '|')) {
    if (plural.empty()) refuse(file, number);
    row.plurals.emplace_back(plural);
  }
  return row;
}

}  // namespace

std::vector<OwnPlural> read_own_plurals(const std::filesystem::path& file) {
  std::vector<OwnPlural> rows;
  std::ifstream in(file);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty() && line.front() != '#') rows.push_back(read_row(line, file, number));
  }
  return rows;
}

void write_own_plurals(const std::filesystem::path& file, const std::vector<OwnPlural>& rows) {
  std::string text(heading_of_plurals);
  for (const OwnPlural& row : rows)
    text += fmt::format("{}{}\t{}\n", row.forbidden ? "-" : "", row.singular, fmt::join(row.plurals, "|"));
  replace_file(file, text);
}

}  // namespace fihrist
