// SPDX-License-Identifier: GPL-3.0-or-later
// Counting pairs of spellings, and the bytes that keep them.
#include "schema/mined_names.hpp"

#include <algorithm>
#include <limits>

#include "schema/error.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

constexpr std::size_t articles_told_apart = 2;

[[noreturn]] void throw_damaged_names() {
  throw Error(ErrorCode::damaged, "the names of the index cannot be read",
              "Restore a copy of the archive, or move its index directory away and index the sources again.");
}

std::string take_string(std::string_view& bytes) {
  const auto text = take_text(bytes);
  if (!text) throw_damaged_names();
  return std::string(*text);
}

std::uint32_t take_number(std::string_view& bytes) {
  const auto number = take_varint(bytes);
  if (!number || *number > std::numeric_limits<std::uint32_t>::max()) throw_damaged_names();
  return static_cast<std::uint32_t>(*number);
}

void append_name(std::string& out, const MinedName& name) {
  append_text(out, name.latin);
  append_text(out, name.arabic);
  append_varint(out, name.bracketed);
  append_varint(out, name.adjacent);
  append_varint(out, name.distance);
  append_varint(out, name.articles.size());
  for (const std::string& article : name.articles) append_text(out, article);
}

MinedName take_name(std::string_view& bytes) {
  MinedName name{.latin = take_string(bytes)};
  name.arabic = take_string(bytes);
  name.bracketed = take_number(bytes);
  name.adjacent = take_number(bytes);
  name.distance = take_number(bytes);
  const std::uint32_t articles = take_number(bytes);
  if (articles > articles_told_apart) throw_damaged_names();
  for (std::uint32_t i = 0; i < articles; ++i) name.articles.push_back(take_string(bytes));
  return name;
}

bool has_more_evidence(const MinedName& left, const MinedName& right) {
  const auto evidence = [](const MinedName& name) { return 2 * name.bracketed + name.adjacent; };
  return evidence(left) > evidence(right);
}

}  // namespace

bool is_certain(const MinedName& name) {
  return name.bracketed > 0 || name.articles.size() == articles_told_apart;
}

void MinedNames::add(const MinedName& seen, const std::string& article) {
  MinedName& name = names_[{seen.latin, seen.arabic}];
  name.latin = seen.latin;
  name.arabic = seen.arabic;
  name.distance = seen.distance;
  name.bracketed += seen.bracketed;
  name.adjacent += seen.adjacent;
  auto& known = name.articles;
  if (known.size() < articles_told_apart && std::find(known.begin(), known.end(), article) == known.end())
    known.push_back(article);
}

std::vector<MinedName> MinedNames::list() const {
  std::vector<MinedName> list;
  list.reserve(names_.size());
  for (const auto& [spellings, name] : names_) list.push_back(name);
  return list;
}

std::string MinedNames::save() const {
  std::vector<MinedName> kept = list();
  std::stable_sort(kept.begin(), kept.end(), has_more_evidence);
  kept.resize(std::min(kept.size(), most_kept));
  std::string bytes;
  for (const MinedName& name : kept) append_name(bytes, name);
  return bytes;
}

MinedNames MinedNames::load(std::string_view bytes) {
  MinedNames names;
  while (!bytes.empty()) {
    MinedName name = take_name(bytes);
    names.names_.insert_or_assign({name.latin, name.arabic}, std::move(name));
  }
  return names;
}

}  // namespace fihrist
