// SPDX-License-Identifier: GPL-3.0-or-later
// Three languages, each by its library, into one map; and lines where the library refuses.
#include "indexer/readers/front_matter.hpp"

#include <toml++/toml.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "analysis/ascii.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::json;
using Values = std::map<std::string, std::vector<std::string>>;

/// Tables that stand for a text are authors and categories with a link or picture beside the name.
constexpr std::string_view naming_keys[] = {"name", "title"};

void add(std::vector<std::string>& values, std::string_view value) {
  if (const std::string line = tidy_line(value); !line.empty()) values.push_back(line);
}

// Each add() takes what a library has for a value, one level of lists and tables deep.

void add(std::vector<std::string>& values, const YAML::Node& node) {
  if (node.IsScalar()) return add(values, std::string_view(node.Scalar()));
  if (node.IsSequence())
    for (const YAML::Node& one : node)
      if (!one.IsSequence()) add(values, one);
  if (!node.IsMap()) return;
  for (const std::string_view key : naming_keys)
    if (const YAML::Node named = node[std::string(key)]; named && named.IsScalar())
      return add(values, std::string_view(named.Scalar()));
}

void add(std::vector<std::string>& values, const Json& value) {
  if (value.is_string()) return add(values, std::string_view(value.get_ref<const std::string&>()));
  if (value.is_boolean() || value.is_number()) return add(values, std::string_view(value.dump()));
  if (value.is_array())
    for (const Json& one : value)
      if (!one.is_array()) add(values, one);
  if (!value.is_object()) return;
  for (const std::string_view key : naming_keys)
    if (const auto named = value.find(key); named != value.end() && named->is_string())
      return add(values, *named);
}

void add(std::vector<std::string>& values, const toml::node& node) {
  if (const auto* text = node.as_string()) return add(values, std::string_view(text->get()));
  if (const auto* list = node.as_array()) {
    for (const toml::node& one : *list)
      if (!one.is_array()) add(values, one);
  } else if (const auto* table = node.as_table()) {
    for (const std::string_view key : naming_keys)
      if (const auto* named = table->get_as<std::string>(key))
        return add(values, std::string_view(named->get()));
  } else {
    std::ostringstream written;
    written << toml::node_view<const toml::node>(node);
    add(values, std::string_view(written.str()));
  }
}

bool read_yaml(std::string_view block, Values& values) {
  try {
    const YAML::Node root = YAML::Load(std::string(block));
    if (!root.IsMap()) return root.IsNull();
    for (const auto& entry : root)
      if (entry.first.IsScalar()) add(values[lower_ascii(entry.first.Scalar())], entry.second);
    return true;
  } catch (const YAML::Exception&) {
    return false;
  }
}

bool read_toml(std::string_view block, Values& values) {
  try {
    const toml::table root = toml::parse(block);
    for (const auto& [key, node] : root) add(values[lower_ascii(key.str())], node);
    return true;
  } catch (const toml::parse_error&) {
    return false;
  }
}

std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  const bool quoted =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

void add_line_value(std::vector<std::string>& values, std::string_view value) {
  value = trimmed(value);
  if (!value.starts_with('[') || !value.ends_with(']')) return add(values, without_quotes(value));
  value = value.substr(1, value.size() - 2);
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    add(values, without_quotes(value.substr(begin, end - begin)));
    begin = end + 1;
  }
}

/// «key: rest of the line» and «- item» below it; indented keys belong to tables and are left out.
void read_lines(std::string_view block, char between, Values& values) {
  std::vector<std::string>* at_hand = nullptr;
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    const std::string_view text = trimmed(line);
    const std::size_t at = text.find(between);
    if (text.starts_with("- ") && at_hand != nullptr)
      add_line_value(*at_hand, text.substr(2));
    else if (!text.empty() && line.front() != ' ' && line.front() != '\t' && at != std::string_view::npos)
      add_line_value(*(at_hand = &values[lower_ascii(trimmed(text.substr(0, at)))]), text.substr(at + 1));
  }
}

struct Block {
  std::string_view text;
  std::size_t end = 0;
};

/// Between two lines that hold the mark and nothing else; YAML also ends with "...".
std::optional<Block> marked_block(std::string_view text, std::string_view mark) {
  if (!text.starts_with(mark)) return std::nullopt;
  std::size_t at = std::min(text.find('\n'), text.size());
  if (trimmed(text.substr(mark.size(), at - mark.size())) != "") return std::nullopt;
  const std::size_t begin = std::min(at + 1, text.size());
  for (at = begin; at < text.size() && at < longest_front_matter;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (line == mark || (mark == "---" && line == "..."))
      return Block{.text = text.substr(begin, at - begin), .end = std::min(end + 1, text.size())};
    at = end + 1;
  }
  return std::nullopt;
}

/// Where the object that the text begins with ends; nothing when it does not.
std::optional<std::size_t> object_end(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size() && at < longest_front_matter; ++at) {
    const char c = text[at];
    if (in_string && c == '\\') {
      ++at;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '{' || c == '}')) {
      depth += c == '{' ? 1 : -1;
      if (depth == 0) return at + 1;
    }
  }
  return std::nullopt;
}

bool read_json(std::string_view block, Values& values) {
  const Json root = Json::parse(block, nullptr, false);
  if (!root.is_object()) return false;
  for (const auto& [key, value] : root.items()) add(values[lower_ascii(key)], value);
  return true;
}

}  // namespace

std::string_view FrontMatter::first_of(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys)
    if (const auto found = values.find(std::string(key)); found != values.end() && !found->second.empty())
      return found->second.front();
  return {};
}

std::vector<std::string> FrontMatter::all_of(std::initializer_list<std::string_view> keys) const {
  std::vector<std::string> all;
  for (const std::string_view key : keys)
    if (const auto found = values.find(std::string(key)); found != values.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
  return all;
}

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter matter;
  if (const auto yaml = marked_block(text, "---")) {
    matter.kind = FrontMatterKind::yaml;
    matter.bytes = yaml->end;
    matter.repaired = !read_yaml(yaml->text, matter.values);
    if (matter.repaired) matter.values.clear(), read_lines(yaml->text, ':', matter.values);
    // A rule of dashes above a text that happens to have another: no block, and nothing is to be lost.
    if (matter.repaired && matter.values.empty()) return {};
  } else if (const auto toml = marked_block(text, "+++")) {
    matter.kind = FrontMatterKind::toml;
    matter.bytes = toml->end;
    matter.repaired = !read_toml(toml->text, matter.values);
    if (matter.repaired) matter.values.clear(), read_lines(toml->text, '=', matter.values);
  } else if (const auto end = text.starts_with('{') ? object_end(text) : std::nullopt) {
    if (!read_json(text.substr(0, *end), matter.values)) return {};
    matter.kind = FrontMatterKind::json;
    matter.bytes = *end;
  }
  return matter;
}

}  // namespace fihrist
