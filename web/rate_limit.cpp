// SPDX-License-Identifier: GPL-3.0-or-later
// The bucket as one moment, that at which it is full again (the generic cell rate algorithm, ITU-T I.371):
// a token moves it on by 1/N s, and it may lie so far ahead as the bucket holds. Clients stand in two maps
// that take turns, so that those who went away are forgotten without a search for them.
#include "web/rate_limit.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fihrist {
namespace {

using std::chrono::nanoseconds;

constexpr double burst_seconds = 2;
constexpr double lowest_rate = 1e-3, highest_rate = 1e6;
constexpr std::size_t ipv6_network_bytes = 8;

nanoseconds rounded(double count) { return nanoseconds(std::llround(count)); }

IpAddress household(IpAddress client) {
  if (!is_ipv4(client)) std::fill(client.bytes.begin() + ipv6_network_bytes, client.bytes.end(), 0);
  return client;
}

}  // namespace

RateLimit::RateLimit(double per_second, std::size_t most_clients)
    : per_token_(rounded(1e9 / per_second)),
      tolerance_(
          rounded((std::max(1.0, burst_seconds * per_second) - 1) * static_cast<double>(per_token_.count()))),
      most_clients_(most_clients) {}

void RateLimit::turn_over(Time now) {
  if (now - turned_ < tolerance_ + per_token_) return;
  const bool both_are_old = now - turned_ >= 2 * (tolerance_ + per_token_);
  earlier_ = both_are_old ? std::map<IpAddress, Time>{} : std::move(recent_);
  recent_.clear();
  turned_ = now;
}

RateLimit::Time RateLimit::full_again(const IpAddress& client, Time now) {
  for (const auto* clients : {&recent_, &earlier_})
    if (const auto known = clients->find(client); known != clients->end())
      return std::max(known->second, now);
  return now;
}

std::optional<std::chrono::seconds> RateLimit::wait_for(const IpAddress& client, Time now) {
  const IpAddress key = household(client);
  const std::lock_guard lock(mutex_);
  turn_over(now);
  const Time full = full_again(key, now);
  if (full - now > tolerance_) return std::chrono::ceil<std::chrono::seconds>(full - now - tolerance_);
  if (recent_.size() < most_clients_ || recent_.contains(key)) recent_[key] = full + per_token_;
  return std::nullopt;
}

std::size_t RateLimit::remembered() const {
  const std::lock_guard lock(mutex_);
  return recent_.size() + earlier_.size();
}

std::optional<double> parse_rate(std::string_view text) {
  if (text.ends_with("/s")) text.remove_suffix(2);
  double rate = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), rate);
  const bool is_number = failure == std::errc{} && end == text.data() + text.size();
  return is_number && rate >= lowest_rate && rate <= highest_rate ? std::optional(rate) : std::nullopt;
}

}  // namespace fihrist
