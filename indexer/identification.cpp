// SPDX-License-Identifier: GPL-3.0-or-later
// Identity, likeness, and the group of pages that an article belongs to.
#include "indexer/identification.hpp"

#include <utility>

#include "analysis/utf8.hpp"
#include "indexer/identity.hpp"
#include "indexer/passages.hpp"
#include "indexer/web_address.hpp"
#include "schema/fields.hpp"

namespace fihrist {
namespace {

/// Pages of one host have its frame. A page of text knows no address that is surely its own.
std::uint64_t group_of(const Incoming& incoming) {
  const std::string site = incoming.format == "text" ? std::string() : site_of(incoming.read.article.url);
  return site.empty() ? incoming.folder : hash_of(site);
}

void cut_text(ReadArticle& read) {
  std::string& text = read.article.text;
  if (text.size() <= max_text_letters) return;  // no text has more letters than bytes
  std::size_t end = first_code_points(text, max_text_letters).size();
  if (end == text.size()) return;
  if (const std::size_t blank = text.find_last_of(" \n", end); blank != std::string::npos && blank > 0)
    end = blank;
  text.resize(end);
  read.warnings.emplace_back("cut_text");
}

}  // namespace

Identified identify(Incoming&& incoming, const Tombstones& tombstones, const std::string& source) {
  Identified identified{.incoming = std::move(incoming)};
  ReadArticle& read = identified.incoming.read;
  Article& article = read.article;
  cut_text(read);
  if (article.source.empty()) article.source = source;
  if (article.date && article.date_origin.empty()) article.date_origin = read.date_origin;
  article.id = identity_of(article);
  identified.buried = tombstones.buries(article);
  if (identified.buried) return identified;

  Meeting& meeting = identified.meeting;
  meeting.id = digest_of(term_of(Field::id, article.id));
  meeting.takes_away = read.deleted || !read.withheld.empty();
  meeting.origin = identified.incoming.origin;
  if (article.updated) meeting.updated = civil_seconds(*article.updated);
  if (read.captured) meeting.captured = *read.captured;
  const FoldedArticle folded(article);
  meeting.likeness = folded.likeness();
  meeting.likeness.id = hash_of(article.id);
  meeting.likeness.rank = rank_of_format(identified.incoming.format);
  if (meeting.takes_away || !read.framed) return identified;
  meeting.group = group_of(identified.incoming);
  identified.lines = folded.line_keys();
  return identified;
}

}  // namespace fihrist
