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

#include "indexer/web_address.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw Error(ErrorCode::failed, fmt::format("{} cannot be written: {}", file.string(), std::strerror(errno)),
              "See that the archive directory may be written to and the disk has space.");
}

void append_synced(const std::filesystem::path& file, const std::string& line) {
  const int handle = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (handle < 0) fail(file);
  const bool written = ::write(handle, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const bool synced = written && ::fsync(handle) == 0;
  ::close(handle);
  if (!synced) fail(file);
}

}  // namespace

Tombstones::Tombstones(const std::filesystem::path& file) {
  std::ifstream lines(file);
  std::string line;
  for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
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
  append_synced(file, json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
  sync_directory(file.parent_path());
}

}  // namespace fihrist
