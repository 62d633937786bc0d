// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries as lengths and packed fields.
#include "indexer/read_spool.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "analysis/date.hpp"
#include "schema/error.hpp"
#include "schema/record.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

using Length = std::uint64_t;
constexpr std::size_t most_pending = std::size_t{1024} * 1024;

void append_signed(std::string& out, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  append_varint(out, (bits << 1U) ^ (number < 0 ? ~std::uint64_t{0} : 0));
}

void append(std::string& out, const ReadArticle& read) {
  append_varint(out, read.record);
  append_varint(out, read.offset);
  append_varint(out, (read.deleted ? 1U : 0U) | (read.framed ? 2U : 0U) | (read.captured ? 4U : 0U));
  if (read.captured) append_signed(out, *read.captured);
  append_text(out, read.withheld);
  append_text(out, read.date_origin);
  append_varint(out, read.warnings.size());
  for (const std::string& warning : read.warnings) append_text(out, warning);
  append_text(out, to_record(read.article));
}

/// Reject and Skip have the same fields but for the excerpt.
template <typename Told>
void append_told(std::string& out, const Told& told) {
  append_text(out, told.path);
  append_varint(out, told.record);
  append_varint(out, told.offset);
  append_text(out, told.code);
  append_text(out, told.message);
}

class SpoolTaker {
 public:
  explicit SpoolTaker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() { return checked(take_varint(bytes_)); }
  std::int64_t signed_number() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1));
  }
  std::string text() { return std::string(checked(take_text(bytes_))); }

  ReadArticle article() {
    ReadArticle read{.record = number(), .offset = number()};
    const std::uint64_t flags = number();
    read.deleted = (flags & 1U) != 0;
    read.framed = (flags & 2U) != 0;
    if ((flags & 4U) != 0) read.captured = signed_number();
    read.withheld = text();
    read.date_origin = text();
    for (std::uint64_t left = number(); left > 0; --left) read.warnings.push_back(text());
    read.article = from_record(checked(take_text(bytes_)));
    return read;
  }
  ListedPage listed() {
    ListedPage page{.url = text(), .title = text()};
    page.date = parse_date(text());
    return page;
  }
  template <typename Told>
  Told told() {
    Told one;
    one.path = text();
    one.record = number();
    one.offset = number();
    one.code = text();
    one.message = text();
    return one;
  }

 private:
  template <typename Value>
  static Value checked(const std::optional<Value>& value) {
    if (value) return *value;
    throw Error(ErrorCode::failed, "the spool of this run was changed while it was read",
                "Run the command again.");
  }

  std::string_view bytes_;
};

Delivery delivery_from(std::string_view bytes) {
  SpoolTaker taker(bytes);
  Delivery delivery{
      .file = static_cast<std::uint32_t>(taker.number()), .folder = taker.number(), .format = taker.text()};
  switch (taker.number()) {
    case 0:
      delivery.what = taker.article();
      break;
    case 1: {
      auto reject = taker.told<Reject>();
      reject.excerpt = taker.text();
      delivery.what = std::move(reject);
      break;
    }
    case 2:
      delivery.what = taker.told<Skip>();
      break;
    default:
      delivery.what = taker.listed();
  }
  return delivery;
}

}  // namespace

ReadSpool::ReadSpool(const std::filesystem::path& directory, std::uint64_t keep)
    : file_(directory / "read"), end_(keep) {
  std::error_code ignored;
  std::filesystem::create_directories(directory, ignored);
  handle_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle_ < 0 || ::ftruncate(handle_, static_cast<off_t>(keep)) != 0) fail("written");
}

ReadSpool::ReadSpool() : file_(std::filesystem::temp_directory_path() / "fihrist-XXXXXX") {
  std::string name = file_.string();
  handle_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (handle_ < 0) fail("written");
  ::unlink(name.c_str());
}

ReadSpool::~ReadSpool() {
  ::close(handle_);
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

void ReadSpool::fail(const char* what) const {
  throw Error(ErrorCode::failed,
              fmt::format("{} cannot be {}: {}", file_.string(), what, std::strerror(errno)),
              "See that the directory may be written to and its disk has space for three times the text.");
}

std::uint64_t ReadSpool::add(const Delivery& delivery) {
  std::string bytes;
  append_varint(bytes, delivery.file);
  append_varint(bytes, delivery.folder);
  append_text(bytes, delivery.format);
  append_varint(bytes, delivery.what.index());
  if (const auto* article = std::get_if<ReadArticle>(&delivery.what)) {
    append(bytes, *article);
  } else if (const auto* reject = std::get_if<Reject>(&delivery.what)) {
    append_told(bytes, *reject);
    append_text(bytes, reject->excerpt);
  } else if (const auto* skip = std::get_if<Skip>(&delivery.what)) {
    append_told(bytes, *skip);
  } else {
    const auto& listed = std::get<ListedPage>(delivery.what);
    append_text(bytes, listed.url);
    append_text(bytes, listed.title);
    append_text(bytes, listed.date ? to_iso(*listed.date) : std::string());
  }
  const std::uint64_t place = end_;
  const Length length = bytes.size();
  pending_.append(reinterpret_cast<const char*>(&length), sizeof length).append(bytes);
  end_ += sizeof length + length;
  if (pending_.size() >= most_pending) flush();
  return place;
}

void ReadSpool::flush() {
  std::uint64_t at = end_ - pending_.size();
  std::string_view left = pending_;
  while (!left.empty()) {
    const ssize_t written = ::pwrite(handle_, left.data(), left.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("written");
    left.remove_prefix(static_cast<std::size_t>(written));
    at += static_cast<std::uint64_t>(written);
  }
  pending_.clear();
}

void ReadSpool::sync() {
  flush();
  if (::fdatasync(handle_) != 0) fail("written");
}

void ReadSpool::take(char* bytes, std::size_t size, std::uint64_t place) const {
  while (size > 0) {
    const ssize_t got = ::pread(handle_, bytes, size, static_cast<off_t>(place));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail("read");
    bytes += got;
    size -= static_cast<std::size_t>(got);
    place += static_cast<std::uint64_t>(got);
  }
}

std::uint64_t ReadSpool::size_at(std::uint64_t place) const {
  Length length = 0;
  take(reinterpret_cast<char*>(&length), sizeof length, place);
  if (length > end_ - place) fail("read");
  return length;
}

Delivery ReadSpool::read(std::uint64_t place) const {
  std::string bytes(size_at(place), '\0');
  take(bytes.data(), bytes.size(), place + sizeof(Length));
  return delivery_from(bytes);
}

void ReadSpool::for_each(const std::function<void(Delivery&&, std::uint64_t)>& visit) const {
  for (std::uint64_t place = 0; place < end_;) {
    visit(read(place), place);
    place += sizeof(Length) + size_at(place);
  }
}

}  // namespace fihrist
