// SPDX-License-Identifier: GPL-3.0-or-later
// How a name sounds, whichever script it is written in: what makes تويتر and Twitter comparable.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// The sounds of a folded word of Arabic or Latin letters; of several words, those of all, joined.
///   تويتر, twitter        code TTR
///   جوجل, غوغل, google    code KKL
///   أمازون, amazon        code AMSN
/// A code is the word's consonants, one letter a class (B = ب b p, F = ف f v, T = ت ط ث t th, D = د ض ذ ظ d,
/// K = ج غ ق ك گ خ g j k q c, S = س ص ز s z c(e), C = ش تش sh ch, R L M N, H = ه ح h; x = KS), behind an A
/// when the word begins with a vowel. What Latin letters stand for depends on the language, so that a Latin
/// word has several codes. A word with a character of neither script has no sounds. The idea is that of
/// Soundex for two scripts (Freeman, Condon, Ackerman, HLT-NAACL 2006).
class NameSounds {
 public:
  explicit NameSounds(std::string_view word);

  /// Likeliest first, each once; none for a word without sounds.
  std::vector<std::string> codes() const;

  /// From 0, the same sounds, to 1 and a little more. Weighted edits by the length of the longer word: a
  /// vowel costs .3, a doubled letter .1, letters of one class nothing. Of all readings of both words the
  /// pair that is nearest. 1 when one of the words has no sounds.
  double distance(const NameSounds& other) const;

 private:
  std::vector<std::string> readings_;
};

/// Consonants of a code: fewer than three are those of too many words to prove anything.
std::size_t consonants_in(std::string_view code);
inline constexpr std::size_t telling_consonants = 3;

/// Do the words share a code of at least `telling_consonants`?
bool sound_alike(const NameSounds& left, const NameSounds& right);

/// A folded Arabic word, then what is left of it without the article, conjunctions and prepositions that it
/// may begin with: وبتويتر, بتويتر, تويتر. Views of the word; at least two letters are left.
std::vector<std::string_view> without_clitics(std::string_view word);

}  // namespace fihrist
