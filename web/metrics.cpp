// SPDX-License-Identifier: GPL-3.0-or-later
// Counters that are added to without a lock, and written out when asked for.
#include "web/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace fihrist {
namespace {

std::size_t kind_of(std::string_view path) {
  const auto kind = [&]() -> std::string_view {
    if (path == "/search") return "search";
    if (path.starts_with("/article/")) return "article";
    if (path.starts_with("/api/") || path == "/suggest") return "api";
    if (path.ends_with(".json") || path.ends_with(".csv") || path.ends_with(".txt") ||
        path.ends_with(".atom"))
      return "data";
    return path.starts_with("/static/") ? "static" : "page";
  }();
  const auto found = std::find(Metrics::kinds.begin(), Metrics::kinds.end(), kind);
  return static_cast<std::size_t>(found - Metrics::kinds.begin());
}

void append_family(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  fmt::format_to(std::back_inserter(text), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

void append_single(std::string& text, std::string_view name, std::string_view type, std::string_view help,
                   std::uint64_t value) {
  append_family(text, name, type, help);
  fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

void append_listener(std::string& text, const ListenerCounts& counts) {
  append_single(text, "fihrist_connections_accepted_total", "counter", "Connections accepted.",
                counts.accepted);
  append_single(text, "fihrist_connections_turned_away_total", "counter", "Connections without room.",
                counts.turned_away);
  append_single(text, "fihrist_connections_timed_out_total", "counter", "Connections of clients too slow.",
                counts.timed_out);
  append_single(text, "fihrist_connections_open", "gauge", "Connections open.", counts.open);
  append_single(text, "fihrist_requests_shed_total", "counter", "Requests answered 503 for lack of time.",
                counts.shed);
  append_single(text, "fihrist_requests_refused_total", "counter", "Heads that were no valid request.",
                counts.refused);
  append_single(text, "fihrist_requests_waiting", "gauge", "Requests in the queue.", counts.waiting);
}

/// Addresses are host names and numbers: nothing in them has to be escaped.
void append_shards(std::string& text, const std::vector<ShardState>& shards) {
  if (shards.empty()) return;
  append_family(text, "fihrist_shard_up", "gauge", "1 for each address of a shard that is searched.");
  for (const ShardState& shard : shards)
    fmt::format_to(std::back_inserter(text), "fihrist_shard_up{{address=\"{}\"}} {}\n", shard.address,
                   shard.answers ? 1 : 0);
}

}  // namespace

void Metrics::count(std::string_view path, int status, std::chrono::duration<double> took) noexcept {
  Kind& kind = kinds_[kind_of(path)];
  const auto first_digit = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
  const auto bound = std::lower_bound(bounds.begin(), bounds.end(), took.count());
  ++kind.by_class[first_digit];
  ++kind.by_bound[static_cast<std::size_t>(bound - bounds.begin())];
  kind.microseconds += static_cast<std::uint64_t>(took.count() * 1e6);
}

std::string Metrics::text(const ListenerCounts& listener, const std::vector<ShardState>& shards) const {
  std::string text;
  const auto out = std::back_inserter(text);
  append_family(text, "fihrist_requests_total", "counter", "Requests answered.");
  for (std::size_t i = 0; i < kinds.size(); ++i)
    for (std::size_t first = 1; first < kinds_[i].by_class.size(); ++first)
      fmt::format_to(out, "fihrist_requests_total{{kind=\"{}\",status=\"{}xx\"}} {}\n", kinds[i], first,
                     kinds_[i].by_class[first].load());
  constexpr std::string_view seconds = "fihrist_request_seconds";
  append_family(text, seconds, "histogram", "Time from a whole request to its answer, without the queue.");
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    std::uint64_t so_far = 0;
    for (std::size_t bound = 0; bound < bounds.size(); ++bound) {
      so_far += kinds_[i].by_bound[bound];
      fmt::format_to(out, "{}_bucket{{kind=\"{}\",le=\"{}\"}} {}\n", seconds, kinds[i], bounds[bound],
                     so_far);
    }
    so_far += kinds_[i].by_bound.back();
    fmt::format_to(out, "{0}_bucket{{kind=\"{1}\",le=\"+Inf\"}} {2}\n{0}_count{{kind=\"{1}\"}} {2}\n",
                   seconds, kinds[i], so_far);
    fmt::format_to(out, "{}_sum{{kind=\"{}\"}} {}\n", seconds, kinds[i],
                   static_cast<double>(kinds_[i].microseconds) / 1e6);
  }
  append_listener(text, listener);
  append_shards(text, shards);
  return text;
}

}  // namespace fihrist
