// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of WordPress and Blogger, and broken feeds: how many articles each file has, and which.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/formats/field_check.hpp"
#include "bench/formats/reading.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t shown_rows = 60;

std::size_t live(const FileReading& reading) {
  return static_cast<std::size_t>(
      std::count_if(reading.articles.begin(), reading.articles.end(),
                    [](const ReadArticle& read) { return read.withheld.empty(); }));
}

std::size_t withheld(const FileReading& reading, std::string_view why) {
  return static_cast<std::size_t>(
      std::count_if(reading.articles.begin(), reading.articles.end(),
                    [&](const ReadArticle& read) { return read.withheld == why; }));
}

std::size_t skipped(const FileReading& reading, std::string_view ending) {
  return static_cast<std::size_t>(
      std::count_if(reading.skips.begin(), reading.skips.end(),
                    [&](const Skip& skip) { return skip.message.ends_with(ending); }));
}

std::size_t records(const FileReading& reading) {
  return reading.articles.size() + reading.skips.size() + reading.rejects.size();
}

void check_count(Score& score, const std::string& file, const std::string& what, std::size_t ours,
                 std::size_t expected) {
  score.add(ours == expected, fmt::format("{} {}: expected {}, got {}", file, what, expected, ours));
}

void score_wxr_row(Score& score, const fs::path& folder, const std::vector<std::string>& row) {
  const FileReading reading = read_file(folder / row[0], "wxr");
  check_count(score, row[0], "records", records(reading), std::stoul(row[4]));
  // A post with a password is published, and yet withheld; one that the file's end cuts off is rejected.
  check_count(score, row[0], "published posts", live(reading) + withheld(reading, "password"),
              std::stoul(row[5]));
  const Json types = Json::parse(row[9]);
  const std::size_t posts = reading.articles.size() + reading.rejects.size();
  check_count(score, row[0], "posts", posts, types.value("post", std::size_t{0}));
}

void check_post(Score& score, const std::string& file, const FileReading& reading, std::size_t number,
                const Json& post) {
  if (number >= reading.articles.size()) return score.add(false, file + ": no such post");
  const ReadArticle& read = reading.articles[number];
  const auto check = [&](CheckedField field, const std::string& expected) {
    score.add(holds_value(read, field, expected),
              fmt::format("{}: expected {:?}, got {:?}", file, expected, shown_value(read, field)));
  };
  if (post.contains("title")) check(CheckedField::title, post["title"]);
  if (post.contains("url")) check(CheckedField::link, post["url"]);
  if (post.contains("author")) check(CheckedField::author, post["author"]);
  if (post.contains("published")) check(CheckedField::date, post["published"]);
  if (post.contains("description")) check(CheckedField::summary, post["description"]);
  for (const Json& label : post.value("labels", Json::array())) check(CheckedField::tag, label);
  if (post.value("title_empty", false)) score.add(read.article.title.empty(), file + ": expected no title");
}

void score_blogger_file(Score& score, const fs::path& folder, const std::string& file, const Json& expected) {
  const FileReading reading = read_file(folder / file);
  score.add(reading.format == "blogger", fmt::format("{}: taken for {:?}", file, reading.format));
  const Json kinds = expected.value("kinds", expected);
  const auto check = [&](const Json& counts, const char* key, std::size_t ours) {
    if (counts.contains(key)) check_count(score, file, key, ours, counts[key]);
  };
  check(expected, "entries", records(reading));
  check(expected, "live_posts", live(reading));
  check(expected, "drafts", withheld(reading, "draft"));
  check(expected, "trashed", withheld(reading, "trashed"));
  check(expected, "posts", reading.articles.size());
  check(expected, "pages", skipped(reading, ": page"));
  check(kinds, "post", reading.articles.size());
  check(kinds, "comment", skipped(reading, "comment of a Blogger export"));
  check(expected, "comments", skipped(reading, "comment of a Blogger export"));
  check(kinds, "settings", skipped(reading, ": settings"));
  check(kinds, "template", skipped(reading, ": template"));
  for (std::size_t i = 0; expected.contains("post" + std::to_string(i)); ++i)
    check_post(score, file, reading, i, expected["post" + std::to_string(i)]);
}

/// What a person finds in each broken file.
struct Broken {
  std::string_view file;
  std::size_t items;
  std::size_t lost;
  std::string_view last_title;
};
constexpr std::array broken_files{Broken{"badutf8.xml", 3, 0, "ok"},
                                  Broken{"bare_amp.xml", 2, 0, "مرحبا"},
                                  Broken{"blank_first.xml", 1, 0, "a"},
                                  Broken{"bom_blank.xml", 1, 0, "a"},
                                  Broken{"cdata_end.xml", 2, 0, "z"},
                                  Broken{"charref0.xml", 2, 0, "n"},
                                  Broken{"ctrl.xml", 2, 0, "ok"},
                                  Broken{"iso6.xml", 1, 0, "تويتر تتخلى"},
                                  Broken{"mislabel.xml", 1, 0, "تويتر تتخلى"},
                                  Broken{"nbsp_entity.xml", 2, 0, "…x"},
                                  Broken{"trunc.xml", 2, 1, "b"},
                                  Broken{"two_roots.xml", 2, 0, "b"},
                                  Broken{"u16.xml", 1, 0, "تويتر"},
                                  Broken{"unclosed.xml", 2, 0, "z"},
                                  Broken{"undeclared_ns.xml", 1, 0, "q"},
                                  Broken{"w1256.xml", 1, 0, "تويتر تتخلى"},
                                  Broken{"xml11.xml", 1, 0, "ab"},
                                  Broken{"lol.xml", 0, 1, ""},
                                  Broken{"xxe.xml", 1, 0, "&x;"}};

}  // namespace

bool score_exports(const fs::path& fixtures) {
  Score wxr("wxr, counts");
  for (const auto& row : tsv_rows(fixtures / "wxr" / "expect.tsv")) score_wxr_row(wxr, fixtures / "wxr", row);
  Score blogger("blogger, counts and fields");
  const Json expected = Json::parse(std::ifstream(fixtures / "blogger" / "expect.json"));
  for (const auto& [file, row] : expected.items())
    score_blogger_file(blogger, fixtures / "blogger", file, row);
  const bool enough = wxr.report(1.0, shown_rows);
  return blogger.report(1.0, shown_rows) && enough;
}

bool score_bad_xml(const fs::path& fixtures) {
  Score score("bad-xml, items and rejects");
  for (const auto& [file, items, lost, last_title] : broken_files) {
    const FileReading reading = read_file(fixtures / "bad-xml" / file, "feed");
    const std::string title = reading.articles.empty() ? "" : reading.articles.back().article.title;
    score.add(reading.articles.size() == items && reading.rejects.size() == lost && title == last_title,
              fmt::format("{}: {} items, {} rejects, last title {:?}", file, reading.articles.size(),
                          reading.rejects.size(), title));
  }
  return score.report(1.0, shown_rows);
}

}  // namespace fihrist
