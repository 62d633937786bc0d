// SPDX-License-Identifier: GPL-3.0-or-later
// Annotations name elements; the wanted text is derived from the page itself.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "bench/extraction/measure.hpp"
#include "bench/extraction/shingles.hpp"
#include "indexer/extraction/block_text.hpp"
#include "indexer/extraction/page_encoding.hpp"
#include "indexer/extraction/page_tree.hpp"
#include "indexer/extraction/web_page.hpp"

namespace fihrist::bench {
namespace {

struct Annotation {
  std::string path;
  std::vector<std::string> bodies;  ///< empty: the page is no article
  std::vector<std::string> left_out;
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<Annotation> load(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Annotation> annotations;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.size() < 2) throw std::runtime_error("no tab in: " + line);
    Annotation one{.path = fields[0]};
    if (fields[1] != "-") one.bodies = split(fields[1], ' ');
    if (fields.size() > 2) one.left_out = split(fields[2], ' ');
    annotations.push_back(std::move(one));
  }
  return annotations;
}

bool has_class(std::string_view classes, std::string_view wanted) {
  for (const std::string& one : split(classes, ' '))
    if (one == wanted) return true;
  return false;
}

/// "tag", "tag.class", ".class", "#id".
bool matches(const PageTree& tree, NodeIndex node, std::string_view selector) {
  if (tree.tag(node) == Tag::text) return false;
  if (selector.starts_with('#')) return tree.attribute(node, Attribute::id) == selector.substr(1);
  const std::size_t dot = std::min(selector.find('.'), selector.size());
  if (dot > 0 && name_of(tree.tag(node)) != selector.substr(0, dot)) return false;
  return dot == selector.size() ||
         has_class(tree.attribute(node, Attribute::klass), selector.substr(dot + 1));
}

bool matches_any(const PageTree& tree, NodeIndex node, const std::vector<std::string>& selectors) {
  return std::any_of(selectors.begin(), selectors.end(),
                     [&](const std::string& selector) { return matches(tree, node, selector); });
}

std::string wanted_text(const PageTree& tree, const Annotation& annotation) {
  MarkedPage page(tree);
  for (NodeIndex node = 0; node < tree.size(); ++node)
    if (matches_any(tree, node, annotation.left_out)) page.drop(node, DropReason::outside);
  std::string text;
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (!matches_any(tree, node, annotation.bodies)) continue;
    for (const TextBlock& block : text_blocks(page, node)) text += block.text + "\n";
    node = tree[node].end - 1;
  }
  return text;
}

struct Outcome {
  std::string path;
  bool article = true;  ///< the page has one
  bool read = false;    ///< one was read
  Overlap overlap;
};

Outcome outcome_of(const Annotation& annotation, const std::string& html) {
  Outcome outcome{.path = annotation.path, .article = !annotation.bodies.empty()};
  const WebPageResult result = read_web_page({.bytes = html});
  const auto* const read = std::get_if<ReadArticle>(&result);
  outcome.read = read != nullptr;
  if (!outcome.article) return outcome;
  const auto tree = parse_page(decode_page(html, {}).text);
  if (!tree) throw std::runtime_error("cannot be parsed: " + annotation.path);
  const std::string wanted = wanted_text(*tree, annotation);
  if (wanted.empty()) throw std::runtime_error("the annotation names nothing in: " + annotation.path);
  outcome.overlap = compare(wanted, read == nullptr ? std::string() : read->article.text);
  return outcome;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path.string());
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

void print_each(std::vector<Outcome> outcomes) {
  std::stable_sort(outcomes.begin(), outcomes.end(), [](const Outcome& left, const Outcome& right) {
    return f1_of(left.overlap) < f1_of(right.overlap);
  });
  for (const Outcome& one : outcomes)
    if (one.article)
      fmt::print("{:.3f}  surplus {:.3f}  missed {:.3f}  {}\n", f1_of(one.overlap), one.overlap.surplus,
                 one.overlap.missed, one.path);
}

}  // namespace

bool measure_annotated(const AnnotatedRequest& request) {
  std::vector<Outcome> outcomes;
  for (const Annotation& annotation : load(request.annotations))
    outcomes.push_back(outcome_of(annotation, content_of(request.pages / annotation.path)));
  if (request.each) print_each(outcomes);
  std::vector<Overlap> overlaps;
  std::size_t lists = 0;
  std::size_t lists_known = 0;
  for (const Outcome& one : outcomes) {
    if (one.article) overlaps.push_back(one.overlap);
    lists += one.article ? 0U : 1U;
    lists_known += one.article || one.read ? 0U : 1U;
  }
  const Quality quality = quality_of(overlaps);
  fmt::print(
      "articles {}  F1 {:.4f}  precision {:.4f}  recall {:.4f}  pages without an article {}, known as such "
      "{}\n",
      overlaps.size(), quality.f1, quality.precision, quality.recall, lists, lists_known);
  return quality.f1 >= request.floor && lists == lists_known;
}

}  // namespace fihrist::bench
