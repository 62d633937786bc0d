// SPDX-License-Identifier: GPL-3.0-or-later
// Passes over the blocks, each for one reason to let a block go.
#include "indexer/extraction/block_judge.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"
#include "indexer/page_lexicon.hpp"
#include "indexer/readers/byline.hpp"
#include "indexer/readers/page_lines.hpp"

namespace fihrist {
namespace {

/// Shorter lines may well occur twice: headings of sections, answers.
constexpr std::size_t shortest_repeated = 60;
constexpr std::size_t longest_site_line = 120;
constexpr std::size_t longest_link_line = 200;
/// A line that begins what follows articles ends one only behind this share of its text.
constexpr double share_before_end = 0.66;
/// Of 100 words of real Arabic paragraphs at least 25 are small words.
constexpr std::size_t percent_of_small_words = 10;
constexpr std::size_t words_to_judge = 12;

class BlockJudge {
 public:
  BlockJudge(std::vector<TextBlock>& blocks, std::string_view title)
      : blocks_(blocks), title_(fold_key(title)) {
    for (const TextBlock& block : blocks_) {
      keys_.push_back(block.text.size() <= longest_site_line * 4 ? fold_key(block.text) : std::string());
      chars_ += block.text.size();
    }
  }

  BlockJudgement judge() {
    drop_title();
    drop_repeated();
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (is_kept(i)) judge_line(i);
    cut_behind_end();
    drop_edges_without_prose();
    return std::move(judgement_);
  }

 private:
  bool is_kept(std::size_t i) const { return blocks_[i].reason == DropReason::kept; }
  void drop(std::size_t i, DropReason reason) { blocks_[i].reason = reason; }

  /// Headings that are the title, and the first line when it is.
  void drop_title() {
    if (title_.empty()) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool stands_as_title = i < 3 || is_heading(blocks_[i].tag);
      if (stands_as_title && keys_[i] == title_) drop(i, DropReason::title);
      if (blocks_[i].tag == Tag::h1 && i < 3) drop(i, DropReason::title);
    }
  }

  void drop_repeated() {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string_view text = blocks_[i].text;
      if (blocks_[i].tag == Tag::pre || text.size() < shortest_repeated) continue;
      if (!seen.insert(text).second) drop(i, DropReason::repeated);
    }
  }

  void judge_line(std::size_t i) {
    const TextBlock& block = blocks_[i];
    if (block.tag == Tag::pre || keys_[i].empty()) return;
    if (auto syndication = read_syndication(block.text)) {
      judgement_.syndication = std::move(syndication);
      return drop(i, DropReason::syndication);
    }
    if (count_code_points(block.text) > longest_link_line) return;
    if (is_site_line(i)) return drop(i, DropReason::lexicon);
    if (is_byline(i)) {
      judgement_.bylines.push_back(block.text);
      return drop(i, DropReason::byline);
    }
    if (is_link_paragraph(block)) drop(i, DropReason::link_list);
  }

  bool is_site_line(std::size_t i) {
    const auto whole = whole_line_phrase(keys_[i]);
    if (whole == PagePhrase::page_end) end_ = std::min(end_, i);
    if (whole) return *whole != PagePhrase::source_note || is_last_part(i);
    const auto leading = leading_phrase(keys_[i]);
    if (!leading || blocks_[i].text.ends_with('.')) return false;
    switch (leading->phrase) {
      case PagePhrase::chrome:
      case PagePhrase::promotion:
      case PagePhrase::tags_label:
        return true;
      case PagePhrase::source_note:
        return is_last_part(i);
      default:
        return false;
    }
  }

  bool is_last_part(std::size_t i) const {
    return i + 1 == blocks_.size() || share_before(i) > share_before_end;
  }

  /// In the text a year alone is a heading: bylines stand at its ends.
  bool is_byline(std::size_t i) const {
    const bool edge = i < 4 || i + 4 >= blocks_.size();
    if (!edge) return false;
    const auto byline = read_byline(blocks_[i].text);
    return byline && (byline->labelled || byline->published || byline->updated || byline->comments);
  }

  /// «اقرأ أيضا: …» without the words: nothing but a link, and no sentence.
  static bool is_link_paragraph(const TextBlock& block) {
    if (block.tag == Tag::li || block.tag == Tag::td || block.tag == Tag::dt || block.tag == Tag::dd)
      return false;
    constexpr std::string_view ends = ".!:";
    return block.link_share > 0.9 && ends.find(block.text.back()) == std::string_view::npos;
  }

  double share_before(std::size_t i) const {
    std::size_t before = 0;
    for (std::size_t k = 0; k < i; ++k) before += blocks_[k].text.size();
    return chars_ == 0 ? 0 : static_cast<double>(before) / static_cast<double>(chars_);
  }

  void cut_behind_end() {
    if (end_ >= blocks_.size() || share_before(end_) < share_before_end) return;
    for (std::size_t i = end_; i < blocks_.size(); ++i)
      if (is_kept(i)) drop(i, DropReason::lexicon);
  }

  /// Arabic words in a row without «في» or «من» are a promotion or a list of tags, if no sentence is around.
  void drop_edges_without_prose() {
    const auto lacks_prose = [&](std::size_t i) {
      if (!is_kept(i)) return true;
      if (!is_without_small_words(blocks_[i])) return false;
      drop(i, DropReason::no_prose);
      return true;
    };
    std::size_t begin = 0;
    while (begin < blocks_.size() && lacks_prose(begin)) ++begin;
    for (std::size_t end = blocks_.size(); end > begin && lacks_prose(end - 1); --end) continue;
  }

  static bool is_without_small_words(const TextBlock& block) {
    if (block.tag == Tag::pre || is_heading(block.tag)) return false;
    const std::vector<PageLine> lines = read_page_lines(block.text);
    std::size_t words = 0;
    std::size_t small = 0;
    bool arabic = false;
    for (const PageLine& line : lines) {
      words += line.words;
      small += line.stop_words;
      arabic = arabic || line.arabic;
    }
    return arabic && words >= words_to_judge && small * 100 < words * percent_of_small_words;
  }

  std::vector<TextBlock>& blocks_;
  std::string title_;
  std::vector<std::string> keys_;  ///< folded; empty for long blocks
  std::size_t chars_ = 0;
  std::size_t end_ = SIZE_MAX;  ///< the first line that stands behind articles
  BlockJudgement judgement_;
};

}  // namespace

BlockJudgement judge_blocks(std::vector<TextBlock>& blocks, std::string_view title) {
  return BlockJudge(blocks, title).judge();
}

}  // namespace fihrist
