// SPDX-License-Identifier: GPL-3.0-or-later
// Who was told what, and when: a line of JSON for each answer, in a file.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace fihrist {

struct AccessLogOptions {
  std::filesystem::path file;    ///< empty: nothing is logged
  bool holds_addresses = false;  ///< of clients, which are personal
};

struct AccessRecord {
  std::string_view method;  ///< empty when what came was no request
  std::string_view path;    ///< without the query, which is personal
  int status = 0;
  std::size_t bytes = 0;                    ///< of the body
  std::chrono::duration<double> took = {};  ///< without the time in the queue
  std::string address;                      ///< the client's
};

/// A line is ASCII, at most a few hundred bytes, and has its time in UTC:
///   {"time":"2026-01-31T12:00:00.000Z","method":"GET","path":"/search","status":200,"bytes":17342,"ms":3.2}
/// Thread-safe. No request waits for the disk: a thread writes, and what it cannot write is dropped.
class AccessLog {
 public:
  /// Throws Error(failed) when the file cannot be opened.
  explicit AccessLog(AccessLogOptions options);
  ~AccessLog();  ///< writes what is left
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  void write(const AccessRecord& record) noexcept;
  /// Opens the file anew, since another program may have renamed it. Throws Error(failed); then the old one
  /// is written on.
  void reopen();
  /// Lines that were lost: the disk was full or too slow.
  std::uint64_t dropped() const;

 private:
  int open_file() const;
  void write_out(const std::stop_token& stop);

  AccessLogOptions options_;
  mutable std::mutex mutex_;  ///< guards what follows
  std::condition_variable_any came_;
  std::string lines_;
  std::uint64_t line_count_ = 0;
  std::uint64_t dropped_ = 0;
  int file_;
  std::jthread writer_;
};

}  // namespace fihrist
