// SPDX-License-Identifier: GPL-3.0-or-later
// Arabic written with Latin letters and digits, as in chats: 7asoub is حاسوب.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// The folded Arabic words that a reading may be. Asked many times for each word read, so answers should
/// cost about a look-up.
struct ArabiziVocabulary {
  virtual ~ArabiziVocabulary() = default;
  /// Does any word begin so? A word is a beginning of itself. Never asked of the empty text.
  virtual bool is_beginning(std::string_view folded) const = 0;
  /// How frequent a word is; 0 when it is not of the vocabulary.
  virtual std::uint32_t frequency(std::string_view folded) const = 0;
};

/// May a word of a query be Arabic in Latin letters? It has three ASCII letters or more, a vowel among them,
/// perhaps digits from 2 to 9, an apostrophe, and a hyphen behind an article (el-shabaka). Names of the
/// tables (google), units (5ghz), and terms that end in digits (mp3, h264, web3, windows7) are not. Plain
/// English words are not told from Arabizi here: ask only for words that the collection does not know.
bool may_be_arabizi(std::string_view word);

/// The words of the vocabulary that a Latin-written word may stand for, best first: by how usual the letters
/// are that were used for their sounds, then by frequency; at most `limit`.
///   7asoub -> حاسوب     shabaka -> شبكه     ta3allam -> تعلم     el-2amn -> الامن
///   2 ء ا (ق) · 3 ع · 3' غ · 4 ذ ش · 5 7' خ · 6 ط · 6' ظ · 7 ح · 8 ق غ · 9 ص ق · 9' ض
///   sh ch kh gh th dh and doubled consonants are one letter; short vowels are written or not; a at the end
///   is ه, ا or ي; el- al- and their like are ال, before sun letters too (ash-shams)
/// Costs a bounded number of questions, however long the word; thread-safe if the vocabulary is.
std::vector<std::string> arabizi_readings(std::string_view word, const ArabiziVocabulary& vocabulary,
                                          std::size_t limit = 3);

}  // namespace fihrist
