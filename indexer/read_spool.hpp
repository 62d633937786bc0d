// SPDX-License-Identifier: GPL-3.0-or-later
// What readers gave, on disk, so that it can be judged as a whole before any of it is analysed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// What one call of a ReaderSink brought, and the number of its file in InputWalk::files.
struct Delivery {
  std::uint32_t file = 0;
  std::uint64_t folder = 0;  ///< Incoming::folder
  std::string format;        ///< Reader::format of the reader that gave it
  std::variant<ReadArticle, Reject, Skip, ListedPage> what;
};

/// A file of deliveries that grows at its end. It goes with this object, but not with a process that is
/// killed. Throws Error(failed) when the disk fails.
class ReadSpool {
 public:
  /// In a directory of the archive; what is there beyond `keep` bytes is thrown away.
  ReadSpool(const std::filesystem::path& directory, std::uint64_t keep);
  /// A file without a name in the system's directory for such, for runs that leave nothing behind.
  ReadSpool();
  ~ReadSpool();
  ReadSpool(const ReadSpool&) = delete;
  ReadSpool& operator=(const ReadSpool&) = delete;

  /// Returns its place, by which it is found again.
  std::uint64_t add(const Delivery& delivery);
  /// Nothing can be read before it is flushed.
  void flush();
  /// Durable up to here when it returns.
  void sync();
  std::uint64_t bytes() const noexcept { return end_; }

  /// By any number of threads, while nothing is added.
  std::uint64_t size_at(std::uint64_t place) const;
  Delivery read(std::uint64_t place) const;
  /// All of them in order.
  void for_each(const std::function<void(Delivery&&, std::uint64_t place)>& visit) const;

 private:
  [[noreturn]] void fail(const char* what) const;
  void take(char* bytes, std::size_t size, std::uint64_t place) const;

  std::filesystem::path file_;
  int handle_ = -1;
  std::string pending_;
  std::uint64_t end_ = 0;
};

}  // namespace fihrist
