// SPDX-License-Identifier: GPL-3.0-or-later
// LD_PRELOAD: makes the Nth call of a function on a file below a directory fail, as a bad or full disk would.
//
// FAULT_UNDER=/path  FAULT_CALL=write|pwrite|fsync|fdatasync|rename|open|unlink  FAULT_AT=N  FAULT_ERRNO=28
// FAULT_STICKY=1 fails the later ones too. FAULT_ERRNO=kill kills the process there instead.
// FAULT_CALL=short makes writes write half, once and for ever, which is no error. FAULT_LOG=/path is made
// when the fault is met.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string_view setting(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

bool is_under(std::string_view path) {
  const std::string_view under = setting("FAULT_UNDER");
  return !under.empty() && path.starts_with(under);
}

bool is_under(int file) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
  return size > 0 && is_under(std::string_view(path.data(), static_cast<std::size_t>(size)));
}

void log_once() {
  static std::atomic<bool> logged = false;
  const std::string path(setting("FAULT_LOG"));
  if (path.empty() || logged.exchange(true)) return;
  static auto* open_file = next<int(const char*, int, ...)>("open64");
  const int file = open_file(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  ::close(file);
}

/// True when this call, which is on a file below the directory, is to fail; sets errno.
bool fails(std::string_view call) {
  static std::atomic<long> calls = 0;
  if (setting("FAULT_CALL") != call) return false;
  const long number = ++calls;
  const long wanted = std::atol(std::string(setting("FAULT_AT")).c_str());
  if (number != wanted && !(number > wanted && setting("FAULT_STICKY") == "1")) return false;
  log_once();
  if (setting("FAULT_ERRNO") == "kill") std::raise(SIGKILL);
  errno = std::atoi(std::string(setting("FAULT_ERRNO")).c_str());
  return true;
}

bool halves() { return setting("FAULT_CALL") == "short"; }

std::size_t shortened(std::size_t size) {
  if (size < 2) return size;
  log_once();
  return size / 2;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, std::size_t size) {
  static auto* real = next<ssize_t(int, const void*, std::size_t)>("write");
  if (is_under(file)) {
    if (fails("write")) return -1;
    if (halves()) size = shortened(size);
  }
  return real(file, bytes, size);
}

ssize_t writev(int file, const iovec* pieces, int count) {
  static auto* real = next<ssize_t(int, const iovec*, int)>("writev");
  if (is_under(file)) {
    if (fails("write")) return -1;
    if (halves() && count > 0) return write(file, pieces[0].iov_base, pieces[0].iov_len);
  }
  return real(file, pieces, count);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t at) {
  static auto* real = next<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64");
  if (is_under(file)) {
    if (fails("pwrite")) return -1;
    if (halves()) size = shortened(size);
  }
  return real(file, bytes, size, at);
}

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return pwrite64(file, bytes, size, at);
}

int fsync(int file) {
  static auto* real = next<int(int)>("fsync");
  return is_under(file) && fails("fsync") ? -1 : real(file);
}

int fdatasync(int file) {
  static auto* real = next<int(int)>("fdatasync");
  return is_under(file) && fails("fdatasync") ? -1 : real(file);
}

int rename(const char* from, const char* to) {
  static auto* real = next<int(const char*, const char*)>("rename");
  return is_under(to) && fails("rename") ? -1 : real(from, to);
}

int unlink(const char* path) {
  static auto* real = next<int(const char*)>("unlink");
  return is_under(path) && fails("unlink") ? -1 : real(path);
}

int unlinkat(int directory, const char* path, int flags) {
  static auto* real = next<int(int, const char*, int)>("unlinkat");
  return is_under(directory) && fails("unlink") ? -1 : real(directory, path, flags);
}

int open64(const char* path, int flags, ...) {
  static auto* real = next<int(const char*, int, ...)>("open64");
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & O_ACCMODE) != O_RDONLY && is_under(path) && fails("open")) return -1;
  return real(path, flags, mode);
}

int open(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}

std::FILE* fopen64(const char* path, const char* mode) {
  static auto* real = next<std::FILE*(const char*, const char*)>("fopen64");
  return mode[0] != 'r' && is_under(path) && fails("open") ? nullptr : real(path, mode);
}

std::FILE* fopen(const char* path, const char* mode) { return fopen64(path, mode); }

}  // extern "C"
