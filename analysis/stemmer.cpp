// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the light stemmer in their order; the letters of each are in clitics.cpp and endings.cpp.
#include "analysis/stemmer.hpp"

#include <optional>

#include "analysis/attestation.hpp"
#include "analysis/char_class.hpp"
#include "analysis/clitics.hpp"
#include "analysis/endings.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

class LightStemmer final : public Stemmer {
 public:
  explicit LightStemmer(const WordTables& tables) : tables_(tables) {}

  std::string stem(std::string_view word, bool hamza, const Evidence& evidence) const override {
    if (word.empty() || end_of_run(word, 0, CharClass::arabic) != word.size()) return std::string(word);
    const Attestation known(evidence, tables_);
    Declitic bare = take_off_clitics(word, hamza, known);
    if (known.is_name(bare.word)) return bare.word;
    if (!bare.article && !bare.complete) bare.word = without_possessive(bare.word, known);
    if (auto name = singular_name(bare.word)) return *name;
    return without_number(bare.word, known);
  }

 private:
  /// Names take no other ending than ات, or هات after a vowel.
  std::optional<std::string> singular_name(std::string_view word) const {
    for (const std::string_view ending : {"", "هات", "ات"}) {
      if (!word.ends_with(ending)) continue;
      const std::string_view name = word.substr(0, word.size() - ending.size());
      if (tables_.is_name(name)) return std::string(name);
    }
    return std::nullopt;
  }

  const WordTables& tables_;
};

}  // namespace

std::unique_ptr<const Stemmer> make_light_stemmer() { return make_light_stemmer(WordTables::shipped()); }

std::unique_ptr<const Stemmer> make_light_stemmer(const WordTables& tables) {
  return std::make_unique<LightStemmer>(tables);
}

}  // namespace fihrist
