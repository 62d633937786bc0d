// SPDX-License-Identifier: GPL-3.0-or-later
// Who has to go when there is no room.
#include "web/connection_table.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>

using namespace fihrist;

namespace {

int a_socket() { return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); }

}  // namespace

TEST_CASE("the longest waiting connection makes room for a new one") {
  ConnectionTable table({.at_once = 2, .of_one_client = 2});
  const auto first = table.add(a_socket(), "192.0.2.1");
  const auto second = table.add(a_socket(), "192.0.2.2");
  table.find(first)->last_progress += std::chrono::seconds(1);  // answered since
  const auto third = table.add(a_socket(), "192.0.2.3");
  CHECK(table.find(first) != nullptr);
  CHECK(table.find(second) == nullptr);
  CHECK(table.find(third) != nullptr);
  CHECK(table.size() == 2);
}

TEST_CASE("who has his share makes room himself, and not at the cost of others") {
  ConnectionTable table({.at_once = 10, .of_one_client = 2});
  const auto other = table.add(a_socket(), "192.0.2.9");
  const auto first = table.add(a_socket(), "192.0.2.1");
  table.add(a_socket(), "192.0.2.1");
  table.add(a_socket(), "192.0.2.1");
  CHECK(table.find(other) != nullptr);
  CHECK(table.find(first) == nullptr);
  CHECK(table.size() == 3);
}

TEST_CASE("a subscriber's IPv6 addresses are one client") {
  ConnectionTable table({.at_once = 10, .of_one_client = 1});
  const auto first = table.add(a_socket(), "2001:db8::1");
  table.add(a_socket(), "2001:db8::2");
  CHECK(table.find(first) == nullptr);
  table.add(a_socket(), "2001:db8:0:1::1");
  CHECK(table.size() == 2);
}

TEST_CASE("no connection is ended whose request is being answered") {
  ConnectionTable table({.at_once = 1, .of_one_client = 1});
  const auto only = table.add(a_socket(), "192.0.2.1");
  table.find(only)->phase = Connection::Phase::working;
  const int refused = a_socket();
  CHECK(table.add(refused, "192.0.2.2") == 0);
  CHECK(table.find(only) != nullptr);
  CHECK_FALSE(table.remove_longest_waiting());
  CHECK(::shutdown(refused, SHUT_RD) != 0);
  CHECK(errno == ENOTCONN);  // it is still open, and ours to close
  ::close(refused);
}

TEST_CASE("unsent answers are bounded: those go that were taken from least lately") {
  ConnectionTable table({.at_once = 10, .of_one_client = 10, .output_bytes = 100});
  const auto slow = table.add(a_socket(), "192.0.2.1");
  const auto quick = table.add(a_socket(), "192.0.2.2");
  const auto idle = table.add(a_socket(), "192.0.2.3");
  table.find(slow)->output.assign(60, 'a');
  table.find(quick)->output.assign(60, 'a');
  table.find(quick)->last_progress += std::chrono::seconds(1);
  table.bound_output();
  CHECK(table.find(slow) == nullptr);
  CHECK(table.find(quick) != nullptr);
  CHECK(table.find(idle) != nullptr);
}
