// SPDX-License-Identifier: GPL-3.0-or-later
// ICU's alphabetic index knows the letters; its collator, their order.
#include "web/letter_index.hpp"

#include <unicode/alphaindex.h>
#include <unicode/coll.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

#include "analysis/filing_form.hpp"
#include "web/icu_text.hpp"

namespace fihrist {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no alphabets: its data package is missing");
}

/// Both are immutable once made, and dear to make.
struct Alphabet {
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> index;
};

Alphabet make_alphabet() {
  UErrorCode status = U_ZERO_ERROR;
  Alphabet alphabet;
  const icu::Locale arabic("ar");
  alphabet.collator.reset(icu::Collator::createInstance(arabic, status));
  icu::AlphabeticIndex index(arabic, status);
  index.addLabels(icu::Locale::getEnglish(), status);
  check(status);
  alphabet.index.reset(index.buildImmutableIndex(status));
  check(status);
  return alphabet;
}

const Alphabet& alphabet() {
  static const Alphabet made = make_alphabet();
  return made;
}

/// The place of a name among the letters; past all of them for what begins with none.
int32_t bucket_of(const icu::UnicodeString& name) {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t bucket = alphabet().index->getBucketIndex(name, status);
  check(status);
  const auto* row = alphabet().index->getBucket(bucket);
  return row != nullptr && row->getLabelType() == U_ALPHAINDEX_NORMAL ? bucket
                                                                      : alphabet().index->getBucketCount();
}

std::string letter_of(int32_t bucket) {
  std::string letter;
  const auto* row = alphabet().index->getBucket(bucket);
  return row == nullptr ? letter : row->getLabel().toUTF8String(letter);
}

struct Filed {
  std::string key;  ///< of the collator: compares as bytes
  const FacetValue* name;
};

std::string sort_key_of(const icu::UnicodeString& text) {
  const int32_t size = alphabet().collator->getSortKey(text, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  alphabet().collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), size);
  return key;
}

}  // namespace

std::vector<LetterGroup> by_letter(const std::vector<FacetValue>& names) {
  std::map<int32_t, std::vector<Filed>> buckets;
  for (const FacetValue& name : names) {
    const icu::UnicodeString form = to_icu(filing_form(name.value));
    buckets[bucket_of(form)].push_back({sort_key_of(form), &name});
  }
  std::vector<LetterGroup> groups;
  for (auto& [bucket, filed] : buckets) {
    std::sort(filed.begin(), filed.end(), [](const Filed& a, const Filed& b) { return a.key < b.key; });
    LetterGroup group{.letter = letter_of(bucket)};
    for (const Filed& one : filed) group.names.push_back(*one.name);
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace fihrist
