// SPDX-License-Identifier: GPL-3.0-or-later
// What a site puts around its articles, told apart from what they say.
#include "indexer/site_line_study.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "schema/record.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

using test::SampleArchive;

/// Lines of no lexicon: only their recurrence tells what they are.
constexpr std::string_view slogan = "واحة المعرفة الرقمية لكل بيت عربي";
constexpr std::string_view notice =
    "يسعدنا أن نرى أعمالكم في معرضنا السنوي الذي نقيمه في مدينة أغادير كل صيف";

/// Letters, since figures count as the same everywhere.
std::string mark_of(int number) {
  constexpr const char* letters[] = {"ب", "ج", "د", "ر", "س", "ع", "ف", "ق", "ل", "م"};
  std::string mark;
  for (const char digit : std::to_string(number)) mark += letters[digit - '0'];
  return mark;
}

std::string sentence(int page, int number) {
  const std::string mark = mark_of(7919 * (page + 1) + number);
  return "قالت الشركة إن الجهاز" + mark + " يحمل معالجا" + mark + " جديدا وإنه سيصل إلى المتاجر" + mark +
         " في هذا العام.";
}

std::string page(int number) {
  std::string text = "خبر عن الجهاز رقم " + std::to_string(number) + "\nنُشر في 20 يناير 2017\n";
  for (int i = 0; i < 5; ++i) text += sentence(number, i) + "\n";
  return text + std::string(notice) + "\n" + std::string(slogan) + " " + std::to_string(number) + "\n";
}

SampleArchive& with_pages(SampleArchive& sample, int count, int from = 0) {
  for (int i = from; i < from + count; ++i) sample.write("in/" + std::to_string(i) + ".txt", page(i));
  return sample;
}

IndexReport index(const SampleArchive& sample) {
  IndexRequest request = sample.request({"in"});
  request.format = "auto";
  return run_index(request);
}

std::vector<Article> articles(const SampleArchive& sample) {
  std::vector<Article> all;
  const Xapian::Database database = sample.database();
  const RecordCodec codec(database.get_metadata(record_dictionary_key));
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    all.push_back(from_record(
        codec.expand(database.get_document(*at).get_value(static_cast<Xapian::valueno>(Slot::record)))));
  return all;
}

}  // namespace

TEST_CASE("the threshold is three pages, and half a per cent of many") {
  CHECK(SiteLineStudy::threshold(10) == 3);
  CHECK(SiteLineStudy::threshold(600) == 3);
  CHECK(SiteLineStudy::threshold(601) == 4);
  CHECK(SiteLineStudy::threshold(2400) == 12);
}

TEST_CASE("lines that pages share are shown but never searched, whatever figures and titles stand in them") {
  SampleArchive sample;
  const IndexReport report = index(with_pages(sample, 12));
  CHECK(report.articles == 12);
  CHECK(report.site_lines.learned == 2);
  CHECK(report.site_lines.articles == 12);
  CHECK(report.site_lines.lines == 24);
  CHECK_FALSE(sample.database().term_exists(term_of(Field::text, "واحه")));
  for (const Article& article : articles(sample)) {
    CHECK(article.text.find(slogan) != std::string::npos);
    const std::string searched = searched_text(article);
    CHECK(searched.find(slogan) == std::string::npos);
    CHECK(searched.find(notice) == std::string::npos);
    CHECK(std::count(searched.begin(), searched.end(), '\n') == 4);
  }
}

TEST_CASE("in fewer than ten pages nothing is learned") {
  SampleArchive sample;
  CHECK(index(with_pages(sample, 9)).site_lines.learned == 0);
}

TEST_CASE(
    "what was learned counts for pages that come later, and a run over all pages brings all up to date") {
  SampleArchive sample;
  index(with_pages(sample, 9));
  CHECK(index(with_pages(sample, 12)).updated == 9);
  std::filesystem::remove_all(sample.path("in"));
  const IndexReport later = index(with_pages(sample, 2, 100));
  CHECK(later.added == 2);
  CHECK(later.site_lines.lines == 4);
  CHECK(index(sample).unchanged == 2);
}

TEST_CASE("a second run over the same pages changes nothing") {
  SampleArchive sample;
  index(with_pages(sample, 12));
  const auto before = sample.dump();
  CHECK(index(sample).unchanged == 12);
  CHECK(sample.dump() == before);
}

TEST_CASE("what stands in the middle of an article is the article's, however often it is said") {
  SampleArchive sample;
  for (int i = 0; i < 12; ++i) {
    std::string text = "خبر رقم " + std::to_string(i) + "\nنُشر في 20 يناير 2017\n";
    for (int line = 0; line < 11; ++line)
      text += (line == 5 ? std::string(notice) : sentence(i, line)) + "\n";
    sample.write("in/" + std::to_string(i) + ".txt", text);
  }
  const IndexReport report = index(sample);
  CHECK(report.site_lines.learned == 1);
  CHECK(report.site_lines.lines == 0);
}

TEST_CASE("a page that would lose more than three fifths of its sentences keeps all of them") {
  LearnedLines learned;
  const std::string site = std::string(notice) + ".";
  const Article article{.title = "عنوان الصفحة",
                        .text = site + "\n" + site + "\n" + site + "\n" + sentence(1, 1) + "\n" + site};
  const auto keys = FoldedArticle(article).line_keys();
  learned.add({mixed(5, keys[0])});
  CHECK(site_lines_of(article, 5, learned).empty());
  const Article longer{.title = article.title,
                       .text = article.text + "\n" + sentence(1, 2) + "\n" + sentence(1, 3)};
  CHECK(site_lines_of(longer, 5, learned) == std::vector<std::uint32_t>{0, 1, 2, 4});
  CHECK(site_lines_of(longer, 6, learned).empty());
}

TEST_CASE("copies of one article count once: an agency's paragraph is not the site's") {
  SampleArchive sample;
  with_pages(sample, 12);
  for (int i = 0; i < 4; ++i) {
    std::string text = "عنوان مختلف " + std::string(static_cast<std::size_t>(i) + 1, 'x') + "\nنُشر في 2" +
                       std::to_string(i) + " يناير 2017\n";
    for (int line = 0; line < 8; ++line) text += sentence(77, line) + "\n";
    sample.write("in/wire" + std::to_string(i) + ".txt", text + sentence(200 + i, 0));
  }
  const IndexReport report = index(sample);
  CHECK(report.near_copies == 4);
  CHECK(report.site_lines.learned == 2);
}

TEST_CASE("learned lines come back from their bytes") {
  LearnedLines learned;
  learned.add({9, 3, 9, 0xFFFFFFFFFFFFFFFF});
  learned.set_pages(4, 12);
  learned.set_pages(4, 11);
  const LearnedLines back = LearnedLines::load(learned.save());
  CHECK(back == learned);
  CHECK(back.size() == 3);
  CHECK(back.pages_of(4) == 12);
  CHECK(LearnedLines::load("").empty());
  CHECK_THROWS_AS(LearnedLines::load("\x05\x01"), Error);
}

}  // namespace fihrist
