// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of inputs: all bytes, in order, and a clear sentence when there are none to be had.
#include "indexer/byte_sources.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("fihrist-bytes-" + std::to_string(::getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return path / name;
  }
  fs::path path;
};

std::string read_all_of(ByteSource& source) {
  std::string all;
  for (auto piece = source.read(); !piece.empty(); piece = source.read()) {
    CHECK(piece.size() <= piece_bytes);
    all += piece;
    CHECK(source.bytes_read() == all.size());
  }
  return all;
}

std::string numbered(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += std::to_string(text.size()) + '\n';
  text.resize(bytes);
  return text;
}

/// What opening a path complains about; empty when it does not.
std::string complaint(const fs::path& path) {
  try {
    open_file(path)->read();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::failed);
    return error.what();
  }
  return {};
}

TEST_CASE("a file gives all its bytes in pieces, then nothing for ever") {
  const Folder folder;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, piece_bytes - 1, piece_bytes, piece_bytes + 1, 3 * piece_bytes}) {
    CAPTURE(size);
    const auto source = open_file(folder.write("file", numbered(size)));
    CHECK(read_all_of(*source) == numbered(size));
    CHECK(source->read().empty());
  }
}

TEST_CASE("a missing file, a folder and a forbidden file are named with their reason") {
  const Folder folder;
  CHECK(complaint(folder.path / "missing").find("missing: No such file") != std::string::npos);
  CHECK(complaint(folder.path).find("is a folder") != std::string::npos);
  const fs::path secret = folder.write("secret", "x");
  fs::permissions(secret, fs::perms::none);
  if (::geteuid() != 0) CHECK(complaint(secret).find("Permission denied") != std::string::npos);
}

TEST_CASE("standard input is read to its end and not closed") {
  const Folder folder;
  const int saved = ::dup(STDIN_FILENO);
  const int file = ::open(folder.write("stdin", numbered(100'000)).c_str(), O_RDONLY | O_CLOEXEC);
  ::dup2(file, STDIN_FILENO);
  CHECK(read_all_of(*open_standard_input()) == numbered(100'000));
  CHECK(::fcntl(STDIN_FILENO, F_GETFD) != -1);
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  ::close(file);
}

TEST_CASE("a text is a source like any other") {
  CHECK(read_all_of(*open_text("")).empty());
  CHECK(read_all_of(*open_text(numbered(200'000))) == numbered(200'000));
}

TEST_CASE("what was peeked at is read again") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{5}, piece_bytes, 3 * piece_bytes + 7}) {
    CAPTURE(size);
    PeekedSource source(open_text(numbered(size)));
    CHECK(source.head() == numbered(size).substr(0, piece_bytes));
    CHECK(read_all_of(source) == numbered(size));
  }
}

}  // namespace
}  // namespace fihrist
