// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of an owner's names, read, changed and written.
#include "schema/own_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "analysis/fold.hpp"
#include "analysis/letters.hpp"
#include "analysis/split.hpp"
#include "analysis/utf8.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::string_view heading_of_names =
    "# Names of this archive: Latin|Latin TAB Arabic|Arabic TAB spellings that are also ordinary words,\n"
    "# or \"ambiguous\" for all of them, or \"removed\" for spellings of no name. fihrist names changes "
    "it.\n";

constexpr std::string_view ambiguous_flag = "ambiguous";
constexpr std::string_view removed_flag = "removed";

std::vector<std::string> spellings_in(std::string_view column) {
  std::vector<std::string> spellings;
  for (const std::string_view part : split(column, '|'))
    if (!fold_key(part).empty()) spellings.emplace_back(part);
  return spellings;
}

bool same(const std::string& left, const std::string& right) { return fold_key(left) == fold_key(right); }

bool holds(const std::vector<std::string>& spellings, const std::string& spelling) {
  return std::any_of(spellings.begin(), spellings.end(),
                     [&](const auto& one) { return same(one, spelling); });
}

bool holds(const OwnName& row, const std::string& spelling) {
  return holds(row.latin, spelling) || holds(row.arabic, spelling);
}

std::size_t size_of(const OwnName& row) { return row.latin.size() + row.arabic.size(); }

/// What is wrong with a line, or the row.
std::optional<OwnName> read_row(std::string_view line, std::string& wrong) {
  const auto columns = split(line, '\t');
  wrong = "want Latin spellings, a tab, Arabic spellings and perhaps a tab and flags";
  if (columns.size() < 2 || columns.size() > 3) return std::nullopt;
  OwnName row{.latin = spellings_in(columns[0]), .arabic = spellings_in(columns[1])};
  for (std::string& flag : columns.size() == 3 ? spellings_in(columns[2]) : std::vector<std::string>{}) {
    if (flag == removed_flag) {
      row.removed = true;
    } else if (flag == ambiguous_flag) {
      row.ambiguous = row.latin;
      row.ambiguous.insert(row.ambiguous.end(), row.arabic.begin(), row.arabic.end());
    } else if (holds(row, flag)) {
      row.ambiguous.push_back(std::move(flag));
    } else {
      wrong = fmt::format("{} is no spelling of the line", flag);
      return std::nullopt;
    }
  }
  wrong = "fewer than two spellings";
  return size_of(row) < (row.removed ? 1 : 2) ? std::nullopt : std::optional(std::move(row));
}

std::string line_of(const OwnName& row) {
  const std::string flags =
      row.removed ? std::string(removed_flag) : fmt::format("{}", fmt::join(row.ambiguous, "|"));
  return fmt::format("{}\t{}\t{}", fmt::join(row.latin, "|"), fmt::join(row.arabic, "|"), flags);
}

bool is_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_arabic_letter(next_code_point(text, at))) return true;
  return false;
}

void put(OwnName& row, const std::string& spelling) {
  if (!holds(row, spelling)) (is_arabic(spelling) ? row.arabic : row.latin).push_back(spelling);
}

void take(std::vector<std::string>& spellings, const std::string& spelling) {
  std::erase_if(spellings, [&](const std::string& one) { return same(one, spelling); });
}

}  // namespace

OwnNames::OwnNames(std::string_view text, const std::filesystem::path& file) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.empty()) return;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.push_back({.text = std::string(line), .row = std::nullopt});
    if (line.empty() || line.front() == '#') continue;
    std::string wrong;
    lines_.back().row = read_row(line, wrong);
    if (!lines_.back().row)
      throw Error(ErrorCode::failed, fmt::format("{}:{}: {}", file.string(), lines_.size(), wrong),
                  "Mend the line or delete it.");
  }
}

std::vector<OwnName> OwnNames::rows() const {
  std::vector<OwnName> rows;
  for (const Line& line : lines_)
    if (line.row) rows.push_back(*line.row);
  return rows;
}

std::string OwnNames::text() const {
  std::string text;
  for (const Line& line : lines_) text.append(line.text).push_back('\n');
  return text;
}

void OwnNames::add(const std::vector<std::string>& spellings, const std::vector<std::string>& ambiguous) {
  for (const std::string& spelling : spellings) drop(spelling, true);
  auto line = std::find_if(lines_.begin(), lines_.end(), [&](const Line& one) {
    return one.row && !one.row->removed &&
           std::any_of(spellings.begin(), spellings.end(), [&](const auto& s) { return holds(*one.row, s); });
  });
  if (line == lines_.end()) line = lines_.insert(lines_.end(), Line{.text = {}, .row = OwnName{}});
  for (const std::string& spelling : spellings) put(*line->row, spelling);
  for (const std::string& spelling : ambiguous)
    if (!holds(line->row->ambiguous, spelling)) line->row->ambiguous.push_back(spelling);
  line->text = line_of(*line->row);
}

bool OwnNames::take_out(const std::string& spelling) { return drop(spelling, false); }

bool OwnNames::drop(const std::string& spelling, bool removed) {
  bool found = false;
  for (Line& line : lines_) {
    if (!line.row || line.row->removed != removed || !holds(*line.row, spelling)) continue;
    found = true;
    take(line.row->latin, spelling);
    take(line.row->arabic, spelling);
    take(line.row->ambiguous, spelling);
    line.text = line_of(*line.row);
  }
  std::erase_if(
      lines_, [](const Line& line) { return line.row && size_of(*line.row) < (line.row->removed ? 1 : 2); });
  return found;
}

void OwnNames::forbid(const std::string& spelling) {
  OwnName row{.removed = true};
  put(row, spelling);
  std::string text = line_of(row);
  lines_.push_back({.text = std::move(text), .row = std::move(row)});
}

OwnNames read_own_names(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    if (errno == ENOENT || !std::filesystem::exists(file)) return {};
    throw Error(ErrorCode::failed, fmt::format("{} cannot be read: {}", file.string(), std::strerror(errno)),
                "See that the archive directory may be read.");
  }
  std::ostringstream text;
  text << in.rdbuf();
  return {text.str(), file};
}

void write_own_names(const std::filesystem::path& file, const OwnNames& names) {
  const std::string text = names.text();
  replace_file(file, text.starts_with('#') ? text : std::string(heading_of_names) + text);
}

}  // namespace fihrist
