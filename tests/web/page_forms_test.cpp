// SPDX-License-Identifier: GPL-3.0-or-later
// Every list as data: by hand, and of a real archive.
#include "web/page_forms.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr const char* names = "id,title,date,author,source,tags,url,snippet\r\n";

std::string csv_with_title(const std::string& title) { return csv_of({{.id = "x", .title = title}}); }

/// The cells of a whole CSV text by RFC 4180.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted && text[i] == '"' && text[i + 1] == '"') {
      cell += text[i++];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text.compare(i, 2, "\r\n") == 0) {
      rows.push_back({""});
      ++i;
    } else {
      cell += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("a table has a line of names and a line a hit") {
  CHECK(csv_of({}) == names);
  Hit hit = a_hit();
  hit.tags = {"هواتف", "أندرويد"};
  hit.url = "https://example.org/s8";
  CHECK(csv_of({hit}) ==
        std::string(names) +
            "\"s8\",\"هاتف Galaxy S8\",\"2017-01-20\",\"أحمد منصور; Yassine K.\",\"The Verge\","
            "\"هواتف; أندرويد\",\"https://example.org/s8\",\"ذاكرة 6 GB وبطارية\"\r\n");
}

TEST_CASE("what is in a cell comes out of it again") {
  for (const std::string text :
       {"a,b", "say \"hi\"", "\"", "two\nlines", "cr\r\nlf", "؛ ; |", "", "  blanks  "}) {
    CAPTURE(text);
    const auto rows = parse_csv(csv_with_title(text));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].size() == 8);
    CHECK(rows[1][1] == text);
  }
}

TEST_CASE("no cell is a formula") {
  for (const std::string text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "=HYPERLINK(\"x\")"}) {
    CAPTURE(text);
    CHECK(parse_csv(csv_with_title(text)).at(1).at(1) == "'" + text);
  }
  for (const std::string text : {"a=1", "1-2", "نص - نص", "2017", "'quoted'"})
    CHECK(parse_csv(csv_with_title(text)).at(1).at(1) == text);
}

TEST_CASE("a byte order mark stands in front only when it was asked for") {
  CHECK(csv_of({}, true) == "\xEF\xBB\xBF" + std::string(names));
  CHECK(shared().get("/search.csv").body.starts_with(names));
  CHECK(shared().get("/search.csv?bom=1").body.starts_with("\xEF\xBB\xBFid,"));
}

TEST_CASE("text for reading names each article, with its Latin isolated") {
  Hit hit = a_hit();
  hit.url = "https://example.org/s8";
  CHECK(text_of({hit, {.id = "x", .url = "javascript:x"}}, "يناير 2017", arabic()) ==
        "يناير 2017\n\n"
        "هاتف \xE2\x81\xA6Galaxy S8\xE2\x81\xA9\n"
        "20 يناير 2017 · أحمد منصور، \xE2\x81\xA6Yassine K\xE2\x81\xA9. · المصدر: \xE2\x81\xA6The "
        "Verge\xE2\x81\xA9\n"
        "ذاكرة \xE2\x81\xA6"
        "6 GB\xE2\x81\xA9 وبطارية\n"
        "https://example.org/s8\n\n"
        "بلا عنوان\n"
        "بلا تاريخ\n");
}

TEST_CASE("each list page is to be had as data, and says so") {
  const std::string lists[] = {"/search?q=" + encoded("هاتف"),
                               "/2017",
                               "/2017/01",
                               "/undated",
                               "/author/" + encoded("أحمد منصور"),
                               "/tag/" + encoded("هواتف"),
                               "/source/The%20Verge"};
  for (const std::string& list : lists) {
    CAPTURE(list);
    const std::string page = shared().get(list).body;
    for (const DataEnding& row : data_endings) {
      CAPTURE(row.ending);
      const std::string url = with_ending(list, row.ending);
      const bool is_linked = page.find("href=\"" + url + "\"") != page.npos;
      const Response response = shared().get(url);
      CHECK(is_linked == row.is_for_lists);
      if (!row.is_for_lists) {
        CHECK(response.status == 404);
        continue;
      }
      CHECK(response.status == 200);
      CHECK(response.content_type == row.content_type);
      CHECK(response.header("X-Robots-Tag") == "noindex");
      CHECK_FALSE(response.body.empty());
    }
    CHECK(page.find("<link rel=\"alternate\" type=\"application/json\" href=\"" + with_ending(list, ".json") +
                    "\">") != page.npos);
  }
}

TEST_CASE("data of a list hold its articles, all of them and no other") {
  struct Row {
    std::string target;
    std::vector<std::string> ids;
  };
  const Row rows[] = {
      {"/2017", {"win", "s8", "hostile", "nokia"}},
      {"/2017/01", {"s8", "hostile", "nokia"}},
      {"/undated", {"undated"}},
      {"/tag/" + encoded("هواتف"), {"s8", "nokia"}},
      {"/source/The%20Verge", {"win", "s8"}},
      {"/search?sort=oldest&limit=2&from=2017", {"nokia", "hostile"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    std::vector<std::string> of_json;
    const auto answer = shared().json(with_ending(row.target, ".json"));
    for (const auto& hit : answer["hits"]) of_json.push_back(hit["id"]);
    CHECK(of_json == row.ids);
    std::vector<std::string> of_csv;
    for (const auto& cells : parse_csv(shared().get(with_ending(row.target, ".csv")).body))
      of_csv.push_back(cells[0]);
    of_csv.erase(of_csv.begin());
    CHECK(of_csv == row.ids);
  }
}

TEST_CASE("a list that goes on says where, in whatever form") {
  for (const char* ending : {".json", ".csv", ".txt"}) {
    CAPTURE(ending);
    const Response first = shared().get(std::string("/2017") + ending + "?limit=3");
    const std::string link(first.header("Link"));
    REQUIRE(link.ends_with(">; rel=\"next\""));
    const std::string next = link.substr(1, link.find('>') - 1);
    CHECK(next.starts_with(std::string("/2017") + ending + "?limit=3&after="));
    const Response rest = shared().get(next);
    CHECK(rest.body.find("Nokia 6") != rest.body.npos);
    CHECK(rest.body.find("Windows 10") == rest.body.npos);
    CHECK(rest.header("Link").empty());
  }
  CHECK(shared()
            .get("/search.csv?sort=newest&limit=1&x=%0d%0aSet-Cookie:%3E")
            .header("Link")
            .find_first_of("\r\n<>") == 0);
}

TEST_CASE("a failure of data is a problem and no page") {
  struct Row {
    const char* target;
    int status;
  };
  for (const Row& row : {Row{"/search.csv?from=soon", 400}, Row{"/2017/01.json?after=nonsense", 400},
                         Row{"/search.txt?sort=random", 400}, Row{"/help.csv", 404}}) {
    CAPTURE(row.target);
    CHECK(shared().get(row.target).status == row.status);
    CHECK(shared().get(row.target).content_type.find("problem+json") != std::string::npos);
  }
  CHECK(shared().get("/1999.csv").status == 404);
  CHECK(shared().get("/tag/nothing.csv").status == 404);
}

TEST_CASE("an article is to be had as its text") {
  const Response text = shared().get("/article/s8.txt");
  CHECK(text.content_type == "text/plain; charset=utf-8");
  CHECK(in_order(text.body, {"سامسونج تعلن", "20 يناير 2017", "https://example.org/s8\n\n", "كشفت سامسونج",
                             "\nيصل الهاتف"}));
  CHECK(shared().json("/article/s8.json")["id"] == "s8");
  CHECK(shared().get("/article/s8.csv").status == 404);
}

TEST_CASE("names that end like data have their page and their data") {
  OpenFront front(FrontOptions{},
                  R"jsonl({"id":"a","title":"ملف الزواحف","text":"نص","tags":["robots.txt"],"date":"2017"}
{"id":"b","title":"عن الروبوتات","text":"نص","tags":["robots"],"date":"2017"}
{"id":"c.txt","title":"ملف","text":"نص","date":"2018"}
)jsonl");
  const Wording& wording = arabic();
  const std::string url = wording.links.tag("robots.txt");
  CHECK(in_order(front.get(url).body, {"robots.txt", "ملف الزواحف"}));
  CHECK(front.get(with_ending(url, ".json")).body.find("ملف الزواحف") != std::string::npos);
  CHECK(front.get(with_ending(wording.links.tag("robots"), ".txt")).body.find("عن الروبوتات") !=
        std::string::npos);
  CHECK(front.get(wording.links.article("c.txt")).content_type.starts_with("text/html"));
  CHECK(front.get("/article/c.txt").content_type.starts_with("text/html"));
}
