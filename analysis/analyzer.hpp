// SPDX-License-Identifier: GPL-3.0-or-later
// The one analyser: indexing, querying and highlighting all go through it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/stemmer.hpp"
#include "analysis/token.hpp"

namespace fihrist {

/// Text to folded words, folded words to stems.
///   «وللمستخدمين هواتفُ Galaxy S8»
///   words()  وللمستخدمين · هواتف · galaxy · s8       (folded, offsets into the original)
///   stem()   مستخدم      · هواتف · galaxy · s8
/// Immutable; safe to share between threads.
class Analyzer {
 public:
  Analyzer();
  explicit Analyzer(std::unique_ptr<const Stemmer> stemmer);

  /// The words of a text, see tokenize().
  std::vector<Token> words(std::string_view text) const;
  /// Where they stand, see locate_words().
  std::vector<Token> places(std::string_view text) const;

  /// The stem of a folded word, see Stemmer::stem().
  std::string stem(std::string_view word, bool hamza, const Evidence& evidence) const;

  /// Names the rules: changes whenever words() or stem() may give something else for some text, so that
  /// an index made by other rules is refused instead of silently finding nothing. ASCII, no blanks.
  static std::string fingerprint();

 private:
  std::shared_ptr<const Stemmer> stemmer_;
};

}  // namespace fihrist
