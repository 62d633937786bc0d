// SPDX-License-Identifier: GPL-3.0-or-later
// What is not certain enough to be searched for: for `fihrist names suggest`.
#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "analysis/fold.hpp"
#include "analysis/name_code.hpp"
#include "schema/archive_layout.hpp"
#include "schema/fields.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"
#include "schema/record.hpp"
#include "schema/record_codec.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/archive_names.hpp"
#include "searcher/name_candidates.hpp"
#include "searcher/served_generation.hpp"

namespace fihrist {
namespace {

/// Words of four consonants that differ in a vowel or two: تليجرام, تيليغرام.
constexpr double farthest_spelling = 0.08;
constexpr std::size_t least_consonants = 4;
constexpr std::size_t most_spellings = 20;

class Suggester {
 public:
  Suggester(const Xapian::Database& database, const ArchiveNames& names)
      : database_(database), names_(names_together(WordTables::shipped(), names)) {
    lexicon_ = load_lexicon(database, parse_manifest(database.get_metadata(manifest_key)));
    for (const OwnName& row : names.own)
      if (row.removed) refuse(row);
    for (const SourcedName& name : names_)
      for (const SourcedSpelling& one : name) known_.insert(one.spelling.text);
  }

  std::vector<NameSuggestion> uncertain(const std::vector<MinedName>& mined) const {
    std::vector<NameSuggestion> found;
    for (const MinedName& pair : mined)
      if (!is_certain(pair) && !(known_.contains(pair.latin) && known_.contains(pair.arabic)))
        found.push_back({.latin = pair.latin,
                         .arabic = pair.arabic,
                         .side_by_side = true,
                         .times = pair.adjacent,
                         .article = pair.articles.empty() ? std::string() : pair.articles.front()});
    return sorted(std::move(found));
  }

  std::vector<NameSuggestion> further_spellings() {
    const NameCandidates candidates(lexicon_);
    std::vector<NameSuggestion> found;
    for (const SourcedName& name : names_)
      for (const SourcedSpelling& one : name)
        if (!one.spelling.latin && !one.spelling.ambiguous)
          add_spellings(candidates, name, one.spelling.text, found);
    return sorted(std::move(found));
  }

 private:
  void refuse(const OwnName& row) {
    for (const auto* spellings : {&row.latin, &row.arabic})
      for (const std::string& spelling : *spellings) known_.insert(fold_key(spelling));
  }

  void add_spellings(const NameCandidates& candidates, const SourcedName& name, const std::string& spelling,
                     std::vector<NameSuggestion>& found) {
    const NameSounds sounds(spelling);
    const auto codes = sounds.codes();
    if (codes.empty() || consonants_in(codes.front()) < least_consonants) return;
    for (const std::string& word : candidates.like(spelling, most_spellings)) {
      const std::string bare = bare_form(word, sounds);
      if (!is_further_spelling(bare, word, spelling, sounds)) continue;
      known_.insert(bare);  // suggested once
      found.push_back({.latin = name.front().spelling.text,
                       .arabic = bare,
                       .times = lexicon_.document_frequency(word),
                       .article = article_with(word)});
    }
  }

  /// Without a conjunction that sounds like a vowel: وانستغرم.
  static std::string bare_form(const std::string& word, const NameSounds& sounds) {
    std::string bare = word;
    double least = sounds.distance(NameSounds(word));
    for (const std::string_view form : without_clitics(word))
      if (const double distance = sounds.distance(NameSounds(form)); distance < least) {
        least = distance;
        bare = form;
      }
    return bare;
  }

  bool is_further_spelling(const std::string& bare, const std::string& word, const std::string& spelling,
                           const NameSounds& sounds) const {
    if (static_cast<unsigned char>(word.front()) < 0x80 || known_.contains(bare)) return false;
    if (is_ordinary(word) || stem_of(word) == stem_of(spelling)) return false;
    return sounds.distance(NameSounds(bare)) <= farthest_spelling;
  }

  /// A word that the stemmer takes apart, or that begins with clitics and goes on as a common word.
  bool is_ordinary(const std::string& word) const {
    const auto forms = without_clitics(word);
    const auto is_seed = [](std::string_view form) { return WordTables::shipped().is_seed_word(form); };
    const std::string stem = stem_of(word);
    return is_seed(stem) || std::find(forms.begin(), forms.end(), stem) == forms.end() ||
           std::any_of(forms.begin(), forms.end(), is_seed);
  }

  std::string stem_of(const std::string& word) const {
    const auto id = lexicon_.find(word);
    return id ? std::string(lexicon_.stem(*id)) : word;
  }

  std::string article_with(const std::string& word) const {
    const std::string term = term_of(Field::text, stem_of(word));
    const auto posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) return {};
    return from_record(codec_.expand(database_.get_document(*posting).get_value(
                           static_cast<Xapian::valueno>(Slot::record))))
        .id;
  }

  static std::vector<NameSuggestion> sorted(std::vector<NameSuggestion> found) {
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.times > right.times; });
    return found;
  }

  const Xapian::Database& database_;
  RecordCodec codec_{database_.get_metadata(record_dictionary_key)};
  Lexicon lexicon_;
  std::vector<SourcedName> names_;
  std::unordered_set<std::string> known_;
};

}  // namespace

std::vector<NameSuggestion> suggest_names(const std::filesystem::path& archive) {
  const ArchiveLayout layout(archive);
  return guarded("the index cannot be read", [&] {
    const Xapian::Database database = open_served_generation(layout);
    const ArchiveNames names = names_in(database, read_own_names(layout.names()).rows());
    Suggester suggester(database, names);
    std::vector<NameSuggestion> found = suggester.uncertain(names.mined);
    for (NameSuggestion& one : suggester.further_spellings()) found.push_back(std::move(one));
    return found;
  });
}

}  // namespace fihrist
