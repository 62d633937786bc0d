// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of compressed records.
#include "schema/record_codec.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "schema/error.hpp"

namespace fihrist {
namespace {

/// Records that share their passages, as the articles of one archive do.
std::vector<std::string> records(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i)
    all.push_back(
        fmt::format(R"({{"id":"{}","title":"هاتف جديد رقم {}","text":"أعلنت الشركة رقم {} عن هاتفها الجديد )"
                    R"(الذي يعمل بنظام أندرويد ويحمل كاميرا بدقة {} ميغابكسل وبطارية تدوم يومًا كاملًا"}})",
                    i, i * 7 % 100, i * 13 % 1000, i % 200));
  return all;
}

bool is_damaged(const RecordCodec& codec, std::string_view bytes) {
  try {
    codec.expand(bytes);
    return false;
  } catch (const Error& error) {
    return error.code() == ErrorCode::damaged;
  }
}

TEST_CASE("a record comes back as it was, with a dictionary and without") {
  const std::vector<std::string> sample = records(2000);
  const std::string dictionary = RecordCodec::train(sample, 100'000'000);
  REQUIRE(!dictionary.empty());
  for (const RecordCodec& codec : {RecordCodec(), RecordCodec(dictionary)})
    for (const std::string& record : {std::string(), std::string("{}"), sample.front(),
                                      std::string(1'000'000, 'x'), std::string("\0\xFF", 2)})
      CHECK(codec.expand(codec.compress(record)) == record);
}

TEST_CASE("a dictionary makes the records of its archive smaller, and is the same each time") {
  const std::vector<std::string> sample = records(2000);
  const std::string dictionary = RecordCodec::train(sample, 100'000'000);
  CHECK(RecordCodec::train(sample, 100'000'000) == dictionary);
  CHECK(RecordCodec(dictionary).compress(sample[5]).size() * 2 < RecordCodec().compress(sample[5]).size());
}

TEST_CASE("a small archive has no dictionary, since it would cost more than it saves") {
  CHECK(RecordCodec::train(records(100), 30'000).empty());
  CHECK(RecordCodec::train({}, 100'000'000).empty());
}

TEST_CASE("bytes that are no record, and records of another dictionary, are a damaged index") {
  const std::vector<std::string> sample = records(2000);
  const RecordCodec with(RecordCodec::train(sample, 100'000'000));
  const RecordCodec without;
  const std::string bytes = with.compress(sample.front());
  CHECK(is_damaged(without, bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(is_damaged(with, std::string_view(bytes).substr(0, size)));
  }
  CHECK(is_damaged(without, "{\"id\":\"x\"}"));
  CHECK_THROWS_AS(RecordCodec("no dictionary"), Error);
}

}  // namespace
}  // namespace fihrist
