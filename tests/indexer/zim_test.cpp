// SPDX-License-Identifier: GPL-3.0-or-later
// ZIM files, made by libzim's own writer.
#include "indexer/readers/zim.hpp"

#include <doctest/doctest.h>
#include <zim/writer/creator.h>
#include <zim/writer/item.h>

#include <filesystem>
#include <map>

#include "indexer/readers/registry.hpp"
#include "tests/indexer/article_paragraphs.hpp"
#include "tests/indexer/packed_files.hpp"
#include "tests/indexer/reading.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

std::string page(const std::string& title) {
  return "<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"utf-8\">" +
         (title.empty() ? "" : "<title>" + title + "</title>") + "</head><body><article>" +
         std::string(article_paragraphs) + "</article></body></html>";
}

using Metadata = std::map<std::string, std::string>;

struct ZimEntry {
  std::string path, type, title, content;
};

void write_zim(const fs::path& file, const Metadata& metadata, const std::vector<ZimEntry>& entries) {
  zim::writer::Creator creator;
  creator.configIndexing(false, "");
  creator.configNbWorkers(1);
  creator.startZimCreation(file.string());
  for (const auto& [path, type, title, content] : entries)
    creator.addItem(zim::writer::StringItem::create(path, type, title, zim::writer::Hints{}, content));
  creator.addRedirection("elsewhere", "تحويل", entries.front().path);
  for (const auto& [name, value] : metadata) creator.addMetadata(name, value);
  creator.finishZimCreation();
}

const Metadata encyclopedia{{"Name", "wiki_ar"}, {"Title", "موسوعة التقنية"}, {"Date", "2017-01-20"}};

Reading read_zim(const fs::path& file) {
  const auto source = open_file(file);
  return read_all(ZimReader(), *source, file.string());
}

}  // namespace

TEST_CASE("pages of a ZIM file become articles, and what else it holds is passed over") {
  const test::TemporaryDirectory directory;
  const fs::path file = directory / "wiki.zim";
  write_zim(file, encyclopedia,
            {{"A_page", "text/html", "عنوان المدخل", page("عنوان الصفحة")},
             {"no_title", "text/html", "عنوان المدخل الثاني", page("")},
             {"style.css", "text/css", "", "p { color: red }"}});
  const Reading reading = read_zim(file);
  CHECK(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 2);
  std::map<std::string, Article> by_id;
  for (const ReadArticle& read : reading.articles) by_id[read.article.id] = read.article;
  REQUIRE(by_id.contains("wiki_ar/A_page"));
  CHECK(by_id["wiki_ar/A_page"].title == "عنوان الصفحة");
  CHECK(by_id["wiki_ar/A_page"].source == "موسوعة التقنية");
  CHECK(by_id["wiki_ar/A_page"].text.find("\n") != std::string::npos);
  CHECK(by_id["wiki_ar/no_title"].title == "عنوان المدخل الثاني");
  std::map<std::string, int> skips;
  for (const Skip& skip : reading.skips) ++skips[skip.code];
  CHECK(skips["redirect"] == 1);
  CHECK(skips["not_article"] == 1);
}

TEST_CASE("a crawl that was made a ZIM file has its addresses") {
  const test::TemporaryDirectory directory;
  const fs::path file = directory / "crawl.zim";
  write_zim(file, {{"Name", "crawl"}, {"Scraper", "warc2zim 2.0"}},
            {{"example.org/2017/01/a.html", "text/html;raw=true", "", page("عنوان")}});
  const Reading reading = read_zim(file);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.url == "https://example.org/2017/01/a.html");
}

TEST_CASE("a ZIM file in a folder is indexed, twice without a change, and one in a container is refused") {
  const test::SampleArchive sample;
  fs::create_directory(sample.path("folder"));
  write_zim(sample.path("folder/wiki.zim"), encyclopedia, {{"A_page", "text/html", "", page("عنوان")}});
  IndexRequest request = sample.request({"folder"});
  request.format = "auto";
  CHECK(run_index(request).added == 1);
  CHECK(run_index(request).unchanged == 1);

  std::string zim;
  const auto source = open_file(sample.path("folder/wiki.zim"));
  for (auto piece = source->read(); !piece.empty(); piece = source->read()) zim += piece;
  sample.write("packed.zip", test::packed({{"wiki.zim", zim}}, "zip"));
  request.paths = {sample.path("packed.zip").string()};
  request.max_reject_ratio = 1;
  const IndexReport report = run_index(request);
  REQUIRE(report.rejects.size() == 1);
  CHECK(report.rejects[0].code == "unreadable");
}

TEST_CASE("a damaged ZIM file is one reject") {
  const test::TemporaryDirectory directory;
  for (const std::string& bytes : {std::string("ZIM\x04"), "ZIM\x04" + std::string(200, '\xFF')}) {
    test::write_file(directory / "damaged.zim", bytes);
    CHECK(choose_reader(bytes, "damaged.zim")->format() == "zim");
    const Reading reading = read_zim(directory / "damaged.zim");
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].code == "unreadable");
  }
}

}  // namespace fihrist
