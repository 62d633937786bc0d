// SPDX-License-Identifier: GPL-3.0-or-later
// Rejects as JSON lines.
#include "indexer/rejects_file.hpp"

#include <fmt/format.h>

#include <system_error>

#include "analysis/utf8.hpp"
#include "indexer/report_json.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {

std::string reject_excerpt(std::string_view record) {
  constexpr std::size_t most_bytes = 200;
  std::string clean = clean_utf8(record.substr(0, most_bytes));
  // A code point that the limit cuts is not the record's fault.
  constexpr std::string_view replacement = "\uFFFD";
  if (record.size() > most_bytes && clean.ends_with(replacement))
    clean.resize(clean.size() - replacement.size());
  for (char& c : clean) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return clean;
}

std::filesystem::path RejectsFile::draft() const { return file_.string() + ".new"; }

RejectsFile::RejectsFile(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code ignored;
  std::filesystem::remove(draft(), ignored);
}

RejectsFile::~RejectsFile() {
  std::error_code ignored;
  if (any_) std::filesystem::remove(draft(), ignored);
}

void RejectsFile::add(const Reject& reject) {
  if (!any_) lines_.open(draft(), std::ios::binary | std::ios::trunc);
  any_ = true;
  lines_ << to_json_line(reject) << '\n';
}

void RejectsFile::put_in_place() {
  std::error_code error;
  if (!any_) {
    std::filesystem::remove(file_, error);
    return;
  }
  lines_.close();
  any_ = false;
  if (lines_) {
    sync_file(draft());  // or a rename that reaches the disk before the lines would leave neither
    std::filesystem::rename(draft(), file_, error);
  }
  if (!lines_ || error)
    throw Error(ErrorCode::failed, fmt::format("{} cannot be written", file_.string()),
                "See that the archive directory may be written to and the disk has space.");
  sync_directory(file_.parent_path());
}

}  // namespace fihrist
