// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the bar, or writes the line.
#include "cli/progress_display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "analysis/utf8.hpp"
#include "cli/wording.hpp"

namespace fihrist {
namespace {

constexpr std::chrono::seconds between_lines{10};
constexpr std::string_view wipe_line = "\r\x1b[K";

/// Of the step at hand: reading, then analysing what was read, then writing what of it is new. How much there
/// is to compare in between, nobody knows.
double share_done(const IndexProgress& progress) {
  if (progress.to_write > 0)
    return static_cast<double>(progress.written) / static_cast<double>(progress.to_write);
  if (progress.to_analyse > 0)
    return static_cast<double>(progress.analysed) / static_cast<double>(progress.to_analyse);
  if (progress.comparing || progress.bytes_total == 0) return 0;
  return std::min(1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
}

std::string speed(const IndexProgress& progress, double seconds) {
  if (seconds < 0.5) return "";
  return fmt::format("  {}/s",
                     grouped(static_cast<std::uint64_t>(static_cast<double>(progress.articles) / seconds)));
}

std::string time_left(const IndexProgress& progress, double seconds) {
  const double share = share_done(progress);
  if (seconds < 1 || share < 0.01) return "";
  return fmt::format("  {} left", duration(seconds * (1 - share) / share));
}

std::string bar(double share) {
  constexpr unsigned width = 20;
  const auto full = static_cast<unsigned>(share * width);
  return fmt::format("[{:#<{}}{:->{}}] {:3.0f}%  ", "", full, "", width - full, share * 100);
}

}  // namespace

std::string progress_bar(const IndexProgress& progress, double seconds, unsigned columns) {
  std::string line =
      progress.bytes_total > 0 && !progress.comparing ? bar(share_done(progress)) : std::string();
  if (progress.to_write > 0)
    line += "writing ";
  else if (progress.to_analyse > 0)
    line += "analysing ";
  else if (progress.comparing)
    line += "comparing ";
  line += counted(progress.articles, "article") + speed(progress, seconds) + time_left(progress, seconds);
  const std::size_t taken = line.size() + 3;  // all ASCII up to here; two blanks and the last cell
  if (columns > taken + 8 && !progress.current.empty())
    line += "  " + isolated(first_code_points(progress.current, columns - taken));
  return line;
}

std::string progress_sentence(const IndexProgress& progress, double seconds) {
  std::string line = fmt::format("{} after {}", counted(progress.articles, "article"), duration(seconds));
  if (progress.to_write > 0)
    line += fmt::format(", {:.0f}% written", share_done(progress) * 100);
  else if (progress.to_analyse > 0)
    line += fmt::format(", {:.0f}% analysed", share_done(progress) * 100);
  else if (progress.comparing)
    line += ", comparing those that may be nearly the same";
  else if (progress.bytes_total > 0)
    line += fmt::format(", {:.0f}% of {}", share_done(progress) * 100, size_of_bytes(progress.bytes_total));
  return line;
}

ProgressDisplay::ProgressDisplay(const Console& console) : console_(console) {}

ProgressDisplay::~ProgressDisplay() { wipe(); }

void ProgressDisplay::show(const IndexProgress& progress) {
  if (console_.quiet) return;
  const auto now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  if (console_.err_is_terminal) {
    console_.err << wipe_line << progress_bar(progress, seconds, console_.columns) << std::flush;
    drawn_ = true;
  } else if (now - last_line_ >= between_lines) {
    console_.err << progress_sentence(progress, seconds) << '\n' << std::flush;
    last_line_ = now;
  }
}

void ProgressDisplay::wipe() {
  if (drawn_) console_.err << wipe_line << std::flush;
  drawn_ = false;
}

}  // namespace fihrist
