// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of containers: every entry is an input, nothing explodes, and damage costs what lies behind it.
#include "indexer/inputs.hpp"

#include <doctest/doctest.h>

#include <map>

#include "indexer/container.hpp"
#include "indexer/icu_converter.hpp"
#include "tests/indexer/packed_files.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

using test::packed;
using test::PackedFile;
using Names = std::vector<std::string>;

struct Opened {
  std::vector<std::pair<std::string, std::string>> inputs;  ///< name, bytes
  std::vector<Reject> rejects;
  std::vector<std::string> passed_over;
  std::uint64_t bytes = 0;

  Names names() const {
    Names all;
    for (const auto& [name, bytes_of] : inputs) all.push_back(name);
    return all;
  }
};

/// A source that only flows, as standard input does.
class Stream final : public ByteSource {
 public:
  explicit Stream(std::string bytes) : inner_(open_text(std::move(bytes))) {}
  std::string_view read() override { return inner_->read(); }
  std::uint64_t bytes_read() const override { return inner_->bytes_read(); }

 private:
  std::unique_ptr<ByteSource> inner_;
};

Opened open_source(std::unique_ptr<ByteSource> source, const std::string& name) {
  Opened opened;
  PeekedSource bytes(std::move(source));
  open_inputs(
      bytes, {.name = name},
      {.input =
           [&](PeekedSource& entry, const std::string& entry_name) {
             std::string all;
             for (auto piece = entry.read(); !piece.empty(); piece = entry.read()) {
               opened.bytes += piece.size();
               if (all.size() < 1024 * 1024) all += piece;
             }
             opened.inputs.emplace_back(entry_name, std::move(all));
           },
       .reject = [&](Reject&& reject) { opened.rejects.push_back(std::move(reject)); },
       .pass_over = [&](const std::string& reason,
                        const std::string& thing) { opened.passed_over.push_back(thing + ": " + reason); }});
  return opened;
}

Opened open(const std::string& bytes, const std::string& name = "in") {
  return open_source(open_text(bytes), name);
}

/// Text that does not shrink below a two-hundredth.
std::string varied_text(std::size_t bytes) {
  std::string text;
  std::uint32_t state = 1;
  while (text.size() < bytes) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>('a' + (state >> 24U) % 26);
  }
  return text;
}

TEST_CASE("each entry of a container is an input of its own") {
  const std::vector<PackedFile> files{
      {"مقالات/أولى.txt", "نص أول"}, {"b.txt", varied_text(200'000)}, {"c", ""}};
  struct Kind {
    const char* format;
    const char* filter;
  };
  for (const Kind kind :
       {Kind{"zip", "none"}, Kind{"ustar", "none"}, Kind{"paxr", "gzip"}, Kind{"gnutar", "xz"},
        Kind{"paxr", "bzip2"}, Kind{"ustar", "zstd"}, Kind{"v7tar", "none"}}) {
    CAPTURE(kind.format);
    CAPTURE(kind.filter);
    const std::string bytes = packed(files, kind.format, kind.filter);
    for (const bool seekable : {true, false}) {
      CAPTURE(seekable);
      const Opened opened =
          seekable ? open(bytes, "in.box") : open_source(std::make_unique<Stream>(bytes), "in.box");
      CHECK(opened.rejects.empty());
      CHECK(opened.names() == Names{"in.box!/مقالات/أولى.txt", "in.box!/b.txt", "in.box!/c"});
      REQUIRE(opened.inputs.size() == 3);
      CHECK(opened.inputs[0].second == "نص أول");
      CHECK(opened.inputs[1].second == files[1].bytes);
    }
  }
}

TEST_CASE("a single compressed file is one input, named without the ending") {
  for (const char* filter : {"gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    const Opened opened = open(packed({{"x", "{}"}}, "raw", filter), "dir/dump.jsonl.gz");
    REQUIRE(opened.inputs.size() == 1);
    CHECK(opened.inputs[0].first == "dir/dump.jsonl.gz!/dump.jsonl");
    CHECK(opened.inputs[0].second == "{}");
  }
}

TEST_CASE("gzip files written one behind the other are one text, whatever junk follows") {
  const std::string two = packed({{"x", "one\n"}}, "raw", "gzip") + packed({{"x", "two\n"}}, "raw", "gzip");
  CHECK(open(two).inputs.at(0).second == "one\ntwo\n");
  CHECK(open(two + "junk").inputs.at(0).second == "one\ntwo\n");
}

TEST_CASE("an empty compressed file and an empty zip give nothing and are no fault") {
  for (const std::string& bytes : {packed({{"x", ""}}, "raw", "gzip"), packed({}, "zip")}) {
    const Opened opened = open(bytes);
    CHECK(opened.bytes == 0);
    CHECK(opened.rejects.empty());
  }
}

TEST_CASE("a container within a container is opened, a third one refused") {
  const std::string inner = packed({{"a.txt", "نص"}}, "paxr", "gzip");
  const std::string middle = packed({{"in.tar.gz", inner}, {"b.txt", "نص"}}, "zip");
  CHECK(open(middle, "m.zip").names() == Names{"m.zip!/in.tar.gz!/a.txt", "m.zip!/b.txt"});
  const Opened opened = open(packed({{"m.zip", middle}, {"c.txt", "نص"}}, "zip"), "o.zip");
  CHECK(opened.names() == Names{"o.zip!/m.zip!/b.txt", "o.zip!/c.txt"});
  REQUIRE(opened.rejects.size() == 1);
  CHECK(opened.rejects[0].code == "nested_too_deep");
  CHECK(opened.rejects[0].path == "o.zip!/m.zip!/in.tar.gz");
}

TEST_CASE("names that lead elsewhere are only names, and links are passed over") {
  const Opened opened = open(packed({{"../../etc/passwd", "نص"},
                                     {"/abs", "نص"},
                                     {"link", "/etc/passwd", AE_IFLNK},
                                     {"dir", "", AE_IFDIR}},
                                    "ustar"),
                             "t");
  CHECK(opened.names() == Names{"t!/../../etc/passwd", "t!//abs"});
  CHECK(opened.passed_over == Names{"t!/link: a link or a device, passed over"});
}

TEST_CASE("names are read in the encodings that zip files were written in") {
  const std::u16string name = u"مقالات التقنية.txt";
  for (const char* encoding : {"IBM-720", "windows-1256", "UTF-8"}) {
    CAPTURE(encoding);
    const std::string bytes =
        packed({{from_utf16(encoding, name).value(), "نص"}}, "zip", "none", "hdrcharset=BINARY");
    CHECK(open(bytes, "z").names().at(0) == "z!/مقالات التقنية.txt");
  }
  const std::string french = packed({{"\x82t\x82.txt", "x"}}, "zip", "none", "hdrcharset=BINARY");
  CHECK(open(french, "z").names().at(0) == "z!/été.txt");
}

TEST_CASE("what was read of a truncated container stays, and the rest is one reject") {
  const std::string text = varied_text(300'000);
  for (const auto& [format, filter] : {std::pair{"zip", "none"}, std::pair{"ustar", "gzip"}}) {
    CAPTURE(format);
    std::string bytes = packed({{"a", "أول"}, {"b", text}, {"c", "ثالث"}}, format, filter);
    bytes.resize(bytes.size() / 2);
    const Opened opened = open(bytes, "t");
    CHECK(opened.names() == Names{"t!/a"});
    REQUIRE(opened.rejects.size() == 1);
    CHECK(opened.rejects[0].code == "unreadable");
    CHECK(opened.rejects[0].path == "t!/b");
  }
}

TEST_CASE("a bomb is stopped soon and refused once") {
  const std::string same(64 * 1024 * 1024, 'a');
  for (const auto& [format, filter] :
       {std::pair{"zip", "none"}, std::pair{"raw", "gzip"}, std::pair{"ustar", "xz"}}) {
    CAPTURE(std::string(format));
    const std::string bomb = packed({{"same", same}}, format, filter);
    const std::string outer = packed({{"first", "نص"}, {"bomb", bomb}, {"last", "نص"}}, "ustar");
    const Opened opened = open(outer);
    CHECK(opened.bytes <= Allowance::free_bytes + Allowance::most_bytes_for_one * outer.size());
    REQUIRE(opened.rejects.size() == 1);
    CHECK(opened.rejects[0].code == "expands_too_far");
  }
}

TEST_CASE("what holds no text beside articles is passed over with its kind") {
  const Opened opened = open(packed({{"page.html", "<html>"},
                                     {"img/a.PNG", "\x89PNG"},
                                     {"image", "\xFF\xD8\xFF\xE0"},
                                     {"style.css", "a{}"},
                                     {"app.js", "x"},
                                     {"f.woff2", "wOF2"},
                                     {".git/config", "x"},
                                     {"a/.hidden", "x"},
                                     {"__MACOSX/page.html", "x"}},
                                    "zip"),
                             "z");
  CHECK(opened.names() == Names{"z!/page.html"});
  CHECK(opened.rejects.empty());
  CHECK(opened.passed_over.size() == 8);
}

TEST_CASE("office documents and books are no containers") {
  for (const char* first : {"mimetype", "[Content_Types].xml"}) {
    const Opened opened = open(packed({{first, "application/epub+zip"}, {"a.txt", "x"}}, "zip"), "d");
    CHECK(opened.names() == Names{"d"});
  }
}

TEST_CASE("articles of a container belong to it: a truncated one is not pruned, a whole one is") {
  const test::SampleArchive sample;
  const auto zip = [&](const std::vector<std::string>& ids) {
    std::vector<PackedFile> files;
    for (const std::string& id : ids)
      files.push_back({id + ".jsonl", test::article_line(id, "عنوان " + id, "نص " + id)});
    return packed(files, "zip");
  };
  IndexRequest request = sample.request({"in.zip"});
  request.prune = true;
  sample.write("in.zip", zip({"a", "b", "c"}));
  CHECK(run_index(request).added == 3);
  const std::string fewer = zip({"a", "b"});
  sample.write("in.zip", fewer.substr(0, fewer.size() * 2 / 5));
  CHECK(run_index(request).removed == 0);
  sample.write("in.zip", fewer);
  CHECK(run_index(request).removed == 1);
  CHECK_FALSE(sample.holds("c"));
}

}  // namespace
}  // namespace fihrist
