// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of html5lib: the tree of the guarded parser, written as they write it.
#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "bench/extraction/measure.hpp"
#include "indexer/extraction/guarded_gumbo.hpp"

namespace fihrist::bench {
namespace {

struct TreeTest {
  std::string data;
  std::string fragment;  ///< "div", "svg path"; empty: a whole page
  std::string tree;
  bool scripting = false;  ///< asks for scripts to be enabled, which this parser has no mode for
};

std::vector<TreeTest> tests_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<TreeTest> tests;
  std::string section;
  for (std::string line; std::getline(file, line);) {
    // A section begins with '#' and a word that is known; data may hold other lines with '#'.
    if (line == "#data") tests.emplace_back();
    if (line == "#data" || line == "#errors" || line == "#new-errors" || line == "#document-fragment" ||
        line == "#document" || line == "#script-on" || line == "#script-off") {
      section = line;
      if (line == "#script-on") tests.back().scripting = true;
      continue;
    }
    if (section == "#data") tests.back().data += line + "\n";
    if (section == "#document-fragment") tests.back().fragment = line;
    if (section == "#document") tests.back().tree += line + "\n";
  }
  for (TreeTest& test : tests) {
    if (!test.data.empty()) test.data.pop_back();
    while (test.tree.ends_with("\n\n")) test.tree.pop_back();
  }
  return tests;
}

std::string_view prefix_of(GumboNamespaceEnum space) {
  if (space == GUMBO_NAMESPACE_SVG) return "svg ";
  return space == GUMBO_NAMESPACE_MATHML ? "math " : "";
}

std::string name_of(const GumboElement& element) {
  std::string name = gumbo_normalized_tagname(element.tag);
  if (!name.empty() && element.tag_namespace != GUMBO_NAMESPACE_SVG) return name;
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string written(piece.data, piece.length);
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
    const char* const normal = gumbo_normalize_svg_tagname(&piece);
    if (normal != nullptr) return normal;
  }
  std::transform(written.begin(), written.end(), written.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return name.empty() ? written : name;
}

std::string attribute_name(const GumboAttribute& attribute) {
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return std::string("xlink ") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_XML:
      return std::string("xml ") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_XMLNS:
      return std::string("xmlns ") + attribute.name;
    default:
      return attribute.name;
  }
}

/// Writes a tree; the tests are not deep, so that recursion is safe.
class TreeWriter {
 public:
  std::string write(const GumboNode& document) {
    const GumboDocument& it = document.v.document;
    if (it.has_doctype) write_doctype(it);
    write_children(it.children, 0);
    return tree_;
  }

  std::string write_fragment(const GumboNode& document) {
    // The root that gumbo gives a fragment is no part of it.
    const GumboVector& roots = document.v.document.children;
    for (unsigned i = 0; i < roots.length; ++i) {
      const auto* const root = static_cast<const GumboNode*>(roots.data[i]);
      if (root->type == GUMBO_NODE_ELEMENT) write_children(root->v.element.children, 0);
    }
    return tree_;
  }

 private:
  void line(unsigned depth, const std::string& text) {
    tree_ += "| " + std::string(depth * 2U, ' ') + text + "\n";
  }

  void write_doctype(const GumboDocument& it) {
    const std::string name = it.name;
    const std::string ids = *it.public_identifier == 0 && *it.system_identifier == 0
                                ? std::string()
                                : fmt::format(" \"{}\" \"{}\"", it.public_identifier, it.system_identifier);
    line(0, "<!DOCTYPE " + name + ids + ">");
  }

  /// Text nodes side by side are one text, as they are to the extractor: gumbo begins a new node where text
  /// of a table goes in front of it, the standard goes on with the one that is there.
  void write_children(const GumboVector& children, unsigned depth) {
    std::string text;
    const auto end_text = [&] {
      if (!text.empty()) line(depth, '"' + text + '"');
      text.clear();
    };
    for (unsigned i = 0; i < children.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(children.data[i]);
      if (is_text(node)) {
        text += node.v.text.text;
        continue;
      }
      end_text();
      if (node.type == GUMBO_NODE_COMMENT)
        line(depth, std::string("<!-- ") + node.v.text.text + " -->");
      else
        write_element(node, depth);
    }
    end_text();
  }

  static bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
           node.type == GUMBO_NODE_WHITESPACE;
  }

  void write_element(const GumboNode& node, unsigned depth) {
    const GumboElement& element = node.v.element;
    line(depth, "<" + std::string(prefix_of(element.tag_namespace)) + name_of(element) + ">");
    std::vector<std::string> attributes;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      attributes.push_back(attribute_name(attribute) + "=\"" + attribute.value + "\"");
    }
    std::sort(attributes.begin(), attributes.end());
    for (const std::string& attribute : attributes) line(depth + 1, attribute);
    if (node.type == GUMBO_NODE_TEMPLATE) line(++depth, "content");
    write_children(element.children, depth + 1);
  }

  std::string tree_;
};

FragmentContext context_of(std::string_view fragment) {
  FragmentContext context;
  for (const auto space : {GUMBO_NAMESPACE_SVG, GUMBO_NAMESPACE_MATHML})
    if (const std::string_view prefix = prefix_of(space); fragment.starts_with(prefix)) {
      context.space = space;
      fragment.remove_prefix(prefix.size());
    }
  if (!fragment.empty()) context.tag = gumbo_tag_enum(std::string(fragment).c_str());
  return context;
}

/// Nothing when the parser ran out of its budget.
std::optional<std::string> tree_of(const TreeTest& test) {
  std::optional<std::string> tree;
  parse_guarded(
      test.data, {},
      [&](const GumboNode& document) {
        tree = test.fragment.empty() ? TreeWriter().write(document) : TreeWriter().write_fragment(document);
      },
      context_of(test.fragment));
  return tree;
}

}  // namespace

bool measure_tree_construction(const std::filesystem::path& folder, double floor, bool each) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".dat") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t passed = 0;
  std::size_t all = 0;
  for (const auto& path : files)
    for (const TreeTest& test : tests_of(path)) {
      if (test.scripting) continue;
      ++all;
      const std::optional<std::string> tree = tree_of(test);
      const bool good = tree == test.tree;
      passed += good ? 1U : 0U;
      if (each && !good)
        fmt::print("{}: {}\nexpected {}\n{}got\n{}\n", path.filename().string(), test.data, test.fragment,
                   test.tree, tree.value_or("out of budget\n"));
    }
  const double share = all == 0 ? 0 : static_cast<double>(passed) / static_cast<double>(all);
  fmt::print("tests {}  passed {}  share {:.4f}\n", all, passed, share);
  return all > 0 && share >= floor;
}

}  // namespace fihrist::bench
