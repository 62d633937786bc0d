// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 by libcrypto, one file after the other.
#include "schema/seal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>

#include "schema/disk_error.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr const char* being_changed = "# being changed\n";
constexpr std::size_t digest_digits = 64;
constexpr std::size_t piece_bytes = std::size_t{1} << 18;

struct Closed {
  int number;
  ~Closed() {
    if (number >= 0) ::close(number);
  }
};

struct DigestEnd {
  void operator()(EVP_MD_CTX* context) const noexcept { ::EVP_MD_CTX_free(context); }
};

std::string hex(const unsigned char* bytes, unsigned size) {
  std::string text;
  for (unsigned i = 0; i < size; ++i) text += fmt::format("{:02x}", bytes[i]);
  return text;
}

std::string sha256_of(const fs::path& path, std::uint64_t& bytes_read) {
  const Closed file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) throw disk_error(path, "read");
  const std::unique_ptr<EVP_MD_CTX, DigestEnd> context(::EVP_MD_CTX_new());
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  std::string piece(piece_bytes, '\0');
  bool works = context && ::EVP_DigestInit_ex(context.get(), ::EVP_sha256(), nullptr) == 1;
  for (ssize_t got = 1; works && got > 0;) {
    got = ::read(file.number, piece.data(), piece.size());
    if (got < 0) throw disk_error(path, "read");
    bytes_read += static_cast<std::uint64_t>(got);
    works = ::EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(got)) == 1;
  }
  if (!works || ::EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1)
    throw Error(ErrorCode::failed, "the cryptographic library gives no SHA-256");
  return hex(digest.data(), size);
}

/// What Xapian writes, but its lock file, which is empty and comes and goes; and what is written once beside
/// it.
bool is_sealed(const std::string& name) {
  return name == "iamglass" || name.ends_with(".glass") || name == size_file;
}

std::vector<std::string> sealed_files(const fs::path& generation) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(generation))
    if (is_sealed(entry.path().filename().string())) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_seal(const fs::path& generation) {
  std::ifstream file(generation / seal_file, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Digests by file name; nothing when a line is none of ours.
std::optional<std::map<std::string, std::string>> parse_seal(const std::string& text) {
  std::map<std::string, std::string> digests;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (end == text.npos) return std::nullopt;
    const std::string line = text.substr(at, end - at);
    const bool is_row = line.size() > digest_digits + 2 && line.compare(digest_digits, 2, "  ") == 0 &&
                        line.find_first_not_of("0123456789abcdef") == digest_digits &&
                        is_sealed(line.substr(digest_digits + 2));
    if (!is_row) return std::nullopt;
    digests[line.substr(digest_digits + 2)] = line.substr(0, digest_digits);
    at = end + 1;
  }
  if (!digests.contains("iamglass")) return std::nullopt;
  return digests;
}

SealReport compared(const fs::path& generation, const std::map<std::string, std::string>& digests) {
  SealReport report{.state = SealReport::State::sealed};
  for (const auto& [name, digest] : digests) {
    std::string fault;
    if (!fs::exists(generation / name))
      fault = "is missing";
    else if (sha256_of(generation / name, report.bytes) != digest)
      fault = "has other bytes than were written";
    report.files.push_back({name, fault});
  }
  for (const std::string& name : sealed_files(generation))
    if (!digests.contains(name)) report.files.push_back({name, "was not there when the index was written"});
  return report;
}

}  // namespace

void seal(const fs::path& generation) {
  std::string text;
  std::uint64_t bytes = 0;
  for (const std::string& name : sealed_files(generation))
    text += sha256_of(generation / name, bytes) + "  " + name + '\n';
  replace_file(generation / seal_file, text);
}

void break_seal(const fs::path& generation) { replace_file(generation / seal_file, being_changed); }

bool SealReport::is_sound() const {
  return state == State::sealed &&
         std::all_of(files.begin(), files.end(), [](const SealedFile& file) { return file.fault.empty(); });
}

/// A run may break or write the seal meanwhile: then what was compared says nothing.
SealReport check_seal(const fs::path& generation) {
  for (;;) {
    const std::string text = read_seal(generation);
    if (text == being_changed) return {.state = SealReport::State::broken};
    const auto digests = parse_seal(text);
    if (!digests) return {.state = SealReport::State::absent};
    SealReport report = compared(generation, *digests);
    if (report.is_sound() || read_seal(generation) == text) return report;
  }
}

void refuse_damage(const fs::path& generation) {
  const SealReport report = check_seal(generation);
  if (report.is_sound() || report.state == SealReport::State::broken) return;
  std::string fault = "there are no checksums of it";
  for (const SealedFile& file : report.files)
    if (!file.fault.empty()) fault = file.name + ' ' + file.fault;
  throw Error(
      ErrorCode::damaged,
      fmt::format("{} is damaged, so nothing is written to it: {}", generation.filename().string(), fault),
      "Restore a copy of the archive directory, or index the sources again: fihrist rebuild PATH");
}

}  // namespace fihrist
