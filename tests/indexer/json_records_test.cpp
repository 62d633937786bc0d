// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of cutting records: their bytes, numbers and places, wherever the pieces of the input end.
#include "indexer/readers/json_records.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/byte_sources.hpp"
#include "tests/indexer/repeated_pieces.hpp"

namespace fihrist {
namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

/// Hands out a text a few bytes at a time.
class SmallPieces final : public ByteSource {
 public:
  SmallPieces(std::string_view text, std::size_t size) : text_(text), size_(size) {}
  std::string_view read() override {
    const std::string_view piece = text_.substr(at_, size_);
    at_ += piece.size();
    return piece;
  }
  std::uint64_t bytes_read() const override { return at_; }

 private:
  std::string_view text_;
  std::size_t size_;
  std::size_t at_ = 0;
};

/// "number@offset:bytes", with '~' for a record without its end and '!' for one that is too long.
std::vector<std::string> cut(ByteSource& source, std::size_t most = mebibyte) {
  JsonRecordCutter cutter(source, most);
  std::vector<std::string> records;
  while (const auto record = cutter.next())
    records.push_back(std::to_string(record->number) + "@" + std::to_string(record->offset) + ":" +
                      std::string(record->bytes) + (record->ended ? "" : "~") +
                      (record->too_long ? "!" : ""));
  return records;
}

using Records = std::vector<std::string>;

/// Peak of this process's memory since the last reset, in KiB (proc(5)).
long peak_kilobytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word)
    if (word == "VmHWM:") break;
  long kilobytes = 0;
  status >> kilobytes;
  return kilobytes;
}
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

TEST_CASE("records are the same wherever the pieces end") {
  struct Row {
    std::string_view text;
    Records records;
  };
  for (const Row& row : std::vector<Row>{
           {"", {}},
           {"{}\n{}\n", {"1@0:{}", "2@3:{}"}},
           {"{}\r\n\r\n {}", {"1@0:{}\r", "2@7:{}~"}},
           {"\xEF\xBB\xBF{}", {"1@3:{}~"}},
           {"[]", {}},
           {"[{\"a\":\"]\\\"}\"},[1,[2]],3]", {"1@1:{\"a\":\"]\\\"}\"}", "2@14:[1,[2]]", "3@22:3"}},
           {"[{},{\"a", {"1@1:{}", "2@4:{\"a~"}},
           {"[{}]\nx\n", {"1@1:{}", "2@5:x"}},
           {"[}},{}]", {"1@1:}}", "2@4:{}"}},
       })
    for (std::size_t size = 1; size <= row.text.size() + 1; ++size) {
      CAPTURE(row.text);
      CAPTURE(size);
      SmallPieces source(row.text, size);
      CHECK(cut(source) == row.records);
    }
}

TEST_CASE("a record of just the limit is whole, a longer one is passed over") {
  for (const std::string_view text : {"12345\n123456\n1\n", "[12345,123456,1]"}) {
    CAPTURE(text);
    SmallPieces source(text, 4);
    const Records records = cut(source, 5);
    REQUIRE(records.size() == 3);
    CHECK(records[0].ends_with(":12345"));
    CHECK(records[1].ends_with(":!"));
    CHECK(records[2].ends_with(":1"));
  }
}

TEST_CASE("a record far beyond the limit takes no more memory than the limit") {
  for (const std::string_view opening : {"", "["}) {
    RepeatedPieces source(std::string(opening) + "\"", std::string(piece_bytes, 'x'),
                          100 * mebibyte / piece_bytes, "\"");
    reset_peak();
    const long before = peak_kilobytes();
    const Records records = cut(source);
    CHECK(peak_kilobytes() - before < 16 * 1024);
    REQUIRE(records.size() == 1);
    CHECK(records[0].ends_with("!"));
  }
}

}  // namespace
}  // namespace fihrist
