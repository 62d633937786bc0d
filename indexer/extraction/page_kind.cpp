// SPDX-License-Identifier: GPL-3.0-or-later
// Signs of lists, the surest first.
#include "indexer/extraction/page_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace fihrist {
namespace {

/// Fewer headings with links may be sections of an article that point elsewhere.
constexpr std::size_t fewest_linked_headings = 4;
constexpr double link_density_of_lists = 0.6;

constexpr std::array<std::string_view, 8> list_classes{"archive", "category", "tag",   "search-results",
                                                       "blog",    "author",   "paged", "error404"};
constexpr std::array<std::string_view, 5> article_classes{"single", "single-post", "page-template",
                                                          "singular", "item-view"};
constexpr std::array<std::string_view, 9> list_paths{"/tag/",        "/tags/",   "/category/",
                                                     "/categories/", "/author/", "/label/",
                                                     "/labels/",     "/search/", "/topics/"};
constexpr std::array<std::string_view, 4> list_parameters{"s=", "q=", "search=", "cat="};

template <typename Words>
bool has_class(std::string_view classes, const Words& words) {
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
    if (std::find(words.begin(), words.end(), classes.substr(0, end)) != words.end()) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

bool ends_with_page_number(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t digits = path.find_last_not_of("0123456789");
  return digits != std::string_view::npos && digits + 1 < path.size() &&
         path.substr(0, digits + 1).ends_with("/page/");
}

bool is_list_address(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return false;
  const std::size_t begin = url.find_first_of("/?", host + 3);
  if (begin == std::string_view::npos) return false;
  const std::string_view path = url.substr(begin, url.find_first_of("?#", begin) - begin);
  const auto in_path = [&](std::string_view part) { return path.find(part) != std::string_view::npos; };
  if (std::any_of(list_paths.begin(), list_paths.end(), in_path) || path == "/search" ||
      ends_with_page_number(path))
    return true;
  const std::size_t query = url.find('?', begin);
  if (query == std::string_view::npos) return false;
  const std::string_view parameters = url.substr(query + 1);
  return std::any_of(list_parameters.begin(), list_parameters.end(),
                     [&](std::string_view name) { return parameters.starts_with(name); });
}

bool looks_like_list(const MainContent& content) {
  std::size_t linked_headings = 0;
  std::size_t others = 0;
  double chars = 0;
  double link_chars = 0;
  for (const TextBlock& block : content.blocks) {
    const bool linked = is_heading(block.tag) && block.link_share > 0.9;
    linked_headings += linked ? 1U : 0U;
    others += is_heading(block.tag) || block.reason != DropReason::kept ? 0U : 1U;
    chars += static_cast<double>(block.text.size());
    link_chars += block.link_share * static_cast<double>(block.text.size());
  }
  if (linked_headings >= fewest_linked_headings && linked_headings * 2 >= others) return true;
  return link_chars > link_density_of_lists * chars;
}

}  // namespace

std::string_view kind_of_list(const PageTree& tree, const PageMetadata& metadata,
                              const MainContent& content) {
  for (NodeIndex node = 0; node < tree.size(); ++node)
    if (tree.tag(node) == Tag::frameset) return "a set of frames";
  if (metadata.kind == DeclaredKind::article) return {};
  if (metadata.kind == DeclaredKind::list) return "a list of articles, as its markup says";
  const std::string_view classes = tree.attribute(tree.body(), Attribute::klass);
  if (has_class(classes, list_classes) && !has_class(classes, article_classes))
    return "a list of articles, by the class of its body";
  if (is_list_address(metadata.article.url)) return "a list of articles, by its address";
  if (looks_like_list(content)) return "a list of articles, by its links";
  return {};
}

}  // namespace fihrist
