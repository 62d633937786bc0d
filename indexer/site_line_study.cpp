// SPDX-License-Identifier: GPL-3.0-or-later
// Two passes over the keys: which came twice, and how often these came.
#include "indexer/site_line_study.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <map>
#include <unordered_map>

#include "indexer/readers/page_lines.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::size_t farthest = 3;
constexpr std::size_t percent_of_prose_kept = 40;

constexpr std::uint64_t fewest_bits = 1U << 16U;
constexpr std::uint64_t most_bits = 1U << 28U;

struct PageHead {
  std::uint64_t group;
  std::uint32_t page;
  std::uint32_t lines;
};

[[noreturn]] void fail() {
  throw Error(ErrorCode::failed, std::string("the lines of pages cannot be kept: ") + std::strerror(errno),
              "See that the archive directory may be written to and its disk has space.");
}

/// A bit for every line met, shared by lines whose hashes meet: those are counted exactly afterwards.
class MetBefore {
 public:
  explicit MetBefore(std::uint64_t lines)
      : bits_(std::clamp(std::bit_ceil(16 * lines), fewest_bits, most_bits)), words_(bits_ / 64, 0) {}

  bool test_and_set(std::uint64_t key) {
    const std::uint64_t bit = mixed(key, 1) & (bits_ - 1);
    std::uint64_t& word = words_[bit / 64];
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    const bool was_set = (word & mask) != 0;
    word |= mask;
    return was_set;
  }

 private:
  std::uint64_t bits_;
  std::vector<std::uint64_t> words_;
};

struct LineCount {
  std::uint64_t group = 0;
  std::uint32_t pages = 0;
};

}  // namespace

SiteLineStudy::SiteLineStudy(const std::optional<std::filesystem::path>& directory) {
  if (!directory) {
    file_.reset(std::tmpfile());
  } else {
    std::error_code ignored;
    std::filesystem::create_directories(*directory, ignored);
    const std::filesystem::path path = *directory / "lines";
    file_.reset(std::fopen(path.c_str(), "w+b"));
    if (file_) std::filesystem::remove(path, ignored);
  }
  if (!file_) fail();
}

void SiteLineStudy::write(const void* bytes, std::size_t size) {
  if (std::fwrite(bytes, 1, size, file_.get()) != size) fail();
}

void SiteLineStudy::add(MeetingNumber page, std::uint64_t group, const std::vector<std::uint64_t>& lines) {
  std::vector<std::uint64_t> keys;
  for (const std::uint64_t line : lines)
    if (line != 0) keys.push_back(mixed(group, line));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const PageHead head{.group = group, .page = page, .lines = static_cast<std::uint32_t>(keys.size())};
  write(&head, sizeof head);
  write(keys.data(), keys.size() * sizeof keys[0]);
  lines_ += keys.size();
}

template <typename Visit>
void SiteLineStudy::for_each_page(const std::function<bool(MeetingNumber)>& counts, Visit&& visit) {
  if (std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();  // writes out what was added, too
  PageHead head{};
  std::vector<std::uint64_t> keys;
  while (std::fread(&head, sizeof head, 1, file_.get()) == 1) {
    keys.resize(head.lines);
    if (std::fread(keys.data(), sizeof keys[0], keys.size(), file_.get()) != keys.size()) fail();
    if (counts(head.page)) visit(head.group, keys);
  }
  if (std::ferror(file_.get()) != 0) fail();
}

std::uint32_t SiteLineStudy::threshold(std::uint32_t pages) { return std::max(3U, (pages + 199) / 200); }

void SiteLineStudy::learn(LearnedLines& known, const std::function<bool(MeetingNumber)>& counts) {
  std::map<std::uint64_t, std::uint32_t> pages;
  std::unordered_map<std::uint64_t, LineCount> met_again;
  MetBefore met(lines_);
  for_each_page(counts, [&](std::uint64_t group, const auto& keys) {
    ++pages[group];
    for (const std::uint64_t key : keys)
      if (met.test_and_set(key)) met_again[key].group = group;
  });
  for_each_page(counts, [&](std::uint64_t, const auto& keys) {
    for (const std::uint64_t key : keys)
      if (const auto found = met_again.find(key); found != met_again.end()) ++found->second.pages;
  });
  for (const auto& [group, count] : pages)
    if (count >= fewest_pages) known.set_pages(group, count);
  std::vector<std::uint64_t> learned;
  for (const auto& [key, line] : met_again)
    if (pages[line.group] >= fewest_pages && line.pages >= threshold(known.pages_of(line.group)))
      learned.push_back(key);
  known.add(std::move(learned));
}

std::vector<std::uint32_t> site_lines_of(const Article& article, std::uint64_t group,
                                         const LearnedLines& learned) {
  const FoldedArticle folded(article);
  const std::vector<std::uint64_t> keys = folded.line_keys();
  std::vector<bool> is_site_line(keys.size(), false);
  const auto reach = [&](std::size_t place, std::size_t& passed) {
    if (keys[place] != 0 && learned.contains(mixed(group, keys[place]))) {
      is_site_line[place] = true;
      passed = 0;
      return true;
    }
    return ++passed <= farthest;
  };
  std::size_t passed = 0;
  for (std::size_t place = 0; place < keys.size() && reach(place, passed);) ++place;
  passed = 0;
  for (std::size_t place = keys.size(); place > 0 && reach(place - 1, passed);) --place;
  std::vector<std::uint32_t> lines;
  for (std::size_t place = 0; place < keys.size(); ++place)
    if (is_site_line[place]) lines.push_back(static_cast<std::uint32_t>(folded.line_number(place)));
  if (lines.empty()) return lines;

  std::size_t arabic = 0, arabic_gone = 0, all = 0, all_gone = 0;
  for (const PageLine& line : read_page_lines(article.text)) {
    if (!line.prose) continue;
    const bool gone =
        std::binary_search(lines.begin(), lines.end(), static_cast<std::uint32_t>(line.number - 1));
    all += line.letters;
    all_gone += gone ? line.letters : 0;
    arabic += line.arabic ? line.letters : 0;
    arabic_gone += line.arabic && gone ? line.letters : 0;
  }
  const auto too_much = [](std::size_t gone, std::size_t of) {
    return gone * 100 > of * (100 - percent_of_prose_kept);
  };
  if (arabic > 0 ? too_much(arabic_gone, arabic) : too_much(all_gone, all)) lines.clear();
  return lines;
}

}  // namespace fihrist
