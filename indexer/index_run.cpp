// SPDX-License-Identifier: GPL-3.0-or-later
// Reading, comparing, writing.
#include "indexer/index_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "indexer/disk_space.hpp"
#include "indexer/generation_builder.hpp"
#include "indexer/in_place_writer.hpp"
#include "indexer/intake.hpp"
#include "indexer/lexicon_update.hpp"
#include "indexer/timestamp.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

/// From here on it pays to write additions as segments and merge them with what there is.
constexpr std::uint64_t many_additions = 2000;

unsigned threads_for(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

IndexRun::IndexRun(const IndexRequest& request, RunState& state)
    : request_(request), state_(state), layout_(request.archive), jobs_(threads_for(request.jobs)) {
  generation_ = layout_.current_generation();
  if (generation_) index_.emplace(*generation_);
  if (request_.dry_run) return;
  state_.rejects.emplace(layout_.rejects());
  state_.spool.emplace(layout_.spool());
  if (index_) {
    state_.lexicon = index_->lexicon();
    state_.names = index_->mined_names();
  }
  known_words_ = state_.lexicon.size();
}

void IndexRun::read(const ProgressCallback& progress, const std::atomic<bool>* stop) {
  const Tombstones tombstones(layout_.tombstones());
  const ExaminationRules rules{.analyzer = analyzer_,
                               .tombstones = tombstones,
                               .source = request_.source,
                               .analyse = !request_.dry_run};
  const auto make_examiner = [&] {
    return Examiner(rules, generation_ ? std::optional(IndexedArticles(*generation_)) : std::nullopt);
  };
  take_in({.request = request_,
           .jobs = jobs_,
           .make_examiner = make_examiner,
           .progress = progress,
           .stop = stop},
          state_);
  if (state_.rejects) state_.rejects->put_in_place();
}

void IndexRun::judge_rejects() const {
  const RunLedger& ledger = state_.ledger;
  const std::uint64_t rejected = state_.report.rejected;
  const std::uint64_t all = rejected + ledger.count(Outcome::added) + ledger.count(Outcome::updated) +
                            ledger.count(Outcome::unchanged) + ledger.count(Outcome::skipped) +
                            ledger.count(Outcome::removed);
  if (static_cast<double>(rejected) <= request_.max_reject_ratio * static_cast<double>(all)) return;
  throw Error(
      ErrorCode::expectation,
      fmt::format("{} of {} records were rejected, more than the allowed ratio of {}; nothing was written",
                  rejected, all, request_.max_reject_ratio),
      fmt::format("Look at {}, or allow more with --max-reject-ratio.", layout_.rejects().string()));
}

void IndexRun::compare() {
  removed_ = state_.ledger.deleted();
  if (!request_.prune || !index_ || state_.report.interrupted) return;
  std::vector<std::string> origins;
  for (const Origin& origin : state_.walk.origins) {
    if (origin.whole) {
      origins.push_back(origin_term(origin));
    } else {
      state_.notes.add("not pruned, since not all of it could be read", origin.name);
    }
  }
  pruning_ = prune(*index_, state_.ledger, origins);
  removed_.insert(removed_.end(), pruning_.removed.begin(), pruning_.removed.end());
  state_.text_bytes_added -= static_cast<std::int64_t>(pruning_.text_bytes);
}

/// Counts what all threads write, and tells it when the thread of the caller comes by.
std::function<void(std::uint32_t)> IndexRun::tell_progress(const ProgressCallback& progress) const {
  if (!progress) return {};
  IndexProgress at{.bytes_read = state_.report.bytes_read,
                   .bytes_total = state_.walk.bytes_total,
                   .to_write = state_.ledger.superseded().size()};
  for (const Outcome met : {Outcome::added, Outcome::updated, Outcome::unchanged, Outcome::skipped})
    at.articles += state_.ledger.count(met);
  return [&progress, at, written = std::make_shared<std::atomic<std::uint64_t>>(0),
          caller = std::this_thread::get_id()](std::uint32_t articles) mutable {
    *written += articles;
    if (std::this_thread::get_id() != caller) return;
    at.written = *written;
    progress(at);
  };
}

void IndexRun::write(const ProgressCallback& progress) {
  if (request_.dry_run || !changes_anything()) return;
  state_.spool->finish();
  set_stems(state_.lexicon, known_words_, analyzer_, jobs_);
  const Changes changes{.spool = *state_.spool,
                        .superseded = state_.ledger.superseded(),
                        .more_origins = state_.more_origins,
                        .lexicon = state_.lexicon,
                        .removed = removed_,
                        .origins_added = state_.origins_added,
                        .origins_dropped = pruning_.origins_dropped,
                        .names = &state_.names,
                        .part_written = tell_progress(progress)};
  const bool is_empty = !index_ || index_->manifest().articles == 0;
  const bool is_new_generation = is_empty || fits_a_new_generation();
  // Segments and their merger, or blocks that are copied when they change: twice the spool at most.
  require_space(layout_.index(),
                2 * state_.spool->bytes() + (is_new_generation && !is_empty ? bytes_in(*generation_) : 0));
  if (is_new_generation) {
    Manifest manifest = next_manifest();
    manifest.articles = articles_after();
    ++manifest.revision;
    build_generation({.layout = layout_, .base = is_empty ? std::nullopt : generation_, .jobs = jobs_},
                     changes, manifest);
  } else {
    write_in_place(*generation_, changes, state_.lexicon.take_changed_pieces(), next_manifest());
  }
}

bool IndexRun::changes_anything() const {
  const auto& superseded = state_.ledger.superseded();
  return !index_ || std::find(superseded.begin(), superseded.end(), false) != superseded.end() ||
         !removed_.empty() || !state_.origins_added.empty() || !pruning_.origins_dropped.empty();
}

bool IndexRun::only_adds() const {
  return state_.ledger.count(Outcome::updated) == 0 && removed_.empty() && state_.origins_added.empty() &&
         pruning_.origins_dropped.empty();
}

/// Merging copies the whole index once: worth it when much is added.
bool IndexRun::fits_a_new_generation() const {
  const std::uint64_t added = state_.ledger.count(Outcome::added);
  return only_adds() && added >= many_additions && 4 * added >= index_->manifest().articles;
}

/// What the index will say of itself, but for its articles and its revision, which each commit sets.
Manifest IndexRun::next_manifest() const {
  Manifest manifest = index_ ? index_->manifest() : Manifest{};
  manifest.analyser = Analyzer::fingerprint();
  manifest.text_bytes =
      static_cast<std::uint64_t>(static_cast<std::int64_t>(manifest.text_bytes) + state_.text_bytes_added);
  manifest.word_count = state_.lexicon.size();
  manifest.lexicon_pieces = state_.lexicon.pieces();
  manifest.last_run = utc_now();
  return manifest;
}

std::uint64_t IndexRun::articles_after() const {
  const std::uint64_t before = index_ ? index_->manifest().articles : 0;
  return before + state_.ledger.count(Outcome::added) - removed_.size();
}

void IndexRun::complete_report() {
  IndexReport& report = state_.report;
  report.added = state_.ledger.count(Outcome::added);
  report.updated = state_.ledger.count(Outcome::updated);
  report.unchanged = state_.ledger.count(Outcome::unchanged);
  report.skipped = state_.ledger.count(Outcome::skipped);
  report.removed = removed_.size();
  report.articles = articles_after();
  report.warnings = state_.warnings.counts();
  report.notes = state_.notes.lines();
}

}  // namespace fihrist
