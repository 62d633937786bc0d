// SPDX-License-Identifier: GPL-3.0-or-later
// What `fihrist check` finds, and what `swap`, `rollback`, `rebuild` and `merge` do about it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "schema/archive_layout.hpp"
#include "schema/seal.hpp"
#include "tests/cli/archive_fixture.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

namespace fs = std::filesystem;

fs::path served(const ArchiveFixture& fixture) {
  return ArchiveLayout(fixture.archive()).current_generation().value();
}

void flip_bit(const fs::path& path, std::size_t byte) {
  std::string bytes = read_file(path);
  bytes[byte] = static_cast<char>(bytes[byte] ^ 1);
  write_file(path, bytes);
}

constexpr const char* another_article =
    R"({"id":"ipv6","title":"يوم إطلاق الإصدار السادس","text":"انتقلت شبكات كثيرة إلى الإصدار السادس من عناوين الإنترنت.","date":"2012-06-06"})"
    "\n";

}  // namespace

TEST_CASE("check finds a flipped bit in any file of the index, and says what to do") {
  const ArchiveFixture fixture;
  for (const auto& entry : fs::directory_iterator(served(fixture))) {
    const std::string name = entry.path().filename().string();
    const auto size = fs::file_size(entry.path());
    if (name == seal_file || size == 0) continue;
    for (const std::size_t byte :
         {std::size_t{0}, static_cast<std::size_t>(size) / 2, static_cast<std::size_t>(size) - 1}) {
      CAPTURE(name);
      CAPTURE(byte);
      flip_bit(entry.path(), byte);
      const Run damaged = fixture.run({"check"});
      CHECK(damaged.code == 7);
      CHECK(holds(damaged.out, name + " has other bytes than were written"));
      CHECK(holds(damaged.err, "Restore a copy"));
      flip_bit(entry.path(), byte);
    }
  }
  CHECK(fixture.run({"check"}).code == 0);
}

TEST_CASE("check finds cut and missing files, a missing name of the generation and missing checksums") {
  const ArchiveFixture fixture;
  const fs::path table = served(fixture) / "postlist.glass";
  const std::string whole = read_file(table);
  write_file(table, whole.substr(0, whole.size() / 2));
  CHECK(fixture.run({"check"}).code == 7);
  fs::remove(table);
  CHECK(holds(fixture.run({"check"}).out, "postlist.glass is missing"));
  write_file(table, whole);
  CHECK(fixture.run({"check"}).code == 0);

  const fs::path current = ArchiveLayout(fixture.archive()).current();
  const std::string name = read_file(current);
  fs::remove(current);
  const Run unnamed = fixture.run({"check"});
  CHECK(unnamed.code == 7);
  CHECK(holds(unnamed.err, "Write the line gen-000001 into it."));
  write_file(current, name);

  fs::remove(served(fixture) / seal_file);
  CHECK(holds(fixture.run({"check"}).out, "there are no checksums"));
}

TEST_CASE("an index whose last run was interrupted is read whole, in a process that may crash or hang") {
  const ArchiveFixture fixture;
  break_seal(served(fixture));
  const Run sound = fixture.run({"check", "--json"});
  CHECK(sound.code == 0);
  CHECK(nlohmann::json::parse(sound.out)["checks"].size() > 3);
  const fs::path table = served(fixture) / "termlist.glass";
  write_file(table, std::string(fs::file_size(table), 'x'));
  CHECK(fixture.run({"check"}).code == 7);
}

TEST_CASE("changes in place leave an index whose checksums are right") {
  const ArchiveFixture fixture;
  CHECK(fixture.run({"remove", "py"}).code == 0);
  CHECK(check_seal(served(fixture)).is_sound());
  fixture.write("more.jsonl", another_article);
  CHECK(fixture.run({"index", fixture.path("more.jsonl")}).code == 0);
  CHECK(check_seal(served(fixture)).is_sound());
  CHECK(fixture.run({"check"}).code == 0);
}

TEST_CASE("a rebuilt index is served by swap and no earlier, and rollback goes back") {
  const ArchiveFixture fixture;
  CHECK(fixture.run({"swap"}).code == 1);
  CHECK(fixture.run({"rollback"}).code == 1);
  const std::string before = fixture.run({"export"}).out;
  CHECK(fixture.run({"rebuild"}).code == 0);
  CHECK(served(fixture).filename() == "gen-000001");
  const Run forth = fixture.run({"swap", "--json"});
  CHECK(forth.out == "{\"from\":\"gen-000001\",\"to\":\"gen-000002\",\"articles\":3}\n");
  CHECK(fixture.run({"export"}).out == before);
  CHECK(fixture.run({"check"}).code == 0);
  CHECK(fixture.run({"rollback"}).code == 0);
  CHECK(served(fixture).filename() == "gen-000001");
  CHECK(fixture.run({"swap"}).code == 0);
}

TEST_CASE("a damaged generation is not served, and a damaged index is rebuilt from its sources") {
  const ArchiveFixture fixture;
  CHECK(fixture.run({"rebuild"}).code == 0);
  const fs::path newer = fs::path(fixture.archive()) / "index" / "gen-000002" / "iamglass";
  flip_bit(newer, 3);
  const Run refused = fixture.run({"swap"});
  CHECK(refused.code == 7);
  CHECK(served(fixture).filename() == "gen-000001");
  flip_bit(served(fixture) / "postlist.glass", 100);
  CHECK(fixture.run({"check"}).code == 7);
  CHECK(fixture.run({"rebuild", fixture.input()}).code == 0);
  CHECK(fixture.run({"swap"}).code == 0);
  CHECK(fixture.run({"check"}).code == 0);
}

TEST_CASE("what was buried stays so in a rebuilt index") {
  const ArchiveFixture fixture;
  CHECK(fixture.run({"remove", "s8", "--forever", "--reason", "طلب"}).code == 0);
  CHECK(fixture.run({"rebuild", fixture.input()}).code == 0);
  CHECK(fixture.run({"swap"}).code == 0);
  CHECK_FALSE(holds(fixture.run({"export"}).out, "\"id\":\"s8\""));
}

TEST_CASE("export and index round-trip to equal articles, and merge puts archives together") {
  const ArchiveFixture fixture;
  fixture.write("export.jsonl", fixture.run({"export"}).out);
  const ArchiveFixture other(another_article);
  const std::string copy = fixture.path("copy");
  CHECK(run({"-C", copy, "index", fixture.path("export.jsonl")}).code == 0);
  CHECK(run({"-C", copy, "export"}).out == fixture.run({"export"}).out);

  const std::string all = fixture.path("all");
  const Run merged = run({"-C", all, "--json", "merge", fixture.archive(), other.archive()});
  CHECK(merged.code == 0);
  CHECK(nlohmann::json::parse(merged.out)["articles"] == 4);
  CHECK(run({"-C", all, "merge", fixture.path("none")}).code == 1);
  CHECK(nlohmann::json::parse(run({"-C", all, "--json", "merge", copy}).out)["unchanged"] == 3);
  CHECK_FALSE(fs::exists(fs::path(all) / "merge.new"));
}
