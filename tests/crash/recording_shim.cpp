// SPDX-License-Identifier: GPL-3.0-or-later
// LD_PRELOAD: writes down, in their order, all changes to files below a directory and what was synced, so
// that power_cuts.py can make every state that a power cut might have left.
//
// RECORD_UNDER=/path  RECORD_LOG=/path. A record is a line, and behind that of a write the bytes:
//   O truncates(0|1) path      opened for writing, made when it was not there
//   W offset size path         written
//   Z size path                cut or lengthened
//   S path                     synced, a file or a directory
//   R from<TAB>to              renamed
//   U path                     removed, a file or an empty directory
//   D path                     directory made
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

namespace {

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Held over a call and its record, so that records are in the order of the calls.
std::mutex& order() {
  static std::mutex mutex;
  return mutex;
}

bool is_under(std::string_view path) {
  static const char* const under = std::getenv("RECORD_UNDER");
  return under != nullptr && path.starts_with(under);
}

/// The path of an open file; "" for one elsewhere.
std::string path_of(int file) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
  const std::string_view text(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return is_under(text) && !text.ends_with(" (deleted)") ? std::string(text) : std::string();
}

/// The path that a call names relative to an open directory.
std::string path_at(int directory, const char* path) {
  if (path[0] == '/' || directory == AT_FDCWD) return path;
  return path_of(directory) + '/' + path;
}

void record(const std::string& line, const void* bytes = nullptr, std::size_t size = 0) {
  static auto* open_file = next<int(const char*, int, ...)>("open64");
  static auto* write_pieces = next<ssize_t(int, const iovec*, int)>("writev");
  static const char* const path = std::getenv("RECORD_LOG");
  static const int log =
      path != nullptr ? open_file(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
  const std::string head = line + '\n';
  const std::array<iovec, 2> pieces{
      {{const_cast<char*>(head.data()), head.size()}, {const_cast<void*>(bytes), size}}};
  if (log < 0 || write_pieces(log, pieces.data(), 2) != static_cast<ssize_t>(head.size() + size))
    std::abort();
}

void record_write(const std::string& path, off64_t offset, const void* bytes, ssize_t size) {
  if (size <= 0) return;
  record("W " + std::to_string(offset) + ' ' + std::to_string(size) + ' ' + path, bytes,
         static_cast<std::size_t>(size));
}

/// Where the next write(2) goes.
off64_t place_in(int file) {
  const int flags = ::fcntl(file, F_GETFL);
  return ::lseek64(file, 0, (flags & O_APPEND) != 0 ? SEEK_END : SEEK_CUR);
}

int record_if_done(int result, const std::string& line) {
  if (result == 0) record(line);
  return result;
}

/// Calls what makes one path of two, and writes it down when both are below the directory.
template <typename Call>
int renamed(const std::string& from, const std::string& to, const Call& call) {
  const std::lock_guard lock(order());
  const int result = call();
  if (result == 0 && (is_under(from) || is_under(to))) record("R " + from + '\t' + to);
  return result;
}

template <typename Call>
int removed(const std::string& path, const Call& call) {
  const std::lock_guard lock(order());
  return is_under(path) ? record_if_done(call(), "U " + path) : call();
}

template <typename Call>
int synced(int file, const Call& call) {
  const std::lock_guard lock(order());
  const std::string path = path_of(file);
  return path.empty() ? call() : record_if_done(call(), "S " + path);
}

template <typename Call>
int cut(const std::string& path, off64_t size, const Call& call) {
  const std::lock_guard lock(order());
  return is_under(path) ? record_if_done(call(), "Z " + std::to_string(size) + ' ' + path) : call();
}

template <typename Call>
int opened(const std::string& path, int flags, const Call& call) {
  if ((flags & (O_CREAT | O_TRUNC)) == 0 || !is_under(path)) return call();
  const std::lock_guard lock(order());
  const int file = call();
  if (file >= 0) record(std::string("O ") + ((flags & O_TRUNC) != 0 ? "1 " : "0 ") + path);
  return file;
}

mode_t mode_in(std::va_list rest, int flags) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, std::size_t size) {
  static auto* real = next<ssize_t(int, const void*, std::size_t)>("write");
  const std::string path = path_of(file);
  if (path.empty()) return real(file, bytes, size);
  const std::lock_guard lock(order());
  const off64_t place = place_in(file);
  const ssize_t put = real(file, bytes, size);
  record_write(path, place, bytes, put);
  return put;
}

ssize_t writev(int file, const iovec* pieces, int count) {
  static auto* real = next<ssize_t(int, const iovec*, int)>("writev");
  if (path_of(file).empty()) return real(file, pieces, count);
  ssize_t all = 0;
  for (int i = 0; i < count; ++i) {
    const ssize_t put = write(file, pieces[i].iov_base, pieces[i].iov_len);
    if (put < 0) return all > 0 ? all : put;
    all += put;
    if (static_cast<std::size_t>(put) < pieces[i].iov_len) break;
  }
  return all;
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t at) {
  static auto* real = next<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64");
  const std::string path = path_of(file);
  if (path.empty()) return real(file, bytes, size, at);
  const std::lock_guard lock(order());
  const ssize_t put = real(file, bytes, size, at);
  record_write(path, at, bytes, put);
  return put;
}

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return pwrite64(file, bytes, size, at);
}

int fsync(int file) {
  static auto* real = next<int(int)>("fsync");
  return synced(file, [&] { return real(file); });
}

int fdatasync(int file) {
  static auto* real = next<int(int)>("fdatasync");
  return synced(file, [&] { return real(file); });
}

int ftruncate64(int file, off64_t size) {
  static auto* real = next<int(int, off64_t)>("ftruncate64");
  return cut(path_of(file), size, [&] { return real(file, size); });
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int truncate64(const char* path, off64_t size) {
  static auto* real = next<int(const char*, off64_t)>("truncate64");
  return cut(path, size, [&] { return real(path, size); });
}

int truncate(const char* path, off_t size) { return truncate64(path, size); }

int rename(const char* from, const char* to) {
  static auto* real = next<int(const char*, const char*)>("rename");
  return renamed(from, to, [&] { return real(from, to); });
}

int unlink(const char* path) {
  static auto* real = next<int(const char*)>("unlink");
  return removed(path, [&] { return real(path); });
}

int rmdir(const char* path) {
  static auto* real = next<int(const char*)>("rmdir");
  return removed(path, [&] { return real(path); });
}

int remove(const char* path) {
  static auto* real = next<int(const char*)>("remove");
  return removed(path, [&] { return real(path); });
}

int unlinkat(int directory, const char* path, int flags) {
  static auto* real = next<int(int, const char*, int)>("unlinkat");
  return removed(path_at(directory, path), [&] { return real(directory, path, flags); });
}

int mkdir(const char* path, mode_t mode) {
  static auto* real = next<int(const char*, mode_t)>("mkdir");
  const std::lock_guard lock(order());
  return is_under(path) ? record_if_done(real(path, mode), std::string("D ") + path) : real(path, mode);
}

int open64(const char* path, int flags, ...) {
  static auto* real = next<int(const char*, int, ...)>("open64");
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_in(rest, flags);
  va_end(rest);
  return opened(path, flags, [&] { return real(path, flags, mode); });
}

int open(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_in(rest, flags);
  va_end(rest);
  return open64(path, flags, mode);
}

/// By which streams of the standard library open files; what they write comes through write() and writev().
std::FILE* fopen64(const char* path, const char* mode) {
  static auto* real = next<std::FILE*(const char*, const char*)>("fopen64");
  const std::string_view how(mode);
  if (how.starts_with('r') || !is_under(path)) return real(path, mode);
  const std::lock_guard lock(order());
  std::FILE* const file = real(path, mode);
  if (file != nullptr) record(std::string("O ") + (how.starts_with('w') ? "1 " : "0 ") + path);
  return file;
}

std::FILE* fopen(const char* path, const char* mode) { return fopen64(path, mode); }

}  // extern "C"
