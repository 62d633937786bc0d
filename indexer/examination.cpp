// SPDX-License-Identifier: GPL-3.0-or-later
// Copies, lines of the site, comparison with the index, and analysis of what is new.
#include "indexer/examination.hpp"

#include <algorithm>
#include <utility>

#include "indexer/web_address.hpp"
#include "schema/fields.hpp"
#include "schema/record.hpp"

namespace fihrist {
namespace {

/// More names than this are a site's error page under all its addresses.
constexpr std::size_t most_other_names = 100;

template <typename Value>
void fill(Value& value, const Value& other, const Value& none = {}) {
  if (value == none) value = other;
}

void add_address(std::vector<std::string>& addresses, const std::string& main, const std::string& address) {
  if (address.empty() || address == main || addresses.size() >= most_other_names) return;
  if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
}

/// A copy tells what the article does not.
void fill_from(Article& article, const Article& copy) {
  fill(article.title, copy.title);
  fill(article.text, copy.text);
  fill(article.summary, copy.summary);
  fill(article.authors, copy.authors);
  fill(article.source, copy.source);
  fill(article.url, copy.url);
  fill(article.tags, copy.tags);
  if (!article.date) {
    article.date = copy.date;
    article.date_origin = copy.date_origin;
  }
  if (!article.updated) article.updated = copy.updated;
  if (!article.comments) article.comments = copy.comments;
  add_address(article.alias_urls, article.url, copy.url);
  for (const std::string& address : copy.alias_urls) add_address(article.alias_urls, article.url, address);
}

void sort_unique(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace

Examined Examiner::examine(MeetingNumber number, bool known) const {
  const RunState& state = rules_.state;
  const Meeting& meeting = state.meetings[number];
  Examined examined{.meeting = number, .read = std::get<ReadArticle>(state.read->read(meeting.place).what)};
  Article& article = examined.read.article;
  take_from_lists(examined);
  examined.id_term = term_of(Field::id, article.id);
  examined.origins.push_back(origin_term(state.walk.origins[meeting.origin]));
  if (examined.read.framed && state.site_lines.pages_of(meeting.group) > 0)
    article.site_lines = site_lines_of(article, meeting.group, state.site_lines);
  examined.record = to_record(article);
  // Before its copies: a run over its own source alone finds it as it was.
  examined.content = digest_of(examined.record);
  if (add_copies(examined)) examined.record = to_record(article);
  if (index_) compare_with_index(examined);
  sort_unique(examined.origins);
  sort_unique(examined.other_ids);
  // Analysis is most of the work, and articles that are as they were need none.
  if (rules_.analyse && !known && !examined.is_unchanged())
    examined.words = words_of(article, rules_.analyzer);
  return examined;
}

/// Under any of its addresses: a list has the one that was asked for, a page tells the one it should have.
void Examiner::take_from_lists(Examined& examined) const {
  const RunState& state = rules_.state;
  Article& article = examined.read.article;
  if (state.listed.empty() || (article.date && !article.title.empty())) return;
  std::vector<std::string> addresses{article.url};
  addresses.insert(addresses.end(), article.alias_urls.begin(), article.alias_urls.end());
  for (const std::string& address : addresses) {
    if (address.empty()) continue;
    for (const auto& entry : state.listed.of(hash_of(normalised_url(address)))) {
      const auto page = std::get<ListedPage>(state.read->read(entry.place).what);
      if (!article.date && page.date) {
        article.date = page.date;
        article.date_origin = "list";
        examined.date_from_list = true;
      }
      if (article.title.empty() && !page.title.empty()) {
        article.title = page.title;
        examined.title_from_list = true;
      }
    }
  }
}

bool Examiner::add_copies(Examined& examined) const {
  const RunState& state = rules_.state;
  const auto others = state.settlement.others.find(examined.meeting);
  if (others == state.settlement.others.end()) return false;
  for (const MeetingNumber other : others->second) {
    examined.origins.push_back(origin_term(state.walk.origins[state.meetings[other].origin]));
    if (state.settlement.verdicts[other].fate != Fate::copy || examined.other_ids.size() >= most_other_names)
      continue;
    const auto copy = std::get<ReadArticle>(state.read->read(state.meetings[other].place).what);
    fill_from(examined.read.article, copy.article);
    examined.other_ids.push_back(term_of(Field::other_id, copy.article.id));
  }
  return !examined.other_ids.empty();
}

void Examiner::compare_with_index(Examined& examined) const {
  auto found = index_->find(examined.id_term);
  std::optional<std::uint32_t> docid = found ? std::optional(found->docid) : std::nullopt;
  const std::uint32_t replaced = rules_.state.settlement.verdicts[examined.meeting].document;
  if (!docid && replaced != 0) docid = replaced;
  if (!docid) return;
  Examined::Indexed indexed{.id_term = found ? examined.id_term : index_->id_term(*docid),
                            .origins = index_->origins(*docid),
                            .other_ids = index_->other_ids(*docid)};
  if (found) {
    indexed.content = found->content;
    indexed.cluster = found->cluster;
  }
  examined.indexed = std::move(indexed);
  // What other inputs brought stays with the article, whatever this one changes.
  const auto& before = *examined.indexed;
  examined.origins.insert(examined.origins.end(), before.origins.begin(), before.origins.end());
  examined.other_ids.insert(examined.other_ids.end(), before.other_ids.begin(), before.other_ids.end());
  if (before.id_term != examined.id_term) {
    const std::string own_id = index_->article(*docid).id;
    examined.other_ids.push_back(term_of(Field::other_id, own_id));
  }
  if (!examined.is_unchanged()) examined.indexed->text_bytes = text_bytes(index_->article(*docid));
}

bool Examined::is_unchanged() const {
  return indexed && indexed->id_term == id_term && indexed->content == content &&
         std::all_of(other_ids.begin(), other_ids.end(), [this](const std::string& id) {
           return std::find(indexed->other_ids.begin(), indexed->other_ids.end(), id) !=
                  indexed->other_ids.end();
         });
}

std::uint64_t text_bytes(const Article& article) { return article.title.size() + article.text.size(); }

}  // namespace fihrist
