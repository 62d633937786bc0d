// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through all connections when one must give way: there are two thousand at most.
#include "web/connection_table.hpp"

#include <algorithm>

#include "web/client_address.hpp"

namespace fihrist {
namespace {

/// Whose connections are counted together.
std::string client_of(const std::string& peer) {
  const IpAddress address = parse_ip_address(peer).value_or(IpAddress{});
  const std::size_t size = is_ipv4(address) ? address.bytes.size() : address.bytes.size() / 2;
  return {address.bytes.begin(), address.bytes.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace

ConnectionTable::Id ConnectionTable::add(int socket, const std::string& peer) {
  const std::string client = client_of(peer);
  const auto share = of_client_.find(client);
  const bool has_its_share = share != of_client_.end() && share->second >= limits_.of_one_client;
  if (has_its_share && !remove_longest_waiting_of(&client)) return 0;
  if (size() >= limits_.at_once && !remove_longest_waiting_of(nullptr)) return 0;
  connections_.emplace(++last_, std::make_unique<Connection>(socket, peer));
  ++of_client_[client];
  return last_;
}

Connection* ConnectionTable::find(Id id) {
  const auto found = connections_.find(id);
  return found == connections_.end() ? nullptr : found->second.get();
}

void ConnectionTable::remove(Id id) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  const auto client = of_client_.find(client_of(found->second->peer()));
  if (--client->second == 0) of_client_.erase(client);
  connections_.erase(found);
}

bool ConnectionTable::remove_longest_waiting_of(const std::string* client) {
  const Connection* longest = nullptr;
  Id chosen = 0;
  for (const auto& [id, connection] : connections_) {
    if (!connection->is_waiting() || (client != nullptr && client_of(connection->peer()) != *client))
      continue;
    if (longest != nullptr && longest->last_progress <= connection->last_progress) continue;
    longest = connection.get();
    chosen = id;
  }
  remove(chosen);
  return longest != nullptr;
}

bool ConnectionTable::remove_longest_waiting() { return remove_longest_waiting_of(nullptr); }

void ConnectionTable::bound_output() {
  std::size_t kept = 0;
  std::vector<Id> writing;
  for (const auto& [id, connection] : connections_) {
    kept += connection->output.size();
    if (!connection->output.empty()) writing.push_back(id);
  }
  if (kept <= limits_.output_bytes) return;
  std::sort(writing.begin(), writing.end(),
            [&](Id a, Id b) { return find(a)->last_progress < find(b)->last_progress; });
  for (const Id id : writing) {
    if (kept <= limits_.output_bytes) return;
    kept -= find(id)->output.size();
    remove(id);
  }
}

std::vector<ConnectionTable::Id> ConnectionTable::ids() const {
  std::vector<Id> ids;
  ids.reserve(connections_.size());
  for (const auto& entry : connections_) ids.push_back(entry.first);
  return ids;
}

}  // namespace fihrist
