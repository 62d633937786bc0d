// SPDX-License-Identifier: GPL-3.0-or-later
// Facets out of packed values.
#include "searcher/facet_counter.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "analysis/fold.hpp"
#include "schema/facet_values.hpp"

namespace fihrist {
namespace {

/// Counts of one facet by the spelling that was met.
class Tally {
 public:
  void add(const std::string& value, std::uint64_t count) {
    if (!value.empty()) spellings_[value] += count;
  }

  std::vector<FacetValue> most_frequent(std::size_t limit) const {
    struct Name {
      FacetValue shown;
      std::uint64_t shown_count = 0;
    };
    std::unordered_map<std::string, Name> names;
    for (const auto& [spelling, count] : spellings_) {
      Name& name = names[fold_key(spelling)];
      name.shown.count += count;
      const bool commoner =
          count > name.shown_count || (count == name.shown_count && spelling < name.shown.value);
      if (!commoner) continue;
      name.shown.value = spelling;
      name.shown_count = count;
    }
    std::vector<FacetValue> values;
    for (auto& [key, name] : names) values.push_back(std::move(name.shown));
    std::sort(values.begin(), values.end(), [](const FacetValue& left, const FacetValue& right) {
      return left.count != right.count ? left.count > right.count : left.value < right.value;
    });
    if (values.size() > limit) values.resize(limit);
    return values;
  }

 private:
  std::unordered_map<std::string, std::uint64_t> spellings_;
};

}  // namespace

void FacetCounter::operator()(const Xapian::Document& document, double) {
  ++counts_[document.get_value(slot_number(Slot::facets))];
}

void FacetCounter::add(const Xapian::ValueCountMatchSpy& counted) {
  for (auto value = counted.values_begin(); value != counted.values_end(); ++value)
    counts_[*value] += value.get_termfreq();
}

Facets FacetCounter::facets(std::size_t most_names) const {
  std::map<std::int16_t, std::uint64_t> years;
  std::map<std::pair<std::int16_t, std::uint8_t>, std::uint64_t> months;
  Tally authors, sources, tags;
  for (const auto& [packed, count] : counts_) {
    const FacetValues values = unpack_facets(packed);
    years[values.year] += count;
    if (values.month != 0) months[{values.year, values.month}] += count;
    sources.add(values.source, count);
    for (const std::string& author : values.authors) authors.add(author, count);
    for (const std::string& tag : values.tags) tags.add(tag, count);
  }
  Facets facets{.author = authors.most_frequent(most_names),
                .source = sources.most_frequent(most_names),
                .tag = tags.most_frequent(most_names)};
  for (auto month = months.rbegin(); month != months.rend(); ++month)
    facets.month.push_back(
        {fmt::format("{:04}-{:02}", month->first.first, month->first.second), month->second});
  for (auto year = years.rbegin(); year != years.rend(); ++year)
    if (year->first != 0) facets.year.push_back({fmt::format("{}", year->first), year->second});
  if (const auto undated = years.find(0); undated != years.end())
    facets.year.push_back({"undated", undated->second});
  return facets;
}

}  // namespace fihrist
