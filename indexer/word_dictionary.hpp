// SPDX-License-Identifier: GPL-3.0-or-later
// A dictionary of Arabic that the machine may have, and the evidence of a collection with it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "analysis/evidence.hpp"

namespace fihrist {

/// Words of a Hunspell dictionary (hunspell(5): a line of the number of entries, then `word/FLAGS` lines),
/// folded as texts are. What its flags would derive is not made: the stemmer asks for bare words.
class WordDictionary {
 public:
  WordDictionary() = default;
  /// Empty when there is no such file: the dictionary is a help and no condition. It must be of UTF-8;
  /// entries that are no words of two Arabic letters or more are passed over.
  explicit WordDictionary(const std::filesystem::path& file);

  bool holds(std::string_view word) const { return words_.contains(std::string(word)); }
  std::size_t size() const noexcept { return words_.size(); }

 private:
  std::unordered_set<std::string> words_;
};

/// What a collection knows, and besides that a word of the dictionary as if one more article held it: enough
/// to be a word at all where the collection is too small to have met it, too little to overrule a large one.
/// Both must outlive it.
class DictionaryEvidence final : public Evidence {
 public:
  DictionaryEvidence(const Evidence& collection, const WordDictionary& dictionary)
      : collection_(collection), dictionary_(dictionary) {}

  std::uint32_t document_frequency(std::string_view word) const override {
    return collection_.document_frequency(word) + (dictionary_.holds(word) ? 1 : 0);
  }
  std::uint32_t definite_frequency(std::string_view word) const override {
    return collection_.definite_frequency(word);
  }
  std::uint32_t hamza_frequency(std::string_view word) const override {
    return collection_.hamza_frequency(word);
  }
  double hamza_below_share(std::string_view word) const override {
    return collection_.hamza_below_share(word);
  }

 private:
  const Evidence& collection_;
  const WordDictionary& dictionary_;
};

}  // namespace fihrist
