// SPDX-License-Identifier: GPL-3.0-or-later
// From judged lines to an article: what each line means where it stands, in small passes.
#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "analysis/fold.hpp"
#include "indexer/page_lexicon.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/page_title.hpp"
#include "indexer/readers/text_page.hpp"

namespace fihrist {
namespace {

constexpr std::size_t percent_of_prose_kept = 40;
/// The author's line follows the date at once, or after one blank line.
constexpr std::size_t farthest_author = 2;

bool is_text(LineKind kind) { return kind == LineKind::prose || kind == LineKind::plain; }

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

class PageArticle {
 public:
  explicit PageArticle(std::vector<PageLine> lines) : lines_(std::move(lines)), kept_(lines_.size(), false) {}

  TextPage read() {
    if (!find_prose()) return {};
    page_.has_text = true;
    settle_syndication();
    settle_title();
    find_end();
    find_author_beside_date();
    for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
    keep_most_prose();
    assemble();
    return std::move(page_);
  }

 private:
  Article& article() { return page_.article; }

  bool is_body_prose(std::size_t i) const {
    return lines_[i].kind == LineKind::prose && lines_[i].arabic == arabic_;
  }

  /// The page's language is that of its prose; prose in the other one is no landmark. Short lines count for
  /// Arabic, since the advertisements around are mostly in English.
  bool find_prose() {
    std::size_t arabic = 0;
    std::size_t other = 0;
    for (const PageLine& line : lines_) {
      if (line.arabic && is_text(line.kind)) arabic += line.letters;
      if (!line.arabic && line.prose) other += line.letters;
    }
    arabic_ = arabic >= other;
    if (find_first_prose()) return true;
    arabic_ = !arabic_;
    return find_first_prose();
  }

  bool find_first_prose() {
    first_prose_ = 0;
    while (first_prose_ < lines_.size() && !is_body_prose(first_prose_)) ++first_prose_;
    return first_prose_ < lines_.size();
  }

  /// A sentence of the article may have the same words; the footer names the title or stands at the end.
  void settle_syndication() {
    std::size_t last = lines_.size();
    while (last > 0 && !is_body_prose(last - 1)) --last;
    std::unordered_set<std::string> head;
    for (std::size_t i = 0; i <= first_prose_; ++i) head.insert(lines_[i].key);
    for (std::size_t i = 0; i < last; ++i) {
      PageLine& line = lines_[i];
      if (line.kind != LineKind::syndication || head.contains(fold_key(line.syndication->title))) continue;
      line.kind = LineKind::prose;
      line.prose = true;
    }
  }

  void settle_title() {
    const auto place = find_title(lines_, first_prose_, arabic_);
    if (!place) return;
    article().title = lines_[place->first].text;
    for (std::size_t i = 0; i <= place->last; ++i)
      if (lines_[i].key == lines_[place->first].key) {
        lines_[i].kind = LineKind::title;
        lines_[i].prose = false;
      }
    body_begin_ = place->last + 1;
    while (first_prose_ < lines_.size() && (first_prose_ < body_begin_ || !is_body_prose(first_prose_)))
      ++first_prose_;
  }

  /// The last prose before the site takes over: the first button or footer that has enough prose in front.
  void find_end() {
    std::size_t all = 0;
    for (const PageLine& line : lines_) all += line.prose ? line.letters : 0;
    std::size_t met = 0;
    for (end_ = 0; end_ < lines_.size(); ++end_) {
      met += lines_[end_].prose ? lines_[end_].letters : 0;
      const bool ends = lines_[end_].kind == LineKind::page_end || lines_[end_].kind == LineKind::syndication;
      if (ends && end_ > first_prose_ && met * 100 >= all * percent_of_prose_kept) break;
    }
    last_prose_ = end_ - 1;
    while (last_prose_ > first_prose_ && !is_body_prose(last_prose_)) --last_prose_;
  }

  bool is_head(std::size_t i) const { return i < first_prose_; }
  bool is_tail(std::size_t i) const { return i > last_prose_; }

  /// A bare name counts as the author only beside a date at the head or tail, and behind it first.
  void find_author_beside_date() {
    if (has_labelled_author()) return;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool dated = lines_[i].byline && lines_[i].byline->published && (is_head(i) || is_tail(i));
      if (dated && (take_name(i, i + 1) || (i > 0 && take_name(i, i - 1)))) return;
    }
  }

  bool has_labelled_author() const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [](const PageLine& line) { return line.byline && !line.byline->author.empty(); });
  }

  bool take_name(std::size_t date, std::size_t name) {
    if (name >= lines_.size() || !(is_head(name) || is_tail(name)) || !may_be_name(lines_[name]))
      return false;
    const auto [near, far] = std::minmax(lines_[date].number, lines_[name].number);
    if (far - near > farthest_author) return false;
    lines_[name].kind = LineKind::byline;
    lines_[name].byline = Byline{.author = lines_[name].text, .labelled = true};
    return true;
  }

  void read_line(std::size_t i) {
    PageLine& line = lines_[i];
    kept_[i] = is_head(i) ? read_in_head(line, i) : is_tail(i) ? read_in_tail(line) : read_in_middle(line);
  }

  /// Before the first sentence: what stands above the title is the site's, what stands below may be text.
  bool read_in_head(PageLine& line, std::size_t i) {
    if (harvest(line)) return false;
    if (line.kind == LineKind::link) return keep_address(line), false;
    if (!is_text(line.kind)) return false;
    if (i >= body_begin_) return true;
    line.kind = LineKind::outside;
    return false;
  }

  /// Between the first and the last sentence nearly everything is the article: a date may be a heading, a
  /// brand an item of a list, a word that buttons have («المصدر», "Search") the name of a section.
  bool read_in_middle(PageLine& line) {
    const bool one_word_of_chrome = line.kind == LineKind::chrome && line.words == 1;
    if (is_text(line.kind) || line.kind == LineKind::ornament || line.kind == LineKind::link ||
        line.kind == LineKind::source_note || one_word_of_chrome)
      return true;
    if (line.kind == LineKind::byline && !line.byline->labelled && !has_clock(*line.byline)) return true;
    harvest(line);
    return false;
  }

  static bool has_clock(const Byline& byline) {
    return byline.published && byline.published->precision >= DatePrecision::minute;
  }

  /// Short lines belong to the article until something of the site stands between; a sentence opens it
  /// again, unless a button or an advertisement has closed it.
  bool read_in_tail(PageLine& line) {
    if (line.kind == LineKind::prose && !closed_) ended_ = false;
    if ((is_text(line.kind) || is_heading_of_years(line)) && !ended_) return true;
    ended_ = true;
    closed_ = closed_ || closes(line.kind);
    if (!harvest(line) && is_text(line.kind)) line.kind = LineKind::outside;
    return false;
  }

  static bool is_heading_of_years(const PageLine& line) {
    return line.kind == LineKind::byline && line.byline->published &&
           line.byline->published->precision < DatePrecision::day;
  }

  static bool closes(LineKind kind) {
    return kind == LineKind::page_end || kind == LineKind::syndication || kind == LineKind::promotion ||
           kind == LineKind::ornament;
  }

  /// Takes what a line says about the article; the first that says something counts.
  bool harvest(const PageLine& line) {
    switch (line.kind) {
      case LineKind::byline:
      case LineKind::comments:
        take_byline(*line.byline);
        return true;
      case LineKind::tags:
        take_tags(line);
        return true;
      case LineKind::syndication:
        take_syndication(*line.syndication);
        return true;
      default:
        return false;
    }
  }

  void take_byline(const Byline& byline) {
    if (!article().date) article().date = byline.published;
    if (!article().updated) article().updated = byline.updated;
    if (!article().comments) article().comments = byline.comments;
    if (article().authors.empty() && !byline.author.empty()) article().authors.push_back(byline.author);
  }

  void take_tags(const PageLine& line) {
    const auto label = leading_phrase(line.key);
    std::string_view rest = label ? behind_phrase(line.text, label->bytes) : std::string_view();
    while (!rest.empty()) {
      constexpr std::string_view comma = "\u060C";
      const std::size_t at = std::min({rest.find_first_of(",|#;"), rest.find(comma), rest.size()});
      if (const auto tag = trimmed(rest.substr(0, at)); !tag.empty()) article().tags.emplace_back(tag);
      rest.remove_prefix(std::min(at + (rest.substr(at).starts_with(comma) ? comma.size() : 1), rest.size()));
    }
  }

  void take_syndication(const Syndication& syndication) {
    if (article().source.empty()) article().source = syndication.source;
    if (article().title.empty()) article().title = syndication.title;
  }

  /// A shortened link can be asked nowhere where it leads: it is another name, never the address.
  void keep_address(const PageLine& line) {
    if (is_link_shortener(host_of(line.key))) {
      article().alias_urls.push_back(line.text);
    } else if (article().url.empty()) {
      article().url = line.text;
    }
  }

  /// When the passes would let most of the prose go they have misread the page: then all of it stays.
  void keep_most_prose() {
    std::size_t all = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].prose) continue;
      all += lines_[i].letters;
      kept += kept_[i] ? lines_[i].letters : 0;
    }
    if (kept * 100 >= all * percent_of_prose_kept) return;
    page_.kept_whole = true;
    for (std::size_t i = body_begin_; i < lines_.size(); ++i)
      kept_[i] = kept_[i] || is_text(lines_[i].kind) || lines_[i].kind == LineKind::outside;
  }

  void assemble() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (kept_[i]) {
        article().text.append(article().text.empty() ? "" : "\n").append(lines_[i].text);
      } else {
        page_.dropped.push_back({.number = lines_[i].number, .kind = lines_[i].kind, .text = lines_[i].text});
      }
    }
  }

  std::vector<PageLine> lines_;
  std::vector<bool> kept_;
  TextPage page_;
  bool arabic_ = true;
  bool ended_ = false;          ///< something of the site was met behind the last sentence
  bool closed_ = false;         ///< and it was such that no sentence of the article follows
  std::size_t body_begin_ = 0;  ///< behind the title
  std::size_t first_prose_ = 0;
  std::size_t last_prose_ = 0;
  std::size_t end_ = 0;  ///< the first line that is the site's for certain
};

}  // namespace

TextPage read_text_page(std::string_view text) { return PageArticle(read_page_lines(text)).read(); }

}  // namespace fihrist
