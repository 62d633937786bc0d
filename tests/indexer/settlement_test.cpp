// SPDX-License-Identifier: GPL-3.0-or-later
// What is one article and what is nearly one, in a run and against the index.
#include "indexer/settlement.hpp"

#include <doctest/doctest.h>

#include "schema/likeness.hpp"
#include "schema/record.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

using test::line;
using test::SampleArchive;

/// Sentences of ten words, all different but for `number`.
std::string story(int number, int sentences = 12) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    const std::string mark = std::to_string(number) + "ج" + std::to_string(i);
    text += "أعلنت الشركة" + mark + " عن هاتف" + mark + " جديد بشاشة" + mark + " كبيرة وبطارية" + mark +
            " تدوم طويلا" + mark + " في السوق\n";
  }
  text.pop_back();
  return text;
}

std::uint64_t cluster_of(const SampleArchive& sample, const std::string& id) {
  return unpack_cluster(sample.document(id).get_value(static_cast<Xapian::valueno>(Slot::cluster)));
}

bool is_other_name(const SampleArchive& sample, const std::string& id, const std::string& of) {
  const Xapian::Document document = sample.document(of);
  const std::string term = term_of(Field::other_id, id);
  for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at)
    if (*at == term) return true;
  return false;
}

}  // namespace

TEST_CASE("of two versions of an article the newest counts, in whatever order they come") {
  struct Row {
    std::string first, second, stays;
  };
  for (const auto& [first, second, stays] : {
           Row{"", "", "second"},
           Row{"2020-01-02", "2020-01-01", "first"},
           Row{"2020-01-01", "2020-01-02", "second"},
           Row{"2020-01-01", "2020-01-01", "second"},
           Row{"2020-01-01", "", "second"},
       }) {
    CAPTURE(first);
    CAPTURE(second);
    const SampleArchive sample;
    sample.write("in.jsonl",
                 line({{"id", "a"}, {"title", "first"}, {"text", "x"}, {"updated", first}}) +
                     line({{"id", "a"}, {"title", "second"}, {"text", "x"}, {"updated", second}}));
    const IndexReport report = sample.index({"in.jsonl"});
    CHECK(report.added == 1);
    CHECK(report.skipped == 1);
    CHECK(from_record(sample.record("a")).title == stays);
    CHECK(sample.index({"in.jsonl"}).unchanged == 1);
  }
}

TEST_CASE("the same text is one article, which is found under both ids") {
  const SampleArchive sample;
  sample.write("in.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1)}}) +
                               line({{"id", "b"}, {"title", "ثان"}, {"text", story(1)}, {"author", "سلمى"}}) +
                               line({{"id", "c"}, {"title", "ثالث"}, {"text", story(2)}}));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 2);
  CHECK(report.skipped == 1);
  CHECK(report.articles == 2);
  CHECK(is_other_name(sample, "b", "a"));
  CHECK(from_record(sample.record("a")).authors == std::vector<std::string>{"سلمى"});
  const auto before = sample.dump();
  CHECK(sample.index({"in.jsonl"}).unchanged == 2);
  CHECK(sample.dump() == before);
}

TEST_CASE("short texts are the same article under the same title only") {
  const SampleArchive sample;
  sample.write("in.jsonl", line({{"id", "a"}, {"title", "صورة"}, {"text", "صورة اليوم"}}) +
                               line({{"id", "b"}, {"title", "صورة أخرى"}, {"text", "صورة اليوم"}}) +
                               line({{"id", "c"}, {"title", "صورة"}, {"text", "صُورة اليوم"}}));
  CHECK(sample.index({"in.jsonl"}).articles == 2);
  CHECK(is_other_name(sample, "c", "a"));
}

TEST_CASE("a copy that a later run brings joins the article of the index") {
  const SampleArchive sample;
  sample.write("one.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1)}}));
  sample.write("two.jsonl", line({{"id", "b"}, {"title", "ثان"}, {"text", story(1)}}));
  sample.index({"one.jsonl"});
  CHECK(sample.index({"two.jsonl"}).skipped == 1);
  CHECK(sample.manifest().articles == 1);
  CHECK(is_other_name(sample, "b", "a"));
  const auto revision = sample.manifest().revision;
  sample.index({"two.jsonl"});
  sample.index({"one.jsonl"});
  sample.index({"one.jsonl", "two.jsonl"});
  CHECK(sample.manifest().revision == revision);

  SUBCASE("it stays for as long as one of its inputs holds it") {
    sample.write("one.jsonl", line({{"id", "z"}, {"title", "غيره"}, {"text", story(9)}}));
    IndexRequest request = sample.request({"one.jsonl"});
    request.prune = true;
    CHECK(run_index(request).removed == 0);
    sample.write("two.jsonl", "");
    request = sample.request({"two.jsonl"});
    request.prune = true;
    CHECK(run_index(request).removed == 1);
  }
  SUBCASE("a copy that says something else from then on is an article of its own") {
    sample.write("two.jsonl", line({{"id", "b"}, {"title", "ثان"}, {"text", story(5)}}));
    CHECK(sample.index({"two.jsonl"}).added == 1);
    CHECK(sample.manifest().articles == 2);
  }
  SUBCASE("deleting the copy leaves the article") {
    sample.write("two.jsonl", line({{"id", "b"}, {"deleted", true}}));
    CHECK(sample.index({"two.jsonl"}).removed == 0);
    CHECK(sample.holds("a"));
    CHECK_FALSE(is_other_name(sample, "b", "a"));
  }
}

TEST_CASE("one address in two inputs is one article, whose fields complete each other") {
  const SampleArchive sample;
  const std::string url = "https://example.org/1";
  sample.write("one.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1)}, {"url", url}}));
  sample.write("two.jsonl", line({{"id", "b"},
                                  {"title", "ثان"},
                                  {"text", story(2)},
                                  {"url", "http://example.org/1/?utm_source=x"},
                                  {"date", "2017-01-20"}}));
  CHECK(sample.index({"one.jsonl", "two.jsonl"}).articles == 1);
  const Article article = from_record(sample.record("a"));
  CHECK(article.title == "أول");
  CHECK(article.date.has_value());
  CHECK(is_other_name(sample, "b", "a"));
  CHECK(sample.index({"one.jsonl", "two.jsonl"}).unchanged == 1);
}

TEST_CASE("an address that one input gives to several articles is nobody's") {
  const SampleArchive sample;
  const std::string url = "https://example.org/blog";
  sample.write("one.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1)}, {"url", url}}) +
                                line({{"id", "b"}, {"title", "ثان"}, {"text", story(2)}, {"url", url}}));
  CHECK(sample.index({"one.jsonl"}).articles == 2);
}

TEST_CASE("an article that its source gives a new id takes the old one's place") {
  const SampleArchive sample;
  const std::string url = "https://example.org/1";
  sample.write("in.jsonl", line({{"id", "old"}, {"title", "عنوان"}, {"text", story(1)}, {"url", url}}));
  sample.index({"in.jsonl"});
  sample.write("in.jsonl", line({{"id", "new"}, {"title", "عنوان"}, {"text", story(2)}, {"url", url}}));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.updated == 1);
  CHECK(report.articles == 1);
  CHECK(sample.database().get_doccount() == 1);
  CHECK(is_other_name(sample, "old", "new"));
}

TEST_CASE("articles that are nearly the same share a cluster, others have none") {
  const SampleArchive sample;
  sample.write("in.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1, 20)}}) +
                               line({{"id", "b"},
                                     {"title", "ثان"},
                                     {"text", story(1, 20) + "\nوأضافت الصحيفة هذه الجملة وحدها من عندها"}}) +
                               line({{"id", "c"}, {"title", "ثالث"}, {"text", story(1, 12)}}) +
                               line({{"id", "d"}, {"title", "رابع"}, {"text", story(1, 4)}}) +
                               line({{"id", "e"}, {"title", "خامس"}, {"text", story(2, 20)}}));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.articles == 5);
  CHECK(report.near_copies == 3);
  CHECK(cluster_of(sample, "a") != 0);
  CHECK(cluster_of(sample, "b") == cluster_of(sample, "a"));
  // Three fifths of the first, held whole by it.
  CHECK(cluster_of(sample, "c") == cluster_of(sample, "a"));
  // A fifth of the first is an excerpt, not a copy.
  CHECK(cluster_of(sample, "d") == 0);
  CHECK(cluster_of(sample, "e") == 0);
}

TEST_CASE("clusters last: later runs find the copies of the index, and change nothing in turn") {
  const SampleArchive sample;
  sample.write("one.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1, 20)}}));
  sample.write("two.jsonl", line({{"id", "b"}, {"title", "ثان"}, {"text", story(1, 19)}}));
  sample.index({"one.jsonl"});
  CHECK(cluster_of(sample, "a") == 0);
  CHECK(sample.index({"two.jsonl"}).added == 1);
  CHECK(cluster_of(sample, "a") != 0);
  CHECK(cluster_of(sample, "b") == cluster_of(sample, "a"));
  const auto revision = sample.manifest().revision;
  sample.index({"two.jsonl"});
  sample.index({"two.jsonl", "one.jsonl"});
  sample.index({"one.jsonl"});
  CHECK(sample.manifest().revision == revision);
}

TEST_CASE("a source that deletes an address deletes the article that has it") {
  const SampleArchive sample;
  const std::string url = "https://example.org/1";
  sample.write("in.jsonl", line({{"id", "a"}, {"title", "أول"}, {"text", story(1)}, {"url", url}}));
  sample.index({"in.jsonl"});
  sample.write("in.jsonl", line({{"url", url}, {"deleted", true}}));
  CHECK(sample.index({"in.jsonl"}).removed == 1);
  CHECK(sample.manifest().articles == 0);
}

}  // namespace fihrist
