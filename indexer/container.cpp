// SPDX-License-Identifier: GPL-3.0-or-later
// libarchive behind a class: its C callbacks read our sources, and no exception crosses them.
#include "indexer/container.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <numeric>

#include "analysis/utf8.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/text_encoding.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view compressed_marks[] = {
    "\x1F\x8B"sv,          // gzip
    "BZh"sv,               // bzip2
    "\xFD\x37zXZ\0"sv,     // xz
    "\x28\xB5\x2F\xFD"sv,  // zstd
};
constexpr std::string_view zip_marks[] = {"PK\x03\x04"sv, "PK\x05\x06"sv};
constexpr std::string_view compressed_endings[] = {".gz", ".bz2", ".xz", ".zst", ".zstd"};

/// Zip files that are one document: what their first entry is called, by the rules of their formats.
constexpr std::string_view document_entries[] = {"mimetype", "[Content_Types].xml", "_rels/.rels"};
constexpr std::size_t zip_header_bytes = 30;

bool is_one_document(std::string_view head) {
  if (head.size() < zip_header_bytes) return false;
  const std::string_view first = head.substr(zip_header_bytes);
  return std::any_of(std::begin(document_entries), std::end(document_entries),
                     [&](std::string_view name) { return first.starts_with(name); });
}

/// The checksum of a tar header is the sum of its bytes, those of the sum itself counted as blanks
/// (POSIX.1-2017, pax, "ustar Interchange Format"): the only mark that all descendants of tar have.
bool is_tar(std::string_view head) {
  constexpr std::size_t header_bytes = 512;
  constexpr std::size_t sum_at = 148;
  constexpr std::size_t sum_bytes = 8;
  if (head.size() < header_bytes || head.front() == '\0') return false;
  std::uint32_t written = 0;
  for (const char c : head.substr(sum_at, sum_bytes))
    if (c >= '0' && c <= '7') written = written * 8 + static_cast<std::uint32_t>(c - '0');
  std::uint32_t sum = sum_bytes * ' ';
  for (std::size_t at = 0; at < header_bytes; ++at)
    if (at < sum_at || at >= sum_at + sum_bytes) sum += static_cast<unsigned char>(head[at]);
  return sum == written;
}

template <typename Marks>
bool begins_with_one_of(std::string_view text, const Marks& marks) {
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

/// libarchive takes names apart by the locale of the thread, which in the locale "C" loses all Arabic.
class Utf8Locale {
 public:
  Utf8Locale() : before_(::uselocale(utf8())) {}
  ~Utf8Locale() { ::uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", static_cast<locale_t>(nullptr));
    return locale;
  }
  locale_t before_;
};

ContainerEntry::Kind kind_of(archive_entry* entry) {
  using Kind = ContainerEntry::Kind;
  if (archive_entry_filetype(entry) == AE_IFDIR) return Kind::folder;
  const bool plain = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
  return plain ? Kind::file : Kind::other;
}

std::string without_ending(const std::string& name) {
  std::string file = std::filesystem::path(name).filename().string();
  for (const std::string_view ending : compressed_endings)
    if (file.size() > ending.size() && file.ends_with(ending))
      return file.substr(0, file.size() - ending.size());
  return file;
}

}  // namespace

bool Allowance::affords(std::uint64_t bytes) const noexcept {
  // What is gone back to is read twice and counts once.
  const std::uint64_t taken =
      std::min(outermost_.bytes_read(), outermost_.size().value_or(outermost_.bytes_read()));
  return bytes_ + bytes <= free_bytes + most_bytes_for_one * taken;
}

bool Allowance::spend_bytes(std::uint64_t bytes) noexcept {
  exhausted_ = exhausted_ || !affords(bytes);
  bytes_ += bytes;
  return !exhausted_;
}

bool Allowance::spend_entry() noexcept {
  exhausted_ = exhausted_ || ++entries_ > most_entries;
  return !exhausted_;
}

struct ContainerState {
  ContainerState(PeekedSource& bytes, std::string name, Allowance& granted)
      : source(bytes), container_name(std::move(name)), allowance(granted) {}

  void open();
  [[noreturn]] void fail(std::string why);
  /// Fails for results that end the reading.
  void check(la_ssize_t result);
  void pass_over_content();
  std::string name_of(archive_entry* entry) const;

  PeekedSource& source;
  std::string container_name;
  Allowance& allowance;
  std::unique_ptr<archive, int (*)(archive*)> reader{nullptr, archive_read_free};
  archive_entry* entry = nullptr;
  bool entry_open = false;
  bool broken = false;
  std::uint64_t place = 0;          ///< in the source, for seeking
  std::exception_ptr source_fault;  ///< thrown by the source within a callback
};

namespace {

la_ssize_t read_some(archive* reader, void* state_pointer, const void** out) {
  auto& state = *static_cast<ContainerState*>(state_pointer);
  try {
    const std::string_view piece = state.source.read();
    *out = piece.data();
    state.place += piece.size();
    return static_cast<la_ssize_t>(piece.size());
  } catch (...) {
    state.source_fault = std::current_exception();
    archive_set_error(reader, EIO, "the source cannot be read");
    return -1;
  }
}

la_int64_t seek_to(archive*, void* state_pointer, la_int64_t offset, int whence) {
  auto& state = *static_cast<ContainerState*>(state_pointer);
  const auto size = state.source.size();
  if (!size) return ARCHIVE_FATAL;
  const std::uint64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? state.place : *size;
  const la_int64_t target = static_cast<la_int64_t>(base) + offset;
  if (target < 0 || !state.source.seek(static_cast<std::uint64_t>(target))) return ARCHIVE_FATAL;
  state.place = static_cast<std::uint64_t>(target);
  return target;
}

class EntrySource final : public ByteSource {
 public:
  explicit EntrySource(ContainerState& state) : state_(state), piece_(piece_bytes, '\0') {}

  std::string_view read() override {
    if (!state_.entry_open) return {};
    const la_ssize_t count = archive_read_data(state_.reader.get(), piece_.data(), piece_.size());
    state_.check(count);
    state_.entry_open = count > 0;
    const auto bytes = static_cast<std::size_t>(std::max<la_ssize_t>(count, 0));
    if (!state_.allowance.spend_bytes(bytes)) state_.fail("it holds more than 200 bytes for each of its own");
    bytes_read_ += bytes;
    return std::string_view(piece_).substr(0, bytes);
  }

  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  ContainerState& state_;
  std::string piece_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace

void ContainerState::open() {
  const Utf8Locale locale;
  reader.reset(archive_read_new());
  archive* const made = reader.get();
  archive_read_support_filter_gzip(made);
  archive_read_support_filter_bzip2(made);
  archive_read_support_filter_xz(made);
  archive_read_support_filter_zstd(made);
  archive_read_support_format_zip(made);
  archive_read_support_format_tar(made);
  archive_read_support_format_empty(made);
  // Takes anything, also a zip file with a damaged beginning.
  if (begins_with_one_of(source.head(), compressed_marks)) archive_read_support_format_raw(made);
  archive_read_set_callback_data(made, this);
  archive_read_set_read_callback(made, read_some);
  if (source.size()) archive_read_set_seek_callback(made, seek_to);
  check(archive_read_open1(made));
}

void ContainerState::fail(std::string why) {
  broken = true;
  if (source_fault) std::rethrow_exception(source_fault);
  throw Error(ErrorCode::failed, "cannot read " + container_name + ": " + std::move(why));
}

void ContainerState::check(la_ssize_t result) {
  if (result >= 0 || result == ARCHIVE_WARN) return;
  const char* why = archive_error_string(reader.get());
  const std::string reason = why == nullptr ? "it is damaged" : tidy_line(why);
  // ARCHIVE_FAILED is the fault of one entry: an unknown method of compression, a wrong checksum.
  if (result > ARCHIVE_FATAL && !source_fault) {
    entry_open = false;
    throw Error(ErrorCode::failed, "cannot read an entry of " + container_name + ": " + reason);
  }
  fail(reason);
}

/// Not left to libarchive where it might unpack without end.
void ContainerState::pass_over_content() {
  if (!entry_open) return;
  const auto size = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
  if (archive_entry_size_is_set(entry) != 0 && allowance.affords(size)) {
    entry_open = false;
    allowance.spend_bytes(size);
    return check(archive_read_data_skip(reader.get()));
  }
  EntrySource rest(*this);
  while (!rest.read().empty()) {
  }
}

std::string ContainerState::name_of(archive_entry* named) const {
  if (archive_format(reader.get()) == ARCHIVE_FORMAT_RAW) return without_ending(container_name);
  // The bytes as they are, unless the container says that they are UTF-8.
  const char* bytes = archive_entry_pathname(named);
  return bytes == nullptr ? std::string() : tidy_line(decode_file_name(bytes));
}

bool Container::recognises(std::string_view head) noexcept {
  if (begins_with_one_of(head, zip_marks)) return !is_one_document(head);
  return begins_with_one_of(head, compressed_marks) || is_tar(head);
}

Container::Container(PeekedSource& bytes, const std::string& name, Allowance& allowance)
    : state_(std::make_unique<ContainerState>(bytes, name, allowance)) {
  state_->open();
}

Container::~Container() = default;

std::optional<ContainerEntry> Container::next() {
  const Utf8Locale locale;
  state_->pass_over_content();
  const int result = archive_read_next_header(state_->reader.get(), &state_->entry);
  if (result == ARCHIVE_EOF) return std::nullopt;
  state_->check(result);
  if (!state_->allowance.spend_entry()) state_->fail("it has more than a million entries");
  state_->entry_open = true;
  return ContainerEntry{.name = state_->name_of(state_->entry),
                        .kind = kind_of(state_->entry),
                        .encrypted = archive_entry_is_encrypted(state_->entry) != 0};
}

std::unique_ptr<ByteSource> Container::content() { return std::make_unique<EntrySource>(*state_); }

bool Container::broken() const noexcept { return state_->broken; }

}  // namespace fihrist
