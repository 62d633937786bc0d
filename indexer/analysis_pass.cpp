// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings into the pool of examiners, results through the gate, and now and then a checkpoint.
#include "indexer/analysis_pass.hpp"

#include <chrono>
#include <memory>

#include "indexer/admission.hpp"
#include "indexer/ordered_pool.hpp"

namespace fihrist {
namespace {

using Clock = std::chrono::steady_clock;

struct Task {
  MeetingNumber meeting = no_meeting;
  bool known = false;
};

using ExaminationPool = OrderedPool<Task, Examined>;

/// A checkpoint writes the whole lexicon: it may take a twentieth of the time.
constexpr int time_between_checkpoints = 20;

class AnalysisPass {
 public:
  AnalysisPass(const AnalysisPlan& plan, RunState& state)
      : plan_(plan),
        state_(state),
        admission_(state),
        pool_(
            plan.jobs - 1, {}, [&] { return work_of(plan.make_examiner()); },
            [this](Examined&& examined) { take(std::move(examined)); }) {}

  void run() {
    for (MeetingNumber number = 0; number < state_.meetings.size(); ++number) {
      if (state_.settlement.verdicts[number].fate != Fate::kept) continue;
      // One that was stopped while reading takes in all that it had read.
      if (plan_.stop != nullptr && plan_.stop->load() && !state_.report.interrupted) {
        state_.report.interrupted = true;
        break;
      }
      const bool known = submitted_++ < plan_.resume.analysis.articles;
      pool_.submit({.meeting = number, .known = known}, state_.read->size_at(state_.meetings[number].place));
      save_checkpoint_if_due();
    }
    pool_.finish();
  }

 private:
  static ExaminationPool::Work work_of(Examiner&& examiner) {
    return [own = std::make_shared<const Examiner>(std::move(examiner))](Task&& task) {
      return own->examine(task.meeting, task.known);
    };
  }

  void take(Examined&& examined) {
    const bool known = admission_.admitted() < plan_.resume.analysis.articles;
    known ? admission_.admit_again(std::move(examined)) : admission_.admit(std::move(examined));
    report_progress();
  }

  void save_checkpoint_if_due() {
    if (plan_.checkpoints == nullptr || submitted_ < next_checkpoint_ || Clock::now() < not_before_) return;
    pool_.finish();
    const auto begin = Clock::now();
    state_.spool->sync();
    Checkpoint checkpoint = plan_.resume;
    checkpoint.analysis = {
        .articles = submitted_, .parts = state_.spool->parts(), .pieces = state_.lexicon.pieces()};
    plan_.checkpoints->save_words(submitted_, state_.lexicon, state_.names);
    plan_.checkpoints->save(checkpoint);
    next_checkpoint_ = submitted_ + plan_.request.checkpoint_every;
    not_before_ = Clock::now() + time_between_checkpoints * (Clock::now() - begin);
  }

  void report_progress() {
    const auto now = Clock::now();
    if (!plan_.progress || now - last_progress_ < plan_.request.progress_every) return;
    last_progress_ = now;
    plan_.progress({.articles = state_.meetings.size(),
                    .bytes_read = state_.report.bytes_read,
                    .bytes_total = state_.walk.bytes_total,
                    .analysed = admission_.admitted(),
                    .to_analyse = state_.meetings.size()});
  }

  const AnalysisPlan& plan_;
  RunState& state_;
  Admission admission_;
  ExaminationPool pool_;
  std::uint64_t submitted_ = 0;
  std::uint64_t next_checkpoint_ = plan_.resume.analysis.articles + plan_.request.checkpoint_every;
  Clock::time_point not_before_{};
  Clock::time_point last_progress_{};
};

}  // namespace

void analyse_kept(const AnalysisPlan& plan, RunState& state) { AnalysisPass(plan, state).run(); }

}  // namespace fihrist
