// SPDX-License-Identifier: GPL-3.0-or-later
// fork(2), with the result in a pipe.
#include "cli/child_process.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace fihrist {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void work_and_exit(int to, const std::function<std::string()>& work) noexcept {
  int code = 1;
  try {
    const std::string result = work();
    std::size_t done = 0;
    while (done < result.size()) {
      const ssize_t put = ::write(to, result.data() + done, result.size() - done);
      if (put <= 0) break;
      done += static_cast<std::size_t>(put);
    }
    code = done == result.size() ? 0 : 1;
  } catch (...) {
    code = 1;  // all that the parent is told
  }
  ::_exit(code);
}

/// False when the time is over first.
bool read_to_end(int from, Clock::time_point until, std::string& text) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    pollfd waiting{.fd = from, .events = POLLIN, .revents = 0};
    if (left.count() <= 0) return false;
    if (::poll(&waiting, 1, static_cast<int>(std::min<long>(left.count(), 1000))) <= 0) continue;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got == 0) return true;
    if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::optional<std::string> run_in_child(std::chrono::seconds time, const std::function<std::string()>& work) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "making a pipe");
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "starting a process");
  if (child == 0) {
    ::close(ends[0]);
    work_and_exit(ends[1], work);
  }
  ::close(ends[1]);
  std::string result;
  const bool has_ended = read_to_end(ends[0], Clock::now() + time, result);
  ::close(ends[0]);
  if (!has_ended) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const bool is_whole = has_ended && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return is_whole ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace fihrist
