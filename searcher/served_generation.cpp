// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the served generation and reads its metadata.
#include "searcher/served_generation.hpp"

#include <utility>

#include "schema/error.hpp"

namespace fihrist {

std::filesystem::path served_generation(const ArchiveLayout& layout) {
  auto generation = layout.current_generation();
  if (!generation)
    throw Error(ErrorCode::failed, "there is no index in " + layout.directory().string(),
                "Index some articles first: fihrist index FILE…");
  return std::move(*generation);
}

Xapian::Database open_served_generation(const ArchiveLayout& layout) {
  return Xapian::Database(served_generation(layout).string());
}

Lexicon load_lexicon(const Xapian::Database& database, const Manifest& manifest) {
  Lexicon lexicon;
  for (std::size_t piece = 0; piece < manifest.lexicon_pieces; ++piece)
    lexicon.load_piece(database.get_metadata(lexicon_key(piece)));
  return lexicon;
}

OwnWords read_own_words(const ArchiveLayout& layout) {
  return {.names = read_own_names(layout.names()).rows(), .plurals = read_own_plurals(layout.plurals())};
}

ArchiveNames names_in(const Xapian::Database& database, std::vector<OwnName> own) {
  return {.mined = MinedNames::load(database.get_metadata(mined_names_key)).list(), .own = std::move(own)};
}

ArchivePlurals plurals_in(const Xapian::Database& database, std::vector<OwnPlural> own) {
  return {.learned = parse_learned_plurals(database.get_metadata(learned_plurals_key)),
          .own = std::move(own)};
}

}  // namespace fihrist
