// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the records that are found in web archives with a table of what others found in them.
//
//   warc_rows FOLDER     FOLDER/expect.tsv names files below FOLDER, and has a line a record:
//                        file, member offset, offset, type, date, URI, length, complete (1 or 0), HTTP
//                        status, type
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/http_answer.hpp"
#include "indexer/readers/warc_records.hpp"

namespace fihrist {
namespace {

/// "gz_offset offset" of a file to the rest of its line.
using Rows = std::map<std::string, std::string>;

std::string place(const std::string& member, const std::string& offset) { return member + " " + offset; }

std::map<std::string, Rows> expected_rows(const std::filesystem::path& table) {
  std::map<std::string, Rows> files;
  std::ifstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string file, member, offset, rest;
    std::getline(cells, file, '\t');
    std::getline(cells, member, '\t');
    std::getline(cells, offset, '\t');
    std::getline(cells, rest);
    if (rest.starts_with("NOT-WARC")) rest = "NOT-WARC";
    files[file][place(member, offset)] = rest;
  }
  return files;
}

std::string found_row(const WarcRecord& record, WarcRecords& records) {
  if (record.type.empty()) return "NOT-WARC";
  std::string head;
  for (std::string_view piece = records.read(); !piece.empty(); piece = records.read())
    if (head.size() < 64 * 1024) head += piece;
  const bool has_answer = record.type == "response" || record.type == "revisit";
  const auto answer = has_answer ? read_http_header(head) : std::nullopt;
  std::ostringstream row;
  row << record.type << '\t' << record.date << '\t' << record.uri << '\t' << record.length << '\t'
      << records.complete() << '\t' << (answer ? std::to_string(answer->status) : "") << '\t'
      << (answer ? field_of(answer->fields, "content-type") : "");
  return row.str();
}

Rows found_rows(const std::filesystem::path& file) {
  Rows rows;
  const auto source = open_file(file);
  WarcRecords records(*source);
  while (const auto record = records.next())
    rows[place(std::to_string(record->member_offset), std::to_string(record->offset))] =
        found_row(*record, records);
  return rows;
}

int compare(const std::filesystem::path& folder) {
  std::size_t expected = 0;
  std::size_t met = 0;
  std::size_t more = 0;
  for (const auto& [file, rows] : expected_rows(folder / "expect.tsv")) {
    const Rows found = found_rows(folder / file);
    expected += rows.size();
    for (const auto& [at, row] : rows) {
      const auto same = found.find(at);
      if (same != found.end() && same->second == row) {
        ++met;
        continue;
      }
      std::cout << file << " at " << at << "\n  expected " << row << "\n  found    "
                << (same == found.end() ? "nothing" : same->second) << '\n';
    }
    for (const auto& [at, row] : found)
      if (!rows.contains(at)) {
        ++more;
        std::cout << file << " at " << at << "\n  beyond the table: " << row << '\n';
      }
  }
  std::cout << met << " of " << expected << " rows; " << more << " more records\n";
  return met == expected && expected > 0 ? 0 : 1;
}

}  // namespace
}  // namespace fihrist

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: warc_rows FOLDER\n";
    return 2;
  }
  return fihrist::compare(arguments[1]);
}
