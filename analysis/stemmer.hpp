// SPDX-License-Identifier: GPL-3.0-or-later
// The light stemmer: clitics, the article, possessives, number and gender endings.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/evidence.hpp"
#include "analysis/word_tables.hpp"

namespace fihrist {

/// Maps a folded word to the key that its forms share. Implementations are immutable and thread-safe.
class Stemmer {
 public:
  virtual ~Stemmer() = default;
  /// The stem of a folded word (Token::text). `hamza` is Token::hamza of the occurrence, or the majority
  /// of the word's occurrences. Never empty for a non-empty word. Words that are not Arabic letters only
  /// come back as they are, but for English plurals of a commoner word (iphones -> iphone).
  virtual std::string stem(std::string_view word, bool hamza, const Evidence& evidence) const = 0;
};

/// Our stemmer: light, and guided by what the collection attests (docs/arabic.md tells each step):
///   1 article      وبالشبكات -> شبكات, but ألعاب and التقاط keep theirs
///   2 attestation  when ال + word is in the collection the word has no proclitic: وحدة, ويندوز, بنك
///   3 proclitics   و ف, then ب ل ك, or س before a verb: only if the rest is attested
///   4 possessives  بياناتنا -> بيانات, شبكتها -> شبكه: only if the rest is attested
///   5 endings      ات ان ون ين ه ي …: مستخدمين -> مستخدم
/// Broken plurals and names are joined at query time (word_tables.hpp), not here.
std::unique_ptr<const Stemmer> make_light_stemmer();
/// The same over other tables, which must outlive it.
std::unique_ptr<const Stemmer> make_light_stemmer(const WordTables& tables);

}  // namespace fihrist
