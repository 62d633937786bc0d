// SPDX-License-Identifier: GPL-3.0-or-later
// Puts tokenizer and stemmer together and names the rules they follow.
#include "analysis/analyzer.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "analysis/embedded_tables.hpp"
#include "analysis/tokenizer.hpp"

namespace fihrist {
namespace {

/// Raise with every change of code that may change a word or a stem.
constexpr int rules_version = 2;

/// FNV-1a, 64 bits: the same on every machine and in every build, unlike std::hash.
std::uint64_t add_to_hash(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001B3U;
  }
  return hash;
}

}  // namespace

Analyzer::Analyzer() : Analyzer(make_light_stemmer()) {}
Analyzer::Analyzer(std::unique_ptr<const Stemmer> stemmer) : stemmer_(std::move(stemmer)) {}

std::vector<Token> Analyzer::words(std::string_view text) const { return tokenize(text); }
std::vector<Token> Analyzer::places(std::string_view text) const { return locate_words(text); }

std::string Analyzer::stem(std::string_view word, bool hamza, const Evidence& evidence) const {
  return stemmer_->stem(word, hamza, evidence);
}

std::string Analyzer::fingerprint() {
  // Only the tables that stems depend on: plurals and question words are judged at query time.
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char* table : {"names.tsv", "seed_words.txt"}) hash = add_to_hash(hash, embedded_table(table));
  return fmt::format("ar-{}-{:016x}", rules_version, hash);
}

}  // namespace fihrist
