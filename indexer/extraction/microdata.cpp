// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the elements of a page, then what fits best is taken.
#include "indexer/extraction/microdata.hpp"

#include <algorithm>
#include <string>

#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/byline.hpp"

namespace fihrist {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_title = 300;
constexpr std::string_view title_joints[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " / "};

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

class MicrodataReader {
 public:
  MicrodataReader(const PageTree& tree, PageMetadata& found) : tree_(tree), found_(found) {}

  void read() {
    Article& to = found_.article;
    const bool has_authors = !to.authors.empty();
    const bool has_tags = !to.tags.empty();
    for (NodeIndex node = tree_.body(); node < tree_.size(); ++node) {
      if (tree_.tag(node) == Tag::text) continue;
      read_dates(node);
      if (!has_authors) read_author(node);
      if (!has_tags && has_word(tree_.attribute(node, Attribute::rel), "tag"))
        add(to.tags, node, "tags", "rel=tag");
      read_title(node);
    }
    found_.fill_date(to.date, "date", first_time_, "<time datetime>");
    settle_title();
  }

 private:
  std::string value_of(NodeIndex node) const {
    for (const Attribute attribute : {Attribute::content, Attribute::datetime})
      if (const std::string_view value = tree_.attribute(node, attribute); !value.empty())
        return std::string(value);
    return tree_.all_text(node);
  }

  bool is_item(NodeIndex node, std::string_view property) const {
    return has_word(tree_.attribute(node, Attribute::itemprop), property);
  }
  bool is_class(NodeIndex node, std::string_view name) const {
    return has_word(tree_.attribute(node, Attribute::klass), name);
  }

  void read_dates(NodeIndex node) {
    Article& to = found_.article;
    if (is_item(node, "datePublished"))
      found_.fill_date(to.date, "date", value_of(node), "itemprop=datePublished");
    if (is_item(node, "dateModified"))
      found_.fill_date(to.updated, "updated", value_of(node), "itemprop=dateModified");
    if (is_class(node, "published") || is_class(node, "entry-date")) {
      found_.fill_date(to.date, "date", tree_.attribute(node, Attribute::title), "class=published");
      found_.fill_date(to.date, "date", value_of(node), "class=published");
    }
    if (tree_.tag(node) == Tag::time && first_time_.empty() && !is_class(node, "updated"))
      first_time_ = std::string(tree_.attribute(node, Attribute::datetime));
  }

  void read_author(NodeIndex node) {
    const bool named = is_item(node, "author") || has_word(tree_.attribute(node, Attribute::rel), "author") ||
                       is_class(node, "author") || is_class(node, "byline");
    if (!named || !found_.article.authors.empty()) return;
    std::string name = value_of(node);
    if (const auto byline = read_byline(name); byline && !byline->author.empty()) name = byline->author;
    if (count_code_points(name) > longest_name || parse_date(name)) return;
    add_text(found_.article.authors, name, "author", "itemprop, rel or class of an author");
  }

  void add(std::vector<std::string>& to, NodeIndex node, std::string_view field, std::string_view origin) {
    add_text(to, tree_.all_text(node), field, origin);
  }

  void add_text(std::vector<std::string>& to, const std::string& text, std::string_view field,
                std::string_view origin) {
    if (text.empty() || count_code_points(text) > longest_name ||
        std::find(to.begin(), to.end(), text) != to.end())
      return;
    if (to.empty()) found_.origins.push_back({std::string(field), std::string(origin)});
    to.push_back(text);
  }

  void read_title(NodeIndex node) {
    if (is_item(node, "headline") || is_class(node, "entry-title") || is_class(node, "post-title"))
      set_if_empty(named_title_, tree_.all_text(node));
    if (tree_.tag(node) == Tag::h1) set_if_empty(heading_, tree_.all_text(node));
  }

  static void set_if_empty(std::string& to, std::string value) {
    if (to.empty() && count_code_points(value) <= longest_title) to = std::move(value);
  }

  void settle_title() {
    Article& to = found_.article;
    found_.fill(to.title, "title", named_title_, "itemprop=headline or class=entry-title");
    for (NodeIndex node = 0; node < tree_.size() && to.title.empty(); ++node)
      if (tree_.tag(node) == Tag::title) title_from(tree_.all_text(node));
    found_.fill(to.title, "title", heading_, "<h1>");
    if (!to.title.empty()) to.title = without_site(to.title);
  }

  /// <title> often is the heading and the site's name.
  void title_from(const std::string& title) {
    const std::string key = fold_key(title);
    const std::string heading_key = fold_key(heading_);
    if (!heading_key.empty() && key.find(heading_key) != std::string::npos &&
        heading_key != fold_key(found_.article.source))
      found_.fill(found_.article.title, "title", heading_, "<h1>");
    found_.fill(found_.article.title, "title", title, "<title>");
  }

  std::string without_site(const std::string& title) const {
    const std::string source = fold_key(found_.article.source);
    if (source.empty()) return title;
    for (const std::string_view joint : title_joints) {
      const std::size_t last = title.rfind(joint);
      if (last != std::string::npos && last > 0 && fold_key(title.substr(last + joint.size())) == source)
        return title.substr(0, last);
      const std::size_t first = title.find(joint);
      if (first != std::string::npos && fold_key(title.substr(0, first)) == source)
        return title.substr(first + joint.size());
    }
    return title;
  }

  const PageTree& tree_;
  PageMetadata& found_;
  std::string first_time_;
  std::string named_title_;
  std::string heading_;
};

}  // namespace

void read_microdata(const PageTree& tree, PageMetadata& found) { MicrodataReader(tree, found).read(); }

}  // namespace fihrist
