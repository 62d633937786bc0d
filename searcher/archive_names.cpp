// SPDX-License-Identifier: GPL-3.0-or-later
// Joins names by their spellings, in the order in which one may overrule another.
#include "searcher/archive_names.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "analysis/fold.hpp"
#include "searcher/served_generation.hpp"

namespace fihrist {
namespace {

bool holds(const SourcedName& name, const std::string& text) {
  return std::any_of(name.begin(), name.end(), [&](const auto& one) { return one.spelling.text == text; });
}

std::unordered_set<std::string> removed_by(const std::vector<OwnName>& own) {
  std::unordered_set<std::string> removed;
  for (const OwnName& row : own)
    if (row.removed)
      for (const auto* spellings : {&row.latin, &row.arabic})
        for (const std::string& spelling : *spellings) removed.insert(fold_key(spelling));
  return removed;
}

class Joiner {
 public:
  void add_shipped(const WordTables& tables) {
    for (const auto& group : tables.name_groups()) {
      SourcedName name;
      for (const NameSpelling& spelling : group) {
        name.push_back({.spelling = spelling});
        name_of_.emplace(spelling.text, names_.size());
      }
      names_.push_back(std::move(name));
    }
  }

  /// To be called before names are removed and joined.
  void add_mined(const MinedName& mined) {
    const auto latin = name_of_.find(mined.latin), arabic = name_of_.find(mined.arabic);
    if (latin != name_of_.end() && arabic != name_of_.end()) return;
    if (latin != name_of_.end()) return put_mined(latin->second, mined.arabic, false);
    if (arabic != name_of_.end()) return put_mined(arabic->second, mined.latin, true);
    names_.emplace_back();
    put_mined(names_.size() - 1, mined.latin, true);
    put_mined(names_.size() - 1, mined.arabic, false);
  }

  void remove(const std::unordered_set<std::string>& removed) {
    if (removed.empty()) return;
    for (SourcedName& name : names_)
      std::erase_if(name, [&](const SourcedSpelling& one) { return removed.contains(one.spelling.text); });
  }

  void add_own(const OwnName& row) {
    SourcedName name = spellings_of(row);
    for (SourcedName& other : names_) {
      const bool shared = std::any_of(other.begin(), other.end(),
                                      [&](const auto& one) { return holds(name, one.spelling.text); });
      if (!shared) continue;
      for (SourcedSpelling& one : other)
        if (!holds(name, one.spelling.text)) name.push_back(std::move(one));
      other.clear();
    }
    names_.push_back(std::move(name));
  }

  std::vector<SourcedName> take() {
    std::erase_if(names_, [](const SourcedName& name) { return name.size() < 2; });
    return std::move(names_);
  }

 private:
  void put_mined(std::size_t name, const std::string& text, bool latin) {
    names_[name].push_back({.spelling = {.text = text, .latin = latin}, .source = NameSource::mined});
    name_of_.emplace(text, name);
  }

  static SourcedName spellings_of(const OwnName& row) {
    SourcedName name;
    for (const auto* spellings : {&row.latin, &row.arabic})
      for (const std::string& spelling : *spellings)
        if (std::string text = fold_key(spelling); !holds(name, text))
          name.push_back({.spelling = {.text = std::move(text), .latin = spellings == &row.latin},
                          .source = NameSource::own});
    for (const std::string& flag : row.ambiguous)
      for (SourcedSpelling& one : name)
        if (one.spelling.text == fold_key(flag)) one.spelling.ambiguous = true;
    return name;
  }

  std::vector<SourcedName> names_;
  std::unordered_map<std::string, std::size_t> name_of_;
};

}  // namespace

std::vector<SourcedName> names_together(const WordTables& tables, const ArchiveNames& names) {
  const auto removed = removed_by(names.own);
  Joiner joiner;
  joiner.add_shipped(tables);
  for (const MinedName& mined : names.mined)
    if (is_certain(mined) && !removed.contains(mined.latin) && !removed.contains(mined.arabic))
      joiner.add_mined(mined);
  joiner.remove(removed);
  for (const OwnName& row : names.own)
    if (!row.removed) joiner.add_own(row);
  return joiner.take();
}

ArchiveNames read_archive_names(const std::filesystem::path& archive) {
  const ArchiveLayout layout(archive);
  return guarded("the index cannot be read", [&] {
    return names_in(open_served_generation(layout), read_own_names(layout.names()).rows());
  });
}

}  // namespace fihrist
