// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of tables: rows as spreadsheets of three languages write them, and what is one.
#include "indexer/readers/csv.hpp"

#include <doctest/doctest.h>

#include "indexer/byte_sources.hpp"
#include "indexer/icu_converter.hpp"
#include "indexer/readers/csv_records.hpp"
#include "indexer/readers/registry.hpp"

namespace fihrist {
namespace {

using Cells = std::vector<std::string>;

struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<Reject> rejects;
};

Reading read(const std::string& bytes) {
  Reading reading;
  const auto source = open_text(bytes);
  CsvReader().read(*source, "in.csv",
                   {.article = [&](ReadArticle&& one) { reading.articles.push_back(std::move(one)); },
                    .reject = [&](Reject&& one) { reading.rejects.push_back(std::move(one)); },
                    .skip = [](Skip&& one) { FAIL(one.message); }});
  return reading;
}

std::vector<Cells> rows(const std::string& text, std::size_t most = 1000) {
  std::vector<Cells> all;
  const auto source = open_text(text);
  DecodedSource decoded(*source);
  CsvRecords records(decoded, delimiter_of(text), most);
  while (auto row = records.next()) all.push_back(row->cells);
  return all;
}

TEST_CASE("cells are parted by the rules of RFC 4180 and by what spreadsheets make of them") {
  using Rows = std::vector<Cells>;
  CHECK(rows("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows("a,b\rc,d") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows("\"a,\"\"b\"\"\",\"c\r\nd\"") == Rows{{"a,\"b\"", "c\r\nd"}});
  CHECK(rows("a\"b,c") == Rows{{"a\"b", "c"}});
  CHECK(rows("\"a\"b,c") == Rows{{"ab", "c"}});
  CHECK(rows("a,,\n\n,b") == Rows{{"a", "", ""}, {"", "b"}});
  CHECK(rows("a;b;c,d\n") == Rows{{"a", "b", "c,d"}});
  CHECK(rows("a\tb\n") == Rows{{"a", "b"}});
  CHECK(rows("sep=|\na|b;c;d\n") == Rows{{"a", "b;c;d"}});
}

TEST_CASE("columns are known by their names in three languages") {
  for (const std::string& header :
       {std::string("id,Title,Content,Author,Published At,URL,Tags,Site"),
        std::string("المعرف,العنوان,النص,الكاتب,تاريخ النشر,الرابط,الوسوم,المصدر"),
        std::string("identifiant,Titre,Contenu,Auteur,Publié le,Lien,Mots-clés,journal")}) {
    CAPTURE(header);
    const Reading reading = read(header +
                                 "\n7,زر الشراء,\"أولى\nثانية\",محمد "
                                 "حبش,20/01/2017,https://example.org/1,\"تويتر، تسوق\",عالم التقنية\n");
    CHECK(reading.rejects.empty());
    REQUIRE(reading.articles.size() == 1);
    const Article& article = reading.articles[0].article;
    CHECK(article.id == "7");
    CHECK(article.title == "زر الشراء");
    CHECK(article.text == "أولى\nثانية");
    CHECK(article.authors == Cells{"محمد حبش"});
    CHECK(to_iso(article.date.value()) == "2017-01-20");
    CHECK(article.url == "https://example.org/1");
    CHECK(article.tags == Cells{"تويتر", "تسوق"});
    CHECK(article.source == "عالم التقنية");
  }
}

TEST_CASE("tables are read in the encodings of spreadsheets, of any length") {
  std::string table = "العنوان\tالنص\n";
  for (int i = 0; i < 9000; ++i) table += "خبر " + std::to_string(i) + "\tنص الخبر عن الهواتف والتطبيقات\n";
  const std::u16string units = utf8_to_utf16(table);
  for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"}) {
    CAPTURE(encoding);
    const std::string bytes = from_utf16(encoding, units).value();
    const Reader* reader = choose_reader(std::string_view(bytes).substr(0, piece_bytes), "t");
    REQUIRE(reader != nullptr);
    CHECK(reader->format() == "csv");
    const Reading reading = read(bytes);
    CHECK(reading.articles.size() == 9000);
    CHECK(reading.articles.back().article.title == "خبر 8999");
  }
  CHECK(read("\xEF\xBB\xBF" + table).articles.at(0).article.title == "خبر 0");
}

TEST_CASE("text with tags is read as HTML") {
  CHECK(read("title,content\nزر,<p>أولى</p><p>ثانية</p>\n").articles.at(0).article.text == "أولى\nثانية");
}

TEST_CASE("a bad row costs itself") {
  const Reading reading = read("title,text\nأول,نص\n,\nثان,\"نص\nلا ينتهي");
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejects.size() == 2);
  CHECK(reading.rejects[0].code == "no_text");
  CHECK(reading.rejects[0].record == 3);
  CHECK(reading.rejects[1].code == "truncated");
  const Reading headless = read("1,2\n3,4\n");
  REQUIRE(headless.rejects.size() == 1);
  CHECK(headless.rejects[0].code == "no_header");
}

TEST_CASE("a row above the limit is passed over in bounded memory") {
  const auto source = open_text("title,text\na," + std::string(5000, 'x') + "\nb,y\n");
  DecodedSource decoded(*source);
  CsvRecords records(decoded, ',', 1000);
  records.next();
  CHECK(records.next()->too_long);
  CHECK(records.next()->cells == Cells{"b", "y"});
}

TEST_CASE("a row is told with its byte of the input, in every encoding") {
  const std::u16string table = u"العنوان,النص\nأولى,نص\nثانية,نص آخر\n";
  const std::size_t letters_before = table.find(u"ثانية");
  const auto offset_in = [](const std::string& bytes) {
    const Reading reading = read(bytes);
    REQUIRE(reading.articles.size() == 2);
    return reading.articles[1].offset;
  };
  CHECK(offset_in(*from_utf16("windows-1256", table)) == letters_before);
  const std::string utf8 = utf16_to_utf8(table);
  CHECK(offset_in(utf8) == utf8.find("ثانية"));
  CHECK(offset_in("\xEF\xBB\xBF" + utf8) == 3 + utf8.find("ثانية"));
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : table) {
    utf16 += static_cast<char>(unit & 0xFFU);
    utf16 += static_cast<char>(unit >> 8U);
  }
  CHECK(offset_in(utf16) == 2 + 2 * letters_before);
}

TEST_CASE("prose with commas is no table") {
  const Reader* reader = choose_reader("العنوان، النص، وأشياء أخرى\nنص الصفحة هنا", "a.txt");
  REQUIRE(reader != nullptr);
  CHECK(reader->format() == "text");
}

}  // namespace
}  // namespace fihrist
