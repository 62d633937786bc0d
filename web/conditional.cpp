// SPDX-License-Identifier: GPL-3.0-or-later
// Entity tags and the one form of dates that HTTP still writes (RFC 9110, 5.6.7).
#include "web/conditional.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace fihrist {
namespace {

constexpr std::array<std::string_view, 7> day_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> http_month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view without_weakness(std::string_view etag) {
  return etag.starts_with("W/") ? etag.substr(2) : etag;
}

}  // namespace

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  if (etag.empty()) return false;
  const std::string_view wanted = without_weakness(etag);
  for (std::size_t begin = 0; begin < if_none_match.size();) {
    const std::size_t end = std::min(if_none_match.find(',', begin), if_none_match.size());
    std::string_view one = if_none_match.substr(begin, end - begin);
    one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
    one = one.substr(0, one.find_last_not_of(" \t") + 1);
    if (one == "*" || without_weakness(one) == wanted) return true;
    begin = end + 1;
  }
  return false;
}

std::string http_date(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds instant{std::chrono::seconds(seconds)};
  const sys_days day = floor<days>(instant);
  const year_month_day date(day);
  const hh_mm_ss time(instant - day);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", day_names[weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()),
                     http_month_names[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::int64_t parse_http_date(std::string_view text) {
  using namespace std::chrono;
  constexpr std::size_t length = 29;
  if (text.size() != length) return -1;
  unsigned day_of_month = 0, hour = 0, minute = 0, second = 0;
  int in_year = 0;
  std::array<char, 4> month{};
  // NOLINTNEXTLINE(cert-err34-c): of so few digits none is too large
  if (std::sscanf(std::string(text).c_str() + 5, "%2u %3s %4d %2u:%2u:%2u GMT", &day_of_month, month.data(),
                  &in_year, &hour, &minute, &second) != 6)
    return -1;
  const auto found =
      std::find(http_month_names.begin(), http_month_names.end(), std::string_view(month.data()));
  if (found == http_month_names.end()) return -1;
  const auto number = static_cast<unsigned>(found - http_month_names.begin()) + 1;
  const year_month_day date{year(in_year), std::chrono::month(number), day(day_of_month)};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return -1;
  const sys_seconds instant = sys_days(date) + hours(hour) + minutes(minute) + seconds(second);
  const std::int64_t since_epoch = instant.time_since_epoch().count();
  return http_date(since_epoch) == text ? since_epoch : -1;
}

bool is_not_modified(const Request& request, std::string_view etag, std::int64_t last_modified) {
  if (!request.if_none_match.empty()) return matches_etag(request.if_none_match, etag);
  const std::int64_t known = parse_http_date(request.if_modified_since);
  return known >= 0 && last_modified <= known;
}

}  // namespace fihrist
