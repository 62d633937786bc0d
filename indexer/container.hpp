// SPDX-License-Identifier: GPL-3.0-or-later
// Zip and tar files, and single compressed files, read entry by entry without touching the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/byte_sources.hpp"

namespace fihrist {

/// What may come out of one input, containers within it included, so that no bomb goes off: so many bytes for
/// each that was read of it, and so many entries. The outermost source must outlive it.
class Allowance {
 public:
  static constexpr std::uint64_t most_entries = 1'000'000;
  static constexpr std::uint64_t most_bytes_for_one = 200;
  /// Free of charge: a few repeated lines may shrink to less than their two-hundredth.
  static constexpr std::uint64_t free_bytes = std::uint64_t{16} * 1024 * 1024;

  explicit Allowance(const ByteSource& outermost) : outermost_(outermost) {}

  /// False, now and from then on, when that is too much.
  bool spend_bytes(std::uint64_t bytes) noexcept;
  bool spend_entry() noexcept;
  bool affords(std::uint64_t bytes) const noexcept;
  bool exhausted() const noexcept { return exhausted_; }

 private:
  const ByteSource& outermost_;
  std::uint64_t bytes_ = 0;
  std::uint64_t entries_ = 0;
  bool exhausted_ = false;
};

struct ContainerState;

struct ContainerEntry {
  /// As the container has it, in UTF-8; of a single compressed file its name without the ending. It is only a
  /// name: nothing is ever written or opened by it.
  std::string name;
  enum class Kind : std::uint8_t { file, folder, other } kind = Kind::file;  ///< other: a link, a device
  bool encrypted = false;
};

/// zip, tar (and what its descendants write), each alone or compressed by gzip, bzip2, xz or zstd, and single
/// files compressed by these. One thread at a time. Memory does not grow with the content, but with the
/// number of entries of a zip.
class Container {
 public:
  /// True for the first bytes of a container. Office documents and books, which are zip files too, are none.
  static bool recognises(std::string_view head) noexcept;

  /// `bytes` and `allowance` must outlive the container; `name` is that of the input. A source that can seek
  /// has its zip files read by their directory. Throws Error(failed).
  Container(PeekedSource& bytes, const std::string& name, Allowance& allowance);
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  /// The next entry, whatever was read of the last one; nothing at the end. Throws Error(failed) where the
  /// container is damaged or ends too early, and when the allowance is spent.
  std::optional<ContainerEntry> next();

  /// The bytes of the entry at hand; read() throws as next() does. Must not outlive the container.
  std::unique_ptr<ByteSource> content();

  /// True once nothing more can be read of it, whatever comes behind the damage.
  bool broken() const noexcept;

 private:
  std::unique_ptr<ContainerState> state_;
};

}  // namespace fihrist
