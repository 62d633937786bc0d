// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs by system calls, so that a failing medium is told from the end of a file.
#include "indexer/byte_sources.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "schema/error.hpp"

namespace fihrist {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void cannot_read(const std::string& name, const std::string& why, std::string hint) {
  throw Error(ErrorCode::failed, "cannot read " + name + ": " + why, std::move(hint));
}

std::string hint_for(int error) {
  switch (error) {
    case ENOENT:
      return "Check the path.";
    case EACCES:
    case EPERM:
      return "Check the permissions of the file and of the folders above it.";
    case EIO:
      return "The medium may be failing: copy the file elsewhere and try again.";
    default:
      return {};
  }
}

class DescriptorSource final : public ByteSource {
 public:
  DescriptorSource(int descriptor, bool owned, std::string name)
      : descriptor_(descriptor), owned_(owned), name_(std::move(name)), piece_(piece_bytes, '\0') {}
  ~DescriptorSource() override {
    if (owned_) ::close(descriptor_);
  }
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  std::string_view read() override {
    ssize_t count = -1;
    do {
      count = ::read(descriptor_, piece_.data(), piece_.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) cannot_read(name_, reason(errno), hint_for(errno));
    bytes_read_ += static_cast<std::uint64_t>(count);
    return std::string_view(piece_).substr(0, static_cast<std::size_t>(count));
  }

  std::uint64_t bytes_read() const override { return bytes_read_; }

  std::optional<std::uint64_t> size() const override {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
  }

  bool seek(std::uint64_t offset) override {
    return size() && ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
  }

  std::optional<int> descriptor() const override {
    return size() ? std::optional(descriptor_) : std::nullopt;
  }

 private:
  int descriptor_;
  bool owned_;
  std::string name_;
  std::string piece_;
  std::uint64_t bytes_read_ = 0;
};

class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}

  std::string_view read() override {
    const std::string_view piece = std::string_view(text_).substr(at_, piece_bytes);
    at_ += piece.size();
    bytes_read_ += piece.size();
    return piece;
  }

  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::optional<std::uint64_t> size() const override { return text_.size(); }

  bool seek(std::uint64_t offset) override {
    if (offset > text_.size()) return false;
    at_ = static_cast<std::size_t>(offset);
    return true;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
  std::uint64_t bytes_read_ = 0;
};

bool is_folder(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) cannot_read(path.string(), reason(errno), hint_for(errno));
  auto source = std::make_unique<DescriptorSource>(descriptor, true, path.string());
  if (is_folder(descriptor)) cannot_read(path.string(), "it is a folder", "Give the files in it.");
  return source;
}

std::unique_ptr<ByteSource> open_standard_input() {
  return std::make_unique<DescriptorSource>(STDIN_FILENO, false, "standard input");
}

std::optional<std::string> read_whole(ByteSource& bytes, std::size_t most) {
  std::string whole;
  for (std::string_view piece = bytes.read(); !piece.empty(); piece = bytes.read()) {
    if (whole.size() + piece.size() > most) return std::nullopt;
    whole += piece;
  }
  return whole;
}

std::unique_ptr<ByteSource> open_text(std::string text) {
  return std::make_unique<TextSource>(std::move(text));
}

PeekedSource::PeekedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {
  while (head_.size() < piece_bytes) {
    const std::string_view piece = inner_->read();
    if (piece.empty()) break;
    head_ += piece;
  }
}

std::string_view PeekedSource::read() {
  const std::string_view piece = head_given_ ? inner_->read() : std::string_view(head_);
  head_given_ = true;
  handed_out_ += piece.size();
  return piece;
}

bool PeekedSource::seek(std::uint64_t offset) {
  if (!inner_->seek(offset)) return false;
  head_given_ = true;
  return true;
}

}  // namespace fihrist
