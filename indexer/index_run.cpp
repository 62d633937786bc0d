// SPDX-License-Identifier: GPL-3.0-or-later
// Reading, settling, analysing, comparing, writing.
#include "indexer/index_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "indexer/analysis_pass.hpp"
#include "indexer/disk_space.hpp"
#include "indexer/generation_builder.hpp"
#include "indexer/generation_growth.hpp"
#include "indexer/in_place_writer.hpp"
#include "indexer/intake.hpp"
#include "indexer/lexicon_update.hpp"
#include "indexer/timestamp.hpp"
#include "indexer/withdrawal.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

/// From here on it pays to write additions as segments and merge them with what there is.
constexpr std::uint64_t many_additions = 2000;

std::string note_of(Fate fate) {
  return fate == Fate::older ? "another version of it counts"
                             : "the same article under another name; both are one";
}
/// A collection of so many words attests more than a dictionary does, which takes a tenth of a second to
/// read.
constexpr std::size_t enough_words = 60'000;

unsigned threads_for(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

IndexRun::IndexRun(const IndexRequest& request, RunState& state)
    : request_(request),
      state_(state),
      layout_(request.archive),
      jobs_(threads_for(request.jobs)),
      tombstones_(layout_.tombstones()) {
  generation_ = layout_.current_generation();
  if (generation_) index_.emplace(*generation_);
  if (index_) known_site_lines_ = index_->learned_lines();
  state_.site_lines = known_site_lines_;
  if (request_.dry_run) {
    state_.read.emplace();
    state_.study.emplace(std::nullopt);
    return;
  }
  state_.rejects.emplace(layout_.rejects());
  if (index_) {
    state_.lexicon = index_->lexicon();
    state_.names = index_->mined_names();
  }
  known_words_ = state_.lexicon.size();
  open_spools();
}

/// What a run that was killed left is taken up, or thrown away when it was another run's.
void IndexRun::open_spools() {
  const auto name = run_name(
      state_.walk,
      {request_.format, request_.source, stamp_of("/proc/self/exe"), Analyzer::fingerprint(),
       generation_ ? generation_->filename().string() : std::string(),
       index_ ? std::to_string(index_->manifest().revision) : std::string(), stamp_of(layout_.tombstones())});
  CheckpointFile file(layout_.spool(), name.value_or(""));
  const auto checkpoint = name ? file.load() : std::nullopt;
  if (checkpoint) {
    resume_ = *checkpoint;
    state_.report.resumed = true;
  } else {
    file.remove();
  }
  if (name) checkpoints_ = std::move(file);
  state_.read.emplace(layout_.spool(), resume_.reading.spool_bytes);
  state_.study.emplace(layout_.spool());
  state_.spool.emplace(layout_.spool(), SpoolPartLimits{}, resume_.analysis.parts);
  if (resume_.analysis.articles > 0) checkpoints_->load_words(resume_.analysis, state_.lexicon, state_.names);
}

/// A run that fails is not taken up: what made it fail may lie in the spool. One that is killed never comes
/// here.
IndexRun::~IndexRun() {
  if (checkpoints_) checkpoints_->remove();
}

void IndexRun::read(const ProgressCallback& progress, const std::atomic<bool>* stop) {
  take_in({.request = request_,
           .tombstones = tombstones_,
           .jobs = jobs_,
           .progress = progress,
           .stop = stop,
           .checkpoints = checkpoints_ ? &*checkpoints_ : nullptr,
           .resume = resume_.reading},
          state_);
  if (state_.rejects) state_.rejects->put_in_place();
}

void IndexRun::judge_rejects() const {
  const std::uint64_t rejected = state_.report.rejected;
  const std::uint64_t all = rejected + state_.outcomes.of(Outcome::skipped) + state_.meetings.size();
  if (static_cast<double>(rejected) <= request_.max_reject_ratio * static_cast<double>(all)) return;
  throw Error(
      ErrorCode::expectation,
      fmt::format("{} of {} records were rejected, more than the allowed ratio of {}; nothing was written",
                  rejected, all, request_.max_reject_ratio),
      fmt::format("Look at {}, or allow more with --max-reject-ratio.", layout_.rejects().string()));
}

void IndexRun::settle(const ProgressCallback& progress) {
  const auto tell = [this, &progress] {
    if (progress)
      progress({.articles = state_.meetings.size(),
                .bytes_read = state_.report.bytes_read,
                .bytes_total = state_.walk.bytes_total,
                .comparing = true});
  };
  state_.settlement = fihrist::settle(
      state_.meetings,
      {.index = index_ ? &*index_ : nullptr,
       .article_of =
           [this, tell, compared = std::uint64_t{0}](MeetingNumber number) mutable {
             constexpr std::uint64_t between_tellings = 1000;
             if (++compared % between_tellings == 0) tell();
             return std::get<ReadArticle>(state_.read->read(state_.meetings[number].place).what).article;
           },
       .origin_term_of = [this](std::uint32_t origin) { return origin_term(state_.walk.origins[origin]); }});
  state_.study->learn(state_.site_lines, [this](MeetingNumber number) { return counts_as_page(number); });
  state_.study.reset();
}

/// Of several that are nearly the same the first: their common paragraphs are an agency's, not the site's.
bool IndexRun::counts_as_page(MeetingNumber number) const {
  const Verdict& verdict = state_.settlement.verdicts[number];
  return verdict.fate == Fate::kept && !verdict.follows;
}

void IndexRun::analyse(const ProgressCallback& progress, const std::atomic<bool>* stop) {
  const ExaminationRules rules{.analyzer = analyzer_, .state = state_, .analyse = !request_.dry_run};
  analyse_kept({.request = request_,
                .jobs = jobs_,
                .make_examiner =
                    [&] {
                      return Examiner(
                          rules, generation_ ? std::optional(IndexedArticles(*generation_)) : std::nullopt);
                    },
                .progress = progress,
                .stop = stop,
                // One that was stopped while reading goes on from where it last kept its reading.
                .checkpoints = checkpoints_ && !state_.report.interrupted ? &*checkpoints_ : nullptr,
                .resume = {.reading = {.file = static_cast<std::uint32_t>(state_.walk.files.size()),
                                       .spool_bytes = state_.read->bytes(),
                                       .complete = !state_.report.interrupted},
                           .analysis = resume_.analysis}},
               state_);
}

void IndexRun::compare() {
  note_others();
  if (index_) withdraw(request_, *index_, state_);
}

void IndexRun::note_others() {
  for (MeetingNumber number = 0; number < state_.meetings.size(); ++number) {
    const Verdict& verdict = state_.settlement.verdicts[number];
    const Meeting& meeting = state_.meetings[number];
    if (verdict.fate == Fate::kept) {
      if (verdict.cluster != 0) ++state_.report.near_copies;
      continue;
    }
    const bool is_other = verdict.fate != Fate::deletes;
    if (is_other || !index_) state_.outcomes.add(Outcome::skipped);
    if (!is_other) continue;
    const bool wanted = request_.explain_skips || state_.coverage.wants_duplicates(meeting.format) ||
                        !state_.notes.has(note_of(verdict.fate));
    CoverageExample example;
    if (wanted) {
      const Delivery delivery = state_.read->read(meeting.place);
      const auto& read = std::get<ReadArticle>(delivery.what);
      example = {.path = state_.walk.files[delivery.file].path,
                 .record = read.record,
                 .text = read.article.title.empty() ? read.article.id : read.article.title};
    }
    state_.notes.add(note_of(verdict.fate), example.text);
    state_.coverage.duplicate(meeting.format, std::move(example));
  }
}

/// Counts what all threads write, and tells it when the thread of the caller comes by.
std::function<void(std::uint32_t)> IndexRun::tell_progress(const ProgressCallback& progress) const {
  if (!progress) return {};
  IndexProgress at{.articles = state_.meetings.size(),
                   .bytes_read = state_.report.bytes_read,
                   .bytes_total = state_.walk.bytes_total,
                   .analysed = state_.meetings.size(),
                   .to_analyse = state_.meetings.size(),
                   .to_write = state_.spool->articles()};
  return [&progress, at, written = std::make_shared<std::atomic<std::uint64_t>>(0),
          caller = std::this_thread::get_id()](std::uint32_t articles) mutable {
    *written += articles;
    if (std::this_thread::get_id() != caller) return;
    at.written = *written;
    progress(at);
  };
}

WordDictionary IndexRun::dictionary() const {
  const bool is_needed = !request_.dictionary.empty() && known_words_ < state_.lexicon.size() &&
                         state_.lexicon.size() < enough_words;
  return is_needed ? WordDictionary(request_.dictionary) : WordDictionary();
}

void IndexRun::write(const ProgressCallback& progress) {
  if (request_.dry_run || !changes_anything()) return;
  state_.spool->finish();
  set_stems(state_.lexicon, known_words_, analyzer_, dictionary(), jobs_);
  const Changes changes{.spool = *state_.spool,
                        .lexicon = state_.lexicon,
                        .removed = state_.removed,
                        .edits = state_.edits,
                        .names = &state_.names,
                        .site_lines = &state_.site_lines,
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
    const Manifest manifest = next_manifest();
    write_in_place(*generation_, changes, state_.lexicon.take_changed_pieces(), manifest);
    // All is committed; a disk without room for a copy keeps the index as it is.
    if (has_outgrown(*generation_, manifest.text_bytes) && has_space(layout_.index(), bytes_in(*generation_)))
      pack_generation(layout_);
  }
}

bool IndexRun::changes_anything() const {
  return !index_ || state_.spool->articles() > 0 || !state_.removed.empty() || !state_.edits.empty();
}

bool IndexRun::only_adds() const {
  return state_.outcomes.of(Outcome::updated) == 0 && state_.removed.empty() && state_.edits.empty();
}

/// Merging copies the whole index once: worth it when much is added.
bool IndexRun::fits_a_new_generation() const {
  const std::uint64_t added = state_.outcomes.of(Outcome::added);
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

/// A document whose place another one takes counts as removed there and as updated here.
std::uint64_t IndexRun::articles_after() const {
  const std::uint64_t before = index_ ? index_->manifest().articles : 0;
  return before + state_.outcomes.of(Outcome::added) + state_.taken_places - state_.removed.size();
}

void IndexRun::complete_report() {
  IndexReport& report = state_.report;
  report.added = state_.outcomes.of(Outcome::added);
  report.updated = state_.outcomes.of(Outcome::updated);
  report.unchanged = state_.outcomes.of(Outcome::unchanged);
  report.skipped = state_.outcomes.of(Outcome::skipped);
  report.removed = state_.removed.size() - state_.taken_places;
  report.articles = articles_after();
  report.site_lines.learned = state_.site_lines.size();
  report.formats = state_.coverage.formats();
  report.warnings = state_.warnings.counts();
  report.notes = state_.notes.lines();
}

}  // namespace fihrist
