// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a Hunspell word list.
#include "indexer/word_dictionary.hpp"

#include <fstream>

#include "analysis/fold.hpp"
#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

bool is_arabic_word(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters)
    if (!is_arabic_letter(next_code_point(word, at))) return false;
  return letters >= 2;
}

}  // namespace

WordDictionary::WordDictionary(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);  // how many entries follow
  while (std::getline(in, line)) {
    std::string word = fold_key(line.substr(0, line.find_first_of("/ \t\r")));
    if (is_arabic_word(word)) words_.insert(std::move(word));
  }
}

}  // namespace fihrist
