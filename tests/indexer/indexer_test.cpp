// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of indexing, from files to the bytes of the index.
#include "indexer/indexer.hpp"

#include <doctest/doctest.h>

#include <map>

#include "indexer/write_lock.hpp"
#include "schema/lexicon.hpp"
#include "schema/record.hpp"
#include "schema/word_sequence.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;
using test::article_line;
using test::line;
using test::SampleArchive;

/// Every file below a directory with its bytes.
std::map<std::string, std::string> snapshot(const fs::path& directory) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    files[entry.path().string()] = entry.is_regular_file() ? test::read_file(entry.path()) : "";
  return files;
}

}  // namespace

TEST_CASE("a first run makes the archive, its settings and an index of every article") {
  const SampleArchive sample;
  sample.write("in.jsonl",
               article_line("a", "هاتف جديد", "نص المقال") + article_line("b", "شبكات", "نص آخر"));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 2);
  CHECK(report.articles == 2);
  CHECK(report.bytes_read == fs::file_size(sample.path("in.jsonl")));
  CHECK(fs::exists(sample.layout().config()));
  CHECK(fs::is_empty(sample.layout().spool()));
  CHECK_FALSE(fs::exists(sample.layout().rejects()));
  const Article article = from_record(sample.record("a"));
  CHECK(article.title == "هاتف جديد");
  CHECK(article.authors == std::vector<std::string>{"سلمى"});
  const Manifest manifest = sample.manifest();
  CHECK(manifest.articles == 2);
  CHECK(manifest.revision == 1);
  CHECK(manifest.text_bytes == std::string("هاتف جديدنص المقالشبكاتنص آخر").size());
}

TEST_CASE("the words of an article in order are those of the lexicon") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "هاتف جديد", "الهاتف هاتف ذكي"));
  sample.index({"in.jsonl"});
  Lexicon lexicon;
  lexicon.load_piece(sample.database().get_metadata(lexicon_key(0)));
  const WordSequence words =
      unpack_words(sample.document("a").get_value(static_cast<Xapian::valueno>(Slot::words)));
  std::vector<std::string> texts;
  for (const WordId word : words.text) texts.emplace_back(lexicon.word(word));
  CHECK(texts == std::vector<std::string>{"الهاتف", "هاتف", "ذكي"});
  CHECK(words.title.size() == 2);
  for (WordId id = 0; id < lexicon.size(); ++id) CHECK_FALSE(lexicon.stem(id).empty());
}

TEST_CASE("a second run over the same input changes nothing, not a byte") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "عنوان", "نص") + article_line("b", "آخر", "نص ثان") +
                               article_line("b", "آخر", "نص ثالث") +
                               line({{"title", "بلا رقم"}, {"text", "x"}}));
  sample.index({"in.jsonl"});
  const auto before = snapshot(sample.layout().current_generation().value());
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 0);
  CHECK(report.updated == 0);
  CHECK(report.unchanged == 3);
  CHECK(report.skipped == 1);
  CHECK(report.articles == 3);
  CHECK(snapshot(sample.layout().current_generation().value()) == before);
}

TEST_CASE("a changed article is updated in place, and its old words no longer find it") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "قديم", "نوكيا") + article_line("b", "آخر", "نص"));
  sample.index({"in.jsonl"});
  const auto generation = sample.layout().current_generation();
  sample.write("in.jsonl", article_line("a", "جديد", "سامسونج") + article_line("b", "آخر", "نص"));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.updated == 1);
  CHECK(report.unchanged == 1);
  CHECK(report.articles == 2);
  CHECK(sample.layout().current_generation() == generation);
  CHECK_FALSE(sample.database().term_exists(term_of(Field::text, "نوكيا")));
  CHECK(sample.database().term_exists(term_of(Field::text, "سامسونج")));
  CHECK(sample.manifest().revision == 2);
  CHECK(sample.manifest().text_bytes == std::string("جديدسامسونجآخرنص").size());
}

TEST_CASE("a word keeps its number and its stem through later runs") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "شبكات", "الشبكات"));
  sample.index({"in.jsonl"});
  const std::string before = sample.document("a").get_value(static_cast<Xapian::valueno>(Slot::words));
  sample.write("more.jsonl", article_line("b", "شبكة", "والشبكة شبكات جديدة"));
  CHECK(sample.index({"more.jsonl"}).added == 1);
  CHECK(sample.document("a").get_value(static_cast<Xapian::valueno>(Slot::words)) == before);
  Lexicon lexicon;
  lexicon.load_piece(sample.database().get_metadata(lexicon_key(0)));
  CHECK(lexicon.find("شبكات") == 0);
  CHECK(lexicon.frequency(0) == 2);
  CHECK(lexicon.size() == sample.manifest().word_count);
}

TEST_CASE("the last of several versions in one run is the one that stays") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص") + article_line("a", "ثان", "نص") +
                               article_line("a", "ثان", "نص"));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 1);
  CHECK(report.updated == 0);
  CHECK(report.skipped == 2);
  CHECK(report.articles == 1);
  CHECK(from_record(sample.record("a")).title == "ثان");
  CHECK(sample.manifest().text_bytes == std::string("ثاننص").size());
}

TEST_CASE("an article that the input deletes goes, whatever else of it is in the input before") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص") + article_line("b", "ثان", "نص آخر"));
  sample.index({"in.jsonl"});
  sample.write("in.jsonl", article_line("a", "تغير", "نص") + line({{"id", "a"}, {"deleted", true}}));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.removed == 1);
  CHECK(report.articles == 1);
  CHECK_FALSE(sample.holds("a"));
  CHECK(sample.manifest().text_bytes == std::string("ثاننص آخر").size());
}

TEST_CASE("a dry run reports the same and writes nothing, not even the archive directory") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص") + "{broken\n");
  IndexRequest request = sample.request({"in.jsonl"});
  request.dry_run = true;
  const IndexReport first = run_index(request);
  CHECK(first.added == 1);
  CHECK(first.rejected == 1);
  CHECK(first.articles == 1);
  CHECK_FALSE(fs::exists(sample.archive()));

  sample.index({"in.jsonl"});
  sample.write("in.jsonl", article_line("b", "ثان", "نص"));
  request.prune = true;
  const auto before = snapshot(sample.archive());
  const IndexReport second = run_index(request);
  CHECK(second.added == 1);
  CHECK(second.removed == 1);
  CHECK(second.articles == 1);
  CHECK(snapshot(sample.archive()) == before);
}

TEST_CASE("the result does not depend on the number of threads") {
  const SampleArchive one;
  const SampleArchive many;
  for (const SampleArchive* sample : {&one, &many}) {
    sample->write("in.jsonl",
                  test::many_articles(600) + article_line("m3", "مكرر", "نص") + test::many_articles(5));
    sample->write("more.jsonl", test::many_articles(2500, 500));
  }
  IndexRequest request = many.request({"in.jsonl"});
  one.index({"in.jsonl"});
  request.jobs = 4;
  run_index(request);
  // Where an input lay is in its articles, as the hash of its path.
  const auto without_origins = [](const SampleArchive& sample) {
    auto parts = sample.dump();
    for (std::string& part : parts)
      for (std::size_t at = part.find("\nXO"); at != std::string::npos; at = part.find("\nXO"))
        part.erase(at, part.find('\n', at + 1) - at);
    return parts;
  };
  CHECK(one.manifest().articles == 600);
  CHECK(without_origins(one) == without_origins(many));
  // A large addition to an index that is there, and an in-place change.
  request.paths = {many.path("more.jsonl").string()};
  one.index({"more.jsonl"});
  run_index(request);
  CHECK(one.manifest().articles == 3000);
  CHECK(without_origins(one) == without_origins(many));
}

TEST_CASE("an index is locked while another process writes to it") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص"));
  const WriteLock lock(sample.layout());
  CHECK(test::code_of([&] { sample.index({"in.jsonl"}); }) == static_cast<int>(ErrorCode::locked));
}

TEST_CASE("what cannot be done is told before anything is written") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص"));
  CHECK(test::code_of([&] {
          sample.index({"in.jsonl", "غائب.jsonl"});
        }) == static_cast<int>(ErrorCode::failed));
  CHECK(test::code_of([&] { sample.index({}); }) == static_cast<int>(ErrorCode::usage));
  IndexRequest request = sample.request({"in.jsonl"});
  request.format = "docx";
  CHECK(test::code_of([&] { run_index(request); }) == static_cast<int>(ErrorCode::usage));
  CHECK_FALSE(fs::exists(sample.archive()));
  request = sample.request({"in.jsonl"});
  request.archive = "/proc/fihrist";
  CHECK(test::code_of([&] { run_index(request); }) == static_cast<int>(ErrorCode::failed));
}

TEST_CASE("an index made by other rules is refused and left alone") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص"));
  sample.index({"in.jsonl"});
  {
    Manifest manifest = sample.manifest();
    manifest.analyser = "other";
    Xapian::WritableDatabase database(sample.layout().current_generation().value().string(), Xapian::DB_OPEN);
    database.set_metadata(manifest_key, to_json(manifest));
    database.commit();
  }
  const auto before = snapshot(sample.layout().current_generation().value());
  CHECK(test::code_of([&] { sample.index({"in.jsonl"}); }) == static_cast<int>(ErrorCode::mismatch));
  CHECK(snapshot(sample.layout().current_generation().value()) == before);
}

TEST_CASE("above the allowed share of rejects nothing is committed") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص") + article_line("b", "ثان", "نص") + "{broken\n");
  IndexRequest request = sample.request({"in.jsonl"});
  request.max_reject_ratio = 0.3;
  CHECK(test::code_of([&] { run_index(request); }) == static_cast<int>(ErrorCode::expectation));
  CHECK_FALSE(sample.layout().current_generation().has_value());
  CHECK(fs::exists(sample.layout().rejects()));
  request.max_reject_ratio = 0.34;
  CHECK(run_index(request).added == 2);
}

TEST_CASE("an input without articles gives an empty index and says so") {
  const SampleArchive sample;
  sample.write("empty.jsonl", "");
  sample.write("blank.jsonl", "\n\n");
  const IndexReport report = sample.index({"empty.jsonl", "blank.jsonl"});
  CHECK(report.articles == 0);
  CHECK(sample.manifest().articles == 0);
  CHECK(sample.database().get_doccount() == 0);
}

TEST_CASE("an empty index fills like a new one") {
  const SampleArchive sample;
  sample.write("in.jsonl", "");
  sample.index({"in.jsonl"});
  sample.write("in.jsonl", article_line("a", "أول", "نص"));
  CHECK(sample.index({"in.jsonl"}).articles == 1);
  CHECK(sample.holds("a"));
  CHECK(sample.manifest().revision == 2);
}

TEST_CASE("names of 300 bytes, an article of 5 MB and one of nothing but a title are articles") {
  const SampleArchive sample;
  const std::string name(300, 'x');
  std::string text;
  for (int i = 0; text.size() < 5'000'000; ++i) text += "كلمه" + std::to_string(i % 50'000) + " ";
  sample.write(
      "in.jsonl",
      line({{"id", name}, {"title", name}, {"text", "نص"}, {"author", name}, {"tags", {name, name + "y"}}}) +
          line({{"id", "large"}, {"title", "كبير"}, {"text", text}}) +
          line({{"id", "short"}, {"title", "عنوان"}, {"text", "x"}}));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 3);
  CHECK(sample.holds(name));
  CHECK(from_record(sample.record("large")).text.size() >= 4'999'000);
  CHECK(unpack_words(sample.document("large").get_value(static_cast<Xapian::valueno>(Slot::words)))
            .text.size() == max_words_kept);
  CHECK(sample.index({"in.jsonl"}).unchanged == 3);
}

}  // namespace fihrist
