// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down of requests, and what is not.
#include "web/access_log.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"
#include "tests/web/running_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

std::vector<nlohmann::json> lines_of(const std::filesystem::path& file) {
  std::istringstream text(read_file(file));
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

}  // namespace

TEST_CASE("a line is one object with the time in UTC, and without an address") {
  const TemporaryDirectory directory;
  {
    AccessLog log({.file = directory / "log"});
    log.write({.method = "GET",
               .path = "/search",
               .status = 200,
               .bytes = 12,
               .took = std::chrono::microseconds(1500),
               .address = "192.0.2.1"});
  }
  const auto lines = lines_of(directory / "log");
  REQUIRE(lines.size() == 1);
  const std::string time = lines[0]["time"];
  CHECK(time.size() == std::string("2026-01-31T12:00:00.000Z").size());
  CHECK(time.ends_with('Z'));
  CHECK(lines[0]["method"] == "GET");
  CHECK(lines[0]["path"] == "/search");
  CHECK(lines[0]["status"] == 200);
  CHECK(lines[0]["bytes"] == 12);
  CHECK(lines[0]["ms"] == 1.5);
  CHECK_FALSE(lines[0].contains("address"));
}

TEST_CASE("whatever a path holds, its line is one line of ASCII, and short") {
  const TemporaryDirectory directory;
  const std::vector<std::string> paths{
      "/a\nb", "/\"}", "/\xE2\x80\xAE", "/\xFF\xFE", std::string("/\0", 2), "/" + std::string(100'000, 'a'),
      "/هاتف"};
  {
    AccessLog log({.file = directory / "log"});
    for (const std::string& path : paths) log.write({.method = "GET", .path = path, .status = 404});
  }
  const std::string text = read_file(directory / "log");
  CHECK(std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; }));
  CHECK(lines_of(directory / "log").size() == paths.size());
  CHECK(text.size() < 2000);
}

TEST_CASE("a log that was renamed is written on until it is opened anew") {
  const TemporaryDirectory directory;
  {
    AccessLog log({.file = directory / "log", .holds_addresses = true});
    log.write({.status = 400, .address = "192.0.2.1"});
    std::filesystem::rename(directory / "log", directory / "old");
    log.reopen();
    log.write({.status = 408, .address = "192.0.2.2"});
  }
  CHECK(lines_of(directory / "old").size() + lines_of(directory / "log").size() == 2);
  CHECK(lines_of(directory / "log").back()["address"] == "192.0.2.2");
}

TEST_CASE("a disk that is full loses lines, and counts them, and nothing else") {
  AccessLog log({.file = "/dev/full"});
  log.write({.status = 200});
  while (log.dropped() == 0) std::this_thread::yield();
  CHECK(log.dropped() == 1);
}

TEST_CASE("a file that cannot be opened is told at once") {
  CHECK_THROWS_AS(AccessLog({.file = "/nowhere/log"}), Error);
}

TEST_CASE("each answer of a server has its line, with the client's address only where that is wanted") {
  const TemporaryDirectory directory;
  {
    const RunningServer running({.trusted_proxies = {parse_address_range("127.0.0.0/8").value()},
                                 .access_log = {.file = directory / "log", .holds_addresses = true}});
    auto client = running.client();
    client.Get("/search?q=secret", {{"X-Forwarded-For", "198.51.100.7"}});
    client.Head("/nothing");
    running.raw("nonsense\r\n\r\n");
  }
  const auto lines = lines_of(directory / "log");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["path"] == "/search");
  CHECK(lines[0]["status"] == 200);
  CHECK(lines[0]["bytes"] > 1000);
  CHECK(lines[0]["address"] == "198.51.100.7");
  CHECK(lines[1]["method"] == "HEAD");
  CHECK(lines[1]["status"] == 404);
  CHECK(lines[2]["status"] == 400);
  CHECK(lines[2]["address"] == "127.0.0.1");
  CHECK(read_file(directory / "log").find("secret") == std::string::npos);
}
