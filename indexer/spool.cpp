// SPDX-License-Identifier: GPL-3.0-or-later
// A file of lengths and prepared articles.
#include "indexer/spool.hpp"

#include <fmt/format.h>

#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, const char* what) {
  throw Error(ErrorCode::failed, fmt::format("{} cannot be {}", file.string(), what),
              "See that the archive directory may be written to and its disk has space for twice the text.");
}

using Length = std::uint64_t;

}  // namespace

Spool::Spool(const fs::path& directory, SpoolPartLimits limits, std::vector<SpoolPart> kept)
    : file_(directory / "articles"), limits_(limits), parts_(std::move(kept)) {
  std::error_code error;
  fs::create_directories(file_.parent_path(), error);
  // What came behind the last part that counts.
  if (!parts_.empty()) fs::resize_file(file_, bytes(), error);
  out_.open(file_, std::ios::binary | (parts_.empty() ? std::ios::trunc : std::ios::app));
  if (!out_ || error) fail(file_, "written");
}

Spool::~Spool() {
  std::error_code ignored;
  out_.close();
  fs::remove(file_, ignored);
}

void Spool::add(const PreparedArticle& article) {
  const std::string bytes = to_bytes(article);
  const Length length = bytes.size();
  if (parts_.empty() || parts_.back().articles >= limits_.articles ||
      parts_.back().end - parts_.back().begin >= limits_.bytes) {
    const std::uint64_t begin = parts_.empty() ? 0 : parts_.back().end;
    parts_.push_back({.begin = begin, .end = begin});
  }
  out_.write(reinterpret_cast<const char*>(&length), sizeof length);
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) fail(file_, "written");
  parts_.back().end += sizeof length + length;
  ++parts_.back().articles;
}

std::uint64_t Spool::articles() const noexcept {
  std::uint64_t articles = 0;
  for (const SpoolPart& part : parts_) articles += part.articles;
  return articles;
}

void Spool::sync() {
  out_.flush();
  if (!out_) fail(file_, "written");
  sync_file(file_);
}

void Spool::finish() {
  out_.close();
  if (!out_) fail(file_, "written");
}

void Spool::read(const SpoolPart& part, const std::function<void(PreparedArticle&&)>& visit) const {
  read_bytes(part, [&](std::string_view bytes) { visit(prepared_from_bytes(bytes)); });
}

void Spool::read_bytes(const SpoolPart& part, const std::function<void(std::string_view)>& visit) const {
  std::ifstream in(file_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(part.begin));
  std::string bytes;
  for (std::uint32_t left = part.articles; left > 0; --left) {
    Length length = 0;
    in.read(reinterpret_cast<char*>(&length), sizeof length);
    if (!in || length > part.end - part.begin) fail(file_, "read");
    bytes.resize(length);
    in.read(bytes.data(), static_cast<std::streamsize>(length));
    if (!in) fail(file_, "read");
    visit(bytes);
  }
}

}  // namespace fihrist
