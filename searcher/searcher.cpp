// SPDX-License-Identifier: GPL-3.0-or-later
// The public face: every call on the newest state, and again when that state goes away under it.
#include "searcher/searcher.hpp"

#include <fmt/format.h>

#include <chrono>
#include <functional>
#include <utility>

#include "schema/file_stamp.hpp"
#include "schema/sort_key.hpp"
#include "schema/varint.hpp"
#include "searcher/archive_body.hpp"
#include "searcher/concordance_run.hpp"
#include "searcher/date_order.hpp"
#include "searcher/hits.hpp"
#include "searcher/query_compiler.hpp"
#include "searcher/search_run.hpp"
#include "searcher/similar.hpp"
#include "searcher/statistics.hpp"
#include "searcher/suggestions.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

/// A reader overtaken by that many commits in a row is on a machine that cannot keep up.
constexpr int max_attempts = 12;
/// Longer pages are asked for by programs, once each.
constexpr std::uint32_t longest_kept = 100;

/// What a request asks, with the revision of the database that answers: a state may be newer than that.
/// Shards have none, and do not change.
std::string key_of(const SearchContext& context, const SearchRequest& request) {
  std::string key = fmt::format(
      "{} {} {} {} {}{}{}{}{}{} {} {}", context.index.shards ? 0 : context.index.database.get_revision(),
      static_cast<int>(request.sort), request.limit, request.offset, request.exact, request.facets,
      request.why, request.related, request.snippets, request.copies,
      request.from ? to_iso(*request.from) : "", request.to ? to_iso(*request.to) : "");
  for (const auto* values : {&request.authors, &request.tags, &request.sources}) {
    append_varint(key, values->size());
    for (const std::string& value : *values) append_text(key, value);
  }
  for (const std::string* text : {&request.text, &request.after, &request.before, &request.copies_of})
    append_text(key, *text);
  return context.index.key(key);
}

SearchResults answer_to(const SearchContext& context, const SearchRequest& request) {
  if (request.afresh || request.limit > longest_kept) return run_search(context, request);
  const std::string key = key_of(context, request);
  if (const auto known = context.index.state.answer(key)) return *known;
  auto answer = std::make_shared<const SearchResults>(run_search(context, request));
  context.index.state.keep_answer(key, answer);
  return *answer;
}

}  // namespace

struct Searcher::Body {
  /// Of the two files that are replaced when there is something newer to read.
  struct Stamps {
    std::optional<FileStamp> named, committed;
    bool operator==(const Stamps&) const = default;
    bool are_old_enough() const {
      return named && named->is_old_enough() && committed && committed->is_old_enough();
    }
  };

  explicit Body(Archive::Body& shared) : archive(shared), naming_file(archive.layout.current().string()) {}

  /// Runs a whole call on the newest state. Xapian keeps the blocks of the last two revisions only: a reader
  /// that is overtaken gets DatabaseModifiedError, now and then what looks like damage, and reads anew.
  template <typename Work>
  auto on_newest(const std::string& what, const Work& work) {
    if (archive.watch) return on_shards(what, work);
    for (int attempt = 1;; ++attempt) {
      try {
        return guarded(what, [&] {
          follow();
          return work(SearchContext{{database, *state}, archive.options, memo});
        });
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == max_attempts) throw_overtaken(what);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::damaged || attempt == max_attempts) throw;
      }
      state.reset();  // opens afresh
    }
  }

  /// The same over shards. A connection that was not used for a while may have been closed by its server, so
  /// one that breaks is made anew once; what times out is left out at once.
  template <typename Work>
  auto on_shards(const std::string& what, const Work& work) {
    for (int attempt = 1;; ++attempt) {
      const bool was_connected = state && choice.version == archive.watch->choice().version;
      try {
        return guarded(what, [&] {
          try {
            follow_shards();
            return work(SearchContext{{database, *state, &*reads}, archive.options, memo});
          } catch (const Xapian::NetworkTimeoutError& error) {
            throw archive.watch->lost(error, true);
          } catch (const Xapian::NetworkError& error) {
            throw archive.watch->lost(error, false);
          }
        });
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == max_attempts) throw_overtaken(what);
      } catch (const LostShard& lost) {
        if (lost.timed_out || !was_connected) archive.watch->leave_out(lost, choice);
        if (attempt == max_attempts)
          throw Error(ErrorCode::failed, what + ": the shards come and go faster than they can be asked",
                      "See that they are reachable.");
      }
      state.reset();  // connects anew
    }
  }

  void follow_shards() {
    ShardChoice newest = archive.watch->choice();
    if (newest.addresses.empty()) throw_without_shards();
    const std::uint64_t edition_now = archive.edition();
    if (state && choice.version == newest.version && edition == edition_now) return reads->trim();
    // An answer is never from one state and the lists of another: if one cannot be loaded, there is none.
    state.reset();
    choice = std::move(newest);
    database = archive.watch->open(choice);
    reads.emplace(choice.numbers, choice.of);
    state = archive.state_of(choice.cut, database);
    edition = edition_now;
  }

  [[noreturn]] void throw_without_shards() const {
    const std::vector<ShardState> states = archive.watch->states();
    throw Error(ErrorCode::failed,
                fmt::format("no shard answers: {}: {}", states.front().address, states.front().fault),
                "See that xapian-tcpsrv runs there and can be reached.");
  }

  [[noreturn]] static void throw_overtaken(const std::string& what) {
    throw Error(ErrorCode::failed, what + ": the index changes faster than it can be read",
                "Let fewer, larger runs write to it.");
  }

  void follow() {
    const std::uint64_t edition_now = archive.edition();
    // Before anything is read, so that what changes meanwhile shows at the next call.
    Stamps now{.named = stamp_of(naming_file), .committed = stamp_of(version_file)};
    if (state && edition == edition_now && now == seen && now.are_old_enough()) return;
    const bool is_same = state && now.named && now.named == seen.named;
    if ((is_same || !open_current(now)) && !database.reopen() && edition == edition_now) {
      seen = now;
      return;
    }
    state.reset();  // as above
    state = archive.state_of(generation, database);
    edition = edition_now;
    seen = now;
  }

  /// Whether that is another generation than the one that is open.
  bool open_current(Stamps& now) {
    auto current = archive.layout.current_generation();
    if (!current)
      throw Error(ErrorCode::failed, "there is no index in " + archive.layout.directory().string(),
                  "Make one: fihrist index -C " + archive.layout.directory().string() + " PATH");
    if (state && generation == *current) return false;
    version_file = (*current / "iamglass").string();
    now.committed = stamp_of(version_file);
    database = Xapian::Database(current->string());
    generation = std::move(*current);
    return true;
  }

  Archive::Body& archive;
  const std::string naming_file;  ///< names the generation
  std::filesystem::path generation;
  std::string version_file;  ///< of the database; Xapian replaces it at each commit
  Stamps seen;               ///< before what is open was read
  Xapian::Database database;
  std::shared_ptr<const ArchiveState> state;
  std::uint64_t edition = 0;  ///< of the archive, when the state was loaded
  ShardChoice choice;
  std::optional<ShardReads> reads;  ///< of the shards, where there are some
  RerankerMemo memo;
};

Searcher::Searcher(Archive& archive) : body_(std::make_unique<Body>(*archive.body_)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResults Searcher::search(const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  SearchResults results =
      body_->on_newest("search", [&](const SearchContext& context) { return answer_to(context, request); });
  results.shards = coverage();
  results.took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return results;
}

QueryExplanation Searcher::explain(const std::string& query) {
  return body_->on_newest("explain a query",
                          [&](const SearchContext& context) { return explain_query(context, query); });
}

std::optional<Article> Searcher::article(const std::string& id) {
  return body_->on_newest("read an article", [&](const SearchContext& context) -> std::optional<Article> {
    const auto document = document_of(context.index.database, id);
    if (!document) return std::nullopt;
    return *context.index.article(*document);
  });
}

std::optional<Neighbours> Searcher::neighbours(const std::string& id) {
  return body_->on_newest("read neighbours", [&](const SearchContext& context) -> std::optional<Neighbours> {
    const auto document = document_of(context.index.database, id);
    if (!document) return std::nullopt;
    const std::string key = context.index.document(*document).get_value(slot_number(Slot::sort_key));
    const DateOrder order(context.index, every_article(), Sort::newest);
    Neighbours neighbours;
    for (const DatedMatch& match : order.before(key, 1))
      neighbours.newer = make_hit(*context.index.article(match.document), Sort::newest);
    for (const DatedMatch& match : order.behind(key, 1))
      neighbours.older = make_hit(*context.index.article(match.document), Sort::newest);
    return neighbours;
  });
}

std::optional<PlaceInResults> Searcher::place(const SearchRequest& request, const std::string& id,
                                              std::uint32_t deepest) {
  return body_->on_newest("find a place", [&](const SearchContext& context) {
    return find_place(context, request, id, deepest);
  });
}

std::vector<Highlight> Searcher::highlights(const std::string& query, bool exact, const std::string& text) {
  return body_->on_newest("highlight", [&](const SearchContext& context) {
    const CompiledQuery compiled = compile({.text = query, .exact = exact}, context.index);
    return MatchFinder(context.index.state, compiled.words, compiled.phrases).highlights(text);
  });
}

Concordance Searcher::concordance(const SearchRequest& request) {
  return body_->on_newest("find occurrences",
                          [&](const SearchContext& context) { return find_occurrences(context, request); });
}

std::vector<Hit> Searcher::similar(const std::string& id, std::uint32_t limit) {
  return body_->on_newest("find similar articles", [&](const SearchContext& context) {
    std::vector<Hit> hits;
    const Xapian::Database& database = context.index.database;
    const auto document = document_of(database, id);
    if (!document) return hits;
    const auto others = similar_documents(context.index, context.options, *document, limit);
    context.index.expect(others, false);
    for (const Xapian::docid other : others)
      hits.push_back(make_hit(*context.index.article(other), Sort::newest));
    return hits;
  });
}

std::vector<Period> Searcher::years() {
  return body_->on_newest("count years",
                          [](const SearchContext& context) { return count_years(context.index); });
}

std::vector<Period> Searcher::months(std::int16_t year) {
  return body_->on_newest("count months",
                          [&](const SearchContext& context) { return count_months(context.index, year); });
}

std::vector<FacetValue> Searcher::names(Field field) {
  return body_->on_newest("count names",
                          [&](const SearchContext& context) { return count_names(context.index, field); });
}

std::vector<std::string> Searcher::suggest(const std::string& typed, std::uint32_t limit) {
  return body_->on_newest("suggest", [&](const SearchContext& context) {
    return suggestions(context.index, context.options, typed, limit);
  });
}

ArchiveStats Searcher::stats() {
  return body_->on_newest("count the archive",
                          [](const SearchContext& context) { return count_archive(context.index); });
}

std::uint64_t Searcher::revision() {
  return body_->on_newest("read the revision", [](const SearchContext& context) {
    // Generations count their own commits; one that is gone back to goes on with other articles.
    constexpr unsigned bits_for_commits = 40;
    const ArchiveState& state = context.index.state;
    if (context.index.shards)
      return std::hash<std::string>{}(context.index.key(state.generation().string())) ^ state.own_words();
    const std::uint64_t revision =
        (number_of_generation(state.generation()) << bits_for_commits) + state.manifest().revision;
    return revision ^ state.own_words();
  });
}

std::optional<ShardCoverage> Searcher::coverage() const {
  return body_->reads ? std::optional(body_->reads->coverage()) : std::nullopt;
}

}  // namespace fihrist
