// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the light stemmer in their order; the letters of each are in clitics.cpp and endings.cpp.
#include "analysis/stemmer.hpp"

#include <algorithm>
#include <optional>

#include "analysis/affixes.hpp"
#include "analysis/attestation.hpp"
#include "analysis/char_class.hpp"
#include "analysis/clitics.hpp"
#include "analysis/endings.hpp"
#include "analysis/possessives.hpp"

namespace fihrist {
namespace {

bool is_lower_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// iphones -> iphone; but windows stays, since where Windows is written of, a window hardly is.
std::string english_singular(std::string_view word, const Evidence& evidence) {
  constexpr std::size_t least_letters = 4;  // ios, aws
  if (word.size() <= least_letters || !word.ends_with('s') || !is_lower_ascii(word)) return std::string(word);
  const std::string_view singular = without(word, "s");
  const std::uint32_t frequency = evidence.document_frequency(singular);
  return std::string(frequency > evidence.document_frequency(word) ? singular : word);
}

/// مسئول and مسؤول, شئون and شؤون: two schools of writing hamza before a long u, which folding makes يو and
/// وو. The second is the commoner one, and وو hardly ever means anything else.
std::string with_usual_hamza_seat(std::string stem, const Attestation& known) {
  constexpr double least_ratio = 0.15;
  const std::size_t seat = stem.find("يو");
  if (seat == std::string::npos || seat == 0) return stem;
  std::string usual = stem;
  usual.replace(seat, std::string_view("ي").size(), "و");
  const bool attested =
      known.is_attested(usual, stem, least_ratio) || known.is_attested(with(usual, "ه"), stem, least_ratio);
  return attested ? usual : stem;
}

class LightStemmer final : public Stemmer {
 public:
  explicit LightStemmer(const WordTables& tables) : tables_(tables) {}

  std::string stem(std::string_view word, bool hamza, const Evidence& evidence) const override {
    if (word.empty() || end_of_run(word, 0, CharClass::arabic) != word.size())
      return english_singular(word, evidence);
    const Attestation known(evidence, tables_);
    Declitic bare = take_off_clitics(word, hamza, known);
    if (known.is_name(bare.word)) return bare.word;
    if (!bare.complete) bare.word = without_possessive(bare.word, known);
    if (auto name = name_in_plural(bare.word)) return *name;
    std::string singular = singular_of(bare.word, known);
    if (known.is_name(singular)) return singular;
    return with_usual_hamza_seat(without_gender(singular, known), known);
  }

 private:
  /// Names take no other plural than ات (كاميرات of كاميرا), or هات after a vowel (فيديوهات).
  std::optional<std::string> name_in_plural(std::string_view word) const {
    if (tables_.is_name(word)) return std::string(word);
    for (const std::string_view ending : {"هات", "ات"}) {
      if (!word.ends_with(ending)) continue;
      for (const std::string_view last : {"", "ا"}) {
        std::string name = with(without(word, ending), last);
        if (tables_.is_name(name)) return name;
      }
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
