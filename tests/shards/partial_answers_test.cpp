// SPDX-License-Identifier: GPL-3.0-or-later
// What readers and programs are told while a part of the archive is away.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/cli/string_console.hpp"
#include "tests/shards/served_shards.hpp"
#include "tests/shards/synthetic_archive.hpp"
#include "web/front.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr int articles = 40;

struct ServedFront {
  Response get(const std::string& target) {
    Request request;
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.parameters = parse_parameters(target.substr(std::min(question + 1, target.size())));
    request.peer = "127.0.0.1";
    return front.respond(request);
  }
  nlohmann::json json(const std::string& target) { return nlohmann::json::parse(get(target).body); }
  bool says(const std::string& target, const std::string& text) {
    return get(target).body.find(text) != std::string::npos;
  }

  std::string gauge(std::size_t server, int is_up) const {
    return "fihrist_shard_up{address=\"" + shards.servers[server].address() + "\"} " + std::to_string(is_up);
  }
  /// Kills a server, and waits until that is known: what is in memory is told until then.
  void lose(std::size_t server) {
    shards.servers[server].kill();
    while (!says("/metrics", gauge(server, 0))) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

  SourceArchive source{synthetic_articles(articles)};
  ServedShards shards{source.path(), 2};
  Front front{source.path(), {.shards = shards.options()}};
};

/// The settings file of an archive that lies in these shards.
std::string settings_for(const ServedShards& shards) {
  std::string list;
  for (const ShardServer& server : shards.servers) list += '"' + server.address() + "\", ";
  return "[search]\nshards = [" + list + "]\nconnect_timeout = 60.0\nanswer_timeout = 60.0\n";
}

}  // namespace

TEST_CASE("pages say in each language that a part is missing, and only then") {
  ServedFront served;
  for (const char* page : {"/", "/search?q=", "/2015", "/authors", "/timeline", "/help"}) {
    CAPTURE(page);
    CHECK_FALSE(served.says(page, "أجزاء الأرشيف المتاحة"));
    CHECK(served.get(page).header("Fihrist-Shards").empty());
  }
  served.lose(0);
  for (const char* page : {"/", "/search?q=", "/2015", "/authors", "/timeline", "/help"}) {
    CAPTURE(page);
    CHECK(served.says(page, "أجزاء الأرشيف المتاحة الآن: 1 من 2."));
    CHECK(served.get(page).header("Fihrist-Shards") == "1 of 2");
  }
  CHECK(served.says("/search?q=&lang=en", "Parts of the archive that answer now: 1 of 2."));
  CHECK(served.says("/search?q=&lang=fr", "Parties de l’archive qui répondent : 1 sur 2."));
}

TEST_CASE("JSON tells how many shards answered") {
  ServedFront served;
  CHECK(served.json("/api/v1/search?q=")["shards"] == nlohmann::json{{"answered", 2}, {"of", 2}});
  CHECK(served.json("/api/v1/search?q=")["total"] == articles);
  CHECK(served.json("/api/v1/stats")["index_bytes"].is_null());
  served.lose(1);
  CHECK(served.json("/api/v1/search?q=")["shards"] == nlohmann::json{{"answered", 1}, {"of", 2}});
  CHECK(served.json("/api/v1/search?q=")["total"] == articles / 2);
}

TEST_CASE("an article of the missing part is not answered 404") {
  ServedFront served;
  const std::string in_first = "/article/a0", in_second = "/article/a1", nowhere = "/article/none";
  CHECK(served.get(in_first).status == 200);
  CHECK(served.get(in_second).status == 200);
  CHECK(served.get(nowhere).status == 404);
  served.lose(0);
  CHECK(served.get("/api/v1/articles/none").status == 503);
  CHECK(served.get(nowhere).status == 503);
  CHECK(served.get("/nothing-here").status == 404);
  const int first = served.get(in_first).status, second = served.get(in_second).status;
  CHECK(first + second == 200 + 503);
}

TEST_CASE("readiness and metrics tell which shards answer, and no shard is 503") {
  ServedFront served;
  CHECK(served.get("/readyz").body == "ready, 2 of 2 shards answer\n");
  served.lose(0);
  CHECK(served.get("/readyz").body == "ready, 1 of 2 shards answer\n");
  CHECK(served.says("/metrics", served.gauge(0, 0)));
  CHECK(served.says("/metrics", served.gauge(1, 1)));
  served.lose(1);
  for (const char* path : {"/readyz", "/", "/search?q=%D9%87%D8%A7%D8%AA%D9%81", "/api/v1/search?q="}) {
    CAPTURE(path);
    CHECK(served.get(path).status == 503);
  }
  CHECK(served.get("/healthz").status == 200);
  CHECK(served.says("/metrics", served.gauge(1, 0)));
}

TEST_CASE("verbs ask the shards, warn of partial results, and refuse to keep them") {
  const SourceArchive source(synthetic_articles(articles));
  ServedShards shards(source.path(), 2);
  const TemporaryDirectory elsewhere;  // an archive without an index of its own
  write_file(elsewhere / "fihrist.toml", settings_for(shards));
  const auto ask = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-C", elsewhere.path().string()});
    return test::run(arguments);
  };
  const auto [searched, found, quiet] = ask({"search", "--json", ""});
  CHECK(searched == 0);
  CHECK(nlohmann::json::parse(found)["total"] == articles);
  CHECK(quiet.empty());
  const auto [exported, lines, silence] = ask({"export"});
  CHECK(exported == 0);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == articles);

  shards.servers[0].kill();
  const auto [partly, some, warning] = ask({"search", "--json", ""});
  CHECK(partly == 0);
  CHECK(nlohmann::json::parse(some)["total"] == articles / 2);
  CHECK(warning.find("1 of 2 shards answer") != std::string::npos);
  for (const char* verb : {"export", "show"}) {
    CAPTURE(verb);
    std::vector<std::string> arguments{verb};
    if (arguments[0] == "show") arguments.emplace_back("none");
    const auto [code, out, err] = ask(arguments);
    CHECK(code == 1);
    CHECK(out.empty());
    CHECK(err.find("1 of 2 shards answer") != std::string::npos);
  }
}

TEST_CASE("fihrist shard tells where the parts lie") {
  const SourceArchive source(synthetic_articles(articles));
  const TemporaryDirectory to;
  const Run cut = run({"-C", source.path().string(), "--json", "shard", "3", to.path().string()});
  REQUIRE(cut.code == 0);
  const auto told = nlohmann::json::parse(cut.out);
  REQUIRE(told["shards"].size() == 3);
  int together = 0;
  for (const auto& shard : told["shards"]) {
    CHECK(std::filesystem::exists(shard["directory"].get<std::string>() + "/XAPIANDB"));
    together += shard["articles"].get<int>();
  }
  CHECK(together == articles);
  CHECK(run({"-C", source.path().string(), "shard", "0", to.path().string()}).code == 2);
}

TEST_CASE("a page that was made while a shard died is asked for again when the shard is back") {
  ServedFront served;
  const std::string whole = std::string(served.get("/search?q=%D9%86").header("ETag"));
  CHECK(!whole.empty());
  served.shards.servers[0].kill();
  const Response first = served.get("/search?q=%D9%85");  // whoever notices it
  CHECK(first.body.find("أجزاء الأرشيف المتاحة الآن: 1 من 2.") != std::string::npos);
  served.shards.servers[0].restart();
  while (!served.says("/metrics", served.gauge(0, 1)))
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  Request again;
  again.path = "/search";
  again.if_none_match = std::string(first.header("ETag"));
  again.parameters = parse_parameters("q=%D9%85");
  CHECK(served.front.respond(again).status == 200);
}
