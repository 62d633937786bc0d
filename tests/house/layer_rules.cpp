// SPDX-License-Identifier: GPL-3.0-or-later
// The floors of the house as tables, and the judges of an include.
#include "tests/house/layer_rules.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <set>
#include <span>

namespace fihrist {
namespace {

using Names = std::span<const std::string_view>;

struct Floor {
  std::string_view room;
  std::array<std::string_view, 6> may_include;
};

constexpr std::array<Floor, 6> floors{{
    {"analysis", {"analysis"}},
    {"schema", {"schema", "analysis"}},
    {"indexer", {"indexer", "schema", "analysis"}},
    {"searcher", {"searcher", "schema", "analysis"}},
    {"web", {"web", "searcher", "schema", "analysis"}},
    {"cli", {"cli", "web", "indexer", "searcher", "schema", "analysis"}},
}};

/// Third parties that only some rooms may know.
struct Confined {
  std::string_view begins;
  std::array<std::string_view, 3> rooms;
};

constexpr std::array<Confined, 4> confined{{
    {"xapian", {"schema", "indexer", "searcher"}},
    {"httplib.h", {"web"}},
    {"unicode/", {"analysis", "indexer", "web"}},
    {"CLI/", {"cli"}},
}};

constexpr std::string_view xapian_guard = "schema/xapian_guard.hpp";

bool holds(Names names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::string_view room_of(std::string_view path) {
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

const Floor* floor_of(std::string_view path) {
  const auto* floor = std::ranges::find(floors, room_of(path), &Floor::room);
  return floor == floors.end() ? nullptr : floor;
}

std::string sentence(const Include& include, std::string_view reason) {
  return include.from + " includes " + include.name + ": " + std::string(reason);
}

bool shows_xapian(const Include& include) {
  return include.name == "xapian.h" || include.name.starts_with("xapian/") || include.name == xapian_guard;
}

bool is_header(std::string_view path) { return path.ends_with(".hpp"); }

/// Headers that include Xapian, straight or by another such header.
std::set<std::string> headers_with_xapian(const std::vector<Include>& includes) {
  std::set<std::string> headers;
  for (std::size_t before = headers.size() + 1; before != headers.size();) {
    before = headers.size();
    for (const Include& include : includes)
      if (is_header(include.from) && (shows_xapian(include) || headers.contains(include.name)))
        headers.insert(include.from);
  }
  headers.erase(std::string(xapian_guard));
  return headers;
}

}  // namespace

std::vector<Include> includes_of(const SourceFile& file) {
  static const std::regex directive(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
  std::vector<Include> includes;
  for (const std::string& line : file.lines)
    if (std::smatch match; std::regex_search(line, match, directive))
      includes.push_back({.from = file.path, .name = match[2], .quoted = match[1] == "\""});
  return includes;
}

std::optional<std::string> breach_of_floor(const Include& include) {
  const Floor* floor = floor_of(include.from);
  if (floor == nullptr) return std::nullopt;
  if (include.quoted) {
    if (room_of(include.name).empty()) return sentence(include, "includes start at the root");
    if (!holds(floor->may_include, room_of(include.name)))
      return sentence(include, "an include points down or stays inside");
    return std::nullopt;
  }
  for (const Confined& library : confined)
    if (include.name.starts_with(library.begins) && !holds(library.rooms, floor->room))
      return sentence(include, "this library is confined to other rooms");
  if (include.name == "httplib.h" && is_header(include.from))
    return sentence(include, "it would show in a header");
  return std::nullopt;
}

std::vector<std::string> breaches_of_privacy(const std::vector<Include>& includes) {
  std::vector<std::string> breaches;
  const std::set<std::string> with_xapian = headers_with_xapian(includes);
  std::set<std::string> with_httplib;
  for (const Include& include : includes) {
    if (floor_of(include.from) == nullptr) continue;
    if (include.name == "httplib.h") with_httplib.insert(include.from);
    if (with_xapian.contains(include.name) && room_of(include.name) != room_of(include.from))
      breaches.push_back(sentence(include, "that header shows Xapian, which is private to its room"));
  }
  for (const std::string& header : with_xapian)
    if (room_of(header) == "schema")
      breaches.push_back(header + " shows Xapian: only " + std::string(xapian_guard) + " may");
  if (with_httplib.size() > 1)
    breaches.push_back("httplib.h is included by more than one file: " + *with_httplib.rbegin());
  return breaches;
}

}  // namespace fihrist
