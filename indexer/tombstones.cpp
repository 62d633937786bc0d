// SPDX-License-Identifier: GPL-3.0-or-later
// Tombstones as JSON lines.
#include "indexer/tombstones.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/web_address.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw Error(ErrorCode::failed, fmt::format("{} cannot be written: {}", file.string(), std::strerror(errno)),
              "See that the archive directory may be written to and the disk has space.");
}

bool write_whole(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(handle, bytes.data(), bytes.size());
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// The whole line or nothing: a part of one would stop every run from here on.
void append_synced(const std::filesystem::path& file, const std::string& line) {
  const int handle = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (handle < 0) fail(file);
  const off_t before = ::lseek(handle, 0, SEEK_END);
  const bool synced = write_whole(handle, line) && ::fsync(handle) == 0;
  const int reason = errno;
  if (!synced) static_cast<void>(::ftruncate(handle, before));
  ::close(handle);
  errno = reason;
  if (!synced) fail(file);
}

/// A last line without its end that is no JSON: a machine went down in the middle of it, and nobody was told
/// that it is there.
bool is_torn(const std::string& line, bool has_end) { return !has_end && !Json::accept(line); }

void remove_torn_end(const std::filesystem::path& file) {
  std::ifstream lines(file, std::ios::binary);
  std::uintmax_t whole = 0;
  for (std::string line; std::getline(lines, line); whole += line.size() + 1)
    if (is_torn(line, !lines.eof())) return std::filesystem::resize_file(file, whole);
}

}  // namespace

Tombstones::Tombstones(const std::filesystem::path& file) {
  std::ifstream lines(file);
  std::string line;
  for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || is_torn(line, !lines.eof())) continue;
    try {
      const Json json = Json::parse(line);
      ids_.insert(json.at("id").get<std::string>());
      const auto url = json.value("url", std::string());
      if (!url.empty()) urls_.insert(normalised_url(url));
    } catch (const Json::exception&) {
      throw Error(ErrorCode::damaged, fmt::format("{}:{}: not a tombstone", file.string(), number),
                  R"(Mend the line: {"id":"…","url":"…","reason":"…","time":"…"}, or delete it.)");
    }
  }
}

bool Tombstones::buries(const Article& article) const {
  return ids_.contains(article.id) || (!article.url.empty() && urls_.contains(normalised_url(article.url)));
}

void bury(const std::filesystem::path& file, const Tombstone& tombstone) {
  const Json json{
      {"id", tombstone.id}, {"url", tombstone.url}, {"reason", tombstone.reason}, {"time", tombstone.time}};
  remove_torn_end(file);
  append_synced(file, json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
  sync_directory(file.parent_path());
}

}  // namespace fihrist
