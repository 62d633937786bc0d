// SPDX-License-Identifier: GPL-3.0-or-later
// Short connections that read a shard's note.
#include "searcher/shard_watch.hpp"

#include <algorithm>
#include <charconv>
#include <future>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "schema/error.hpp"
#include "schema/manifest.hpp"

namespace fihrist {
namespace {

constexpr std::string_view scheme = "tcp:";

unsigned milliseconds(std::chrono::milliseconds time) { return static_cast<unsigned>(time.count()); }

std::string reason_of(const Xapian::Error& error) {
  const char* system = error.get_error_string();
  return system ? fmt::format("{} ({})", error.get_msg(), system) : error.get_msg();
}

}  // namespace

ShardWatch::ShardWatch(const ShardOptions& options) : options_(options) {
  for (const std::string& text : options.addresses) {
    const std::size_t colon = text.rfind(':');
    Address address{.text = text};
    const char* const end = text.data() + text.size();
    const bool has_both = text.starts_with(scheme) && colon > scheme.size() && colon != std::string::npos;
    if (has_both) address.host = text.substr(scheme.size(), colon - scheme.size());
    const auto read = has_both ? std::from_chars(text.data() + colon + 1, end, address.port)
                               : std::from_chars_result{end, std::errc::invalid_argument};
    if (read.ec != std::errc{} || read.ptr != end || address.port == 0 || address.port > 65535)
      throw Error(ErrorCode::usage, fmt::format("\"{}\" is no address of a shard", text),
                  "Write it as tcp:HOST:PORT, where xapian-tcpsrv serves it.");
    addresses_.push_back(std::move(address));
  }
  take(look_at_all(), true);
  for (std::size_t i = 0; i < addresses_.size(); ++i)
    if (sights_[i].is_foreign)
      throw Error(ErrorCode::mismatch, fmt::format("{}: {}", addresses_[i].text, sights_[i].fault),
                  "Serve shards there that \"fihrist shard\" of this version wrote.");
  thread_ = std::thread([this] { watch(); });
}

ShardWatch::~ShardWatch() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  ended_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void ShardWatch::watch() {
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, options_.check_interval, [this] { return is_ending_; })) {
    lock.unlock();
    {
      const std::lock_guard one_at_a_time(looking_);
      take(look_at_all(), false);
    }
    lock.lock();
  }
}

/// Whoever does not even greet within the time to connect is not asked anything.
ShardWatch::Sight ShardWatch::look_at(const Address& address) const {
  try {
    const Xapian::Database shard =
        Xapian::Remote::open(address.host, address.port, milliseconds(options_.connect_timeout),
                             milliseconds(options_.connect_timeout));
    parse_manifest(shard.get_metadata(manifest_key));
    return {.note = parse_shard_note(shard.get_metadata(shard_key))};
  } catch (const Error& error) {
    return {.fault = error.what(), .is_foreign = true};
  } catch (const Xapian::Error& error) {
    return {.fault = reason_of(error)};
  }
}

std::vector<ShardWatch::Sight> ShardWatch::look_at_all() const {
  std::vector<std::future<Sight>> looks;
  // Deferred, one after another, only where the machine has no thread left.
  constexpr auto policy = std::launch::async | std::launch::deferred;
  for (const Address& address : addresses_)
    looks.push_back(std::async(policy, [this, &address] { return look_at(address); }));
  std::vector<Sight> sights;
  for (auto& look : looks) sights.push_back(look.get());
  return sights;
}

void ShardWatch::take(std::vector<Sight> sights, bool by_majority) {
  const std::lock_guard lock(mutex_);
  sights_ = std::move(sights);
  choose(by_majority);
}

std::string ShardWatch::most_common_cut() const {
  std::map<std::string, std::size_t> counts;
  for (const Sight& sight : sights_)
    if (sight.note) ++counts[sight.note->cut];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [this](const auto& left, const auto& right) {
        if (left.second != right.second) return left.second < right.second;
        return right.first == choice_.cut;  // stay where no other is commoner
      });
  return most == counts.end() ? std::string() : most->first;
}

/// Under the lock.
void ShardWatch::choose(bool by_majority) {
  const std::string cut = most_common_cut();
  const auto serves = [&](const Sight& sight, const std::string& which) {
    return sight.note && sight.note->cut == which;
  };
  if (!by_majority && cut != choice_.cut && !choice_.cut.empty()) {
    const bool all_moved = std::all_of(sights_.begin(), sights_.end(), [&](const Sight& sight) {
      return !sight.note || sight.note->cut == cut;
    });
    const bool all_there = std::all_of(choice_.addresses.begin(), choice_.addresses.end(),
                                       [&](std::size_t at) { return sights_[at].note.has_value(); });
    if (!all_moved && all_there) return;
  }
  std::map<std::uint32_t, std::size_t> by_number;
  ShardChoice choice{.version = choice_.version + 1, .cut = cut};
  for (std::size_t at = 0; at < sights_.size(); ++at)
    if (serves(sights_[at], cut)) {
      by_number.try_emplace(sights_[at].note->number, at);
      choice.of = sights_[at].note->of;
    }
  for (const auto& [number, at] : by_number) {
    choice.numbers.push_back(number);
    choice.addresses.push_back(at);
  }
  if (choice.cut != choice_.cut || choice.addresses != choice_.addresses) choice_ = std::move(choice);
}

ShardChoice ShardWatch::choice() const {
  const std::lock_guard lock(mutex_);
  return choice_;
}

Xapian::Database ShardWatch::open(const ShardChoice& choice) const {
  Xapian::Database all;
  for (std::size_t i = 0; i < choice.addresses.size(); ++i) {
    const std::size_t at = choice.addresses[i];
    const Address& address = addresses_[at];
    try {
      const Xapian::Database shard =
          Xapian::Remote::open(address.host, address.port, milliseconds(options_.answer_timeout),
                               milliseconds(options_.connect_timeout));
      const ShardNote note = parse_shard_note(shard.get_metadata(shard_key));
      if (note.cut != choice.cut || note.number != choice.numbers[i])
        throw LostShard("it serves another cut by now", at, false);
      all.add_database(shard);
    } catch (const Error& error) {
      throw LostShard(error.what(), at, false);
    } catch (const Xapian::NetworkTimeoutError& error) {
      throw LostShard(reason_of(error), at, true);
    } catch (const Xapian::NetworkError& error) {
      throw LostShard(reason_of(error), at, false);
    }
  }
  return all;
}

LostShard ShardWatch::lost(const Xapian::NetworkError& error, bool timed_out) const {
  std::optional<std::size_t> which;
  for (std::size_t at = 0; at < addresses_.size(); ++at) {
    const std::string name = fmt::format("({}:{})", addresses_[at].host, addresses_[at].port);
    if (error.get_context().find(name) != std::string::npos) which = at;
  }
  return {reason_of(error), which, timed_out};
}

void ShardWatch::leave_out(const LostShard& lost, const ShardChoice& of) {
  const std::lock_guard one_at_a_time(looking_);
  if (choice().version != of.version) return;
  std::vector<Sight> sights = look_at_all();
  // It may greet and not answer: left out until the next look, or whoever asks next would wait as long.
  if (lost.address && lost.timed_out) sights[*lost.address] = {.fault = lost.what()};
  take(std::move(sights), true);
}

std::vector<ShardState> ShardWatch::states() const {
  const std::lock_guard lock(mutex_);
  std::vector<ShardState> states;
  for (std::size_t at = 0; at < addresses_.size(); ++at) {
    const Sight& sight = sights_[at];
    const bool is_asked = sight.note && sight.note->cut == choice_.cut;
    states.push_back({.address = addresses_[at].text,
                      .answers = is_asked,
                      .fault = sight.note && !is_asked ? "it serves another cut" : sight.fault,
                      .number = sight.note ? sight.note->number : 0});
  }
  return states;
}

}  // namespace fihrist
