// SPDX-License-Identifier: GPL-3.0-or-later
// Lines are collected under a lock and written outside of it, many at once.
#include "web/access_log.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "schema/error.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_kept = std::size_t{1} << 20;
constexpr std::size_t longest_path = 200;

std::string utc_now() {
  const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto milliseconds = now.time_since_epoch().count() % 1000;
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(now)),
                     milliseconds);
}

std::string line_of(const AccessRecord& record, bool holds_addresses) {
  Json json{{"time", utc_now()}};
  if (!record.method.empty()) {
    json["method"] = record.method.substr(0, longest_path);
    json["path"] = record.path.substr(0, longest_path);
  }
  json["status"] = record.status;
  json["bytes"] = record.bytes;
  json["ms"] = std::round(record.took.count() * 1e6) / 1e3;
  if (holds_addresses) json["address"] = record.address;
  // ASCII alone: a path may hold what turns the direction of a terminal or of a page.
  return json.dump(-1, ' ', true, Json::error_handler_t::replace) + '\n';
}

bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace

AccessLog::AccessLog(AccessLogOptions options)
    : options_(std::move(options)),
      file_(open_file()),
      writer_([this](const std::stop_token& stop) { write_out(stop); }) {}

AccessLog::~AccessLog() {
  writer_.request_stop();
  writer_.join();
  ::close(file_);
}

int AccessLog::open_file() const {
  const int file = ::open(options_.file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
  if (file >= 0) return file;
  throw Error(
      ErrorCode::failed,
      fmt::format("the access log {} cannot be opened: {}", options_.file.string(), std::strerror(errno)),
      "Name another file with --access-log, or leave it out.");
}

void AccessLog::write(const AccessRecord& record) noexcept {
  try {
    const std::string line = line_of(record, options_.holds_addresses);
    const std::lock_guard lock(mutex_);
    if (lines_.size() + line.size() > most_kept) {
      ++dropped_;
      return;
    }
    lines_ += line;
    ++line_count_;
  } catch (const std::exception&) {
    return;  // a request is not lost for want of its line
  }
  came_.notify_one();
}

void AccessLog::reopen() {
  const int fresh = open_file();
  const std::lock_guard lock(mutex_);
  ::dup3(fresh, file_, O_CLOEXEC);  // the writer may be using the number
  ::close(fresh);
}

std::uint64_t AccessLog::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

void AccessLog::write_out(const std::stop_token& stop) {
  for (;;) {
    std::unique_lock lock(mutex_);
    came_.wait(lock, stop, [this] { return !lines_.empty(); });
    if (lines_.empty()) return;
    const std::string lines = std::exchange(lines_, {});
    const std::uint64_t count = std::exchange(line_count_, 0);
    lock.unlock();
    if (write_whole(file_, lines)) continue;
    lock.lock();
    dropped_ += count;
  }
}

}  // namespace fihrist
