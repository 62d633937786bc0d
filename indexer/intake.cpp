// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs through their readers into the pool of examiners.
#include "indexer/intake.hpp"

#include <exception>
#include <memory>

#include "indexer/admission.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/inputs.hpp"
#include "indexer/ordered_pool.hpp"
#include "indexer/readers/registry.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::size_t rejects_in_report = 100;

/// Leaves a reader from within its callbacks: stopped from outside, or the index's side has failed. It is
/// no Error, which would be taken for a fault of the input.
struct ReadingEnds {};

using Pool = OrderedPool<Incoming, Examined>;

Pool::Work work_of(Examiner&& examiner) {
  return [own = std::make_shared<const Examiner>(std::move(examiner))](Incoming&& incoming) {
    return own->examine(std::move(incoming));
  };
}

class Intake {
 public:
  Intake(const IntakePlan& plan, RunState& state)
      : plan_(plan),
        state_(state),
        admission_(state),
        pool_(
            plan.jobs - 1, {}, [&] { return work_of(plan.make_examiner()); },
            [this](Examined&& examined) { admission_.admit(std::move(examined)); }) {}

  void run() {
    for (Reject& reject : state_.walk.unreadable) this->reject(std::move(reject));
    try {
      for (const InputFile& file : state_.walk.files) {
        if (stopped()) throw ReadingEnds{};
        take_file(file);
      }
    } catch (const ReadingEnds&) {
      if (failure_) std::rethrow_exception(failure_);
      state_.report.interrupted = true;
    }
    pool_.finish();
  }

 private:
  bool stopped() const { return plan_.stop != nullptr && plan_.stop->load(); }

  void take_file(const InputFile& file) {
    file_ = &file;
    bytes_at_hand_ = [] { return std::uint64_t{0}; };
    try {
      PeekedSource bytes(file.path == "-" ? open_standard_input() : open_file(file.path));
      bytes_at_hand_ = [&bytes] { return bytes.bytes_read(); };
      open_inputs(bytes, {.name = file.path, .found = file.found}, input_sink());
      state_.report.bytes_read += bytes.bytes_read();
    } catch (const Error& error) {
      reject({.path = file.path, .code = "unreadable", .message = error.what()});
    } catch (const ReadingEnds&) {
      state_.report.bytes_read += bytes_at_hand_();
      throw;
    }
  }

  InputSink input_sink() {
    return {.input = [this](PeekedSource& bytes, const std::string& name) { read(bytes, name); },
            .reject = [this](Reject&& rejected) { reject(std::move(rejected)); },
            .pass_over = [this](const std::string& reason,
                                const std::string& name) { state_.notes.add(reason, name); }};
  }

  void read(PeekedSource& bytes, const std::string& path) {
    const bool by_content = plan_.request.format == "auto";
    const Reader* reader =
        by_content ? choose_reader(bytes.head(), path) : reader_named(plan_.request.format);
    if (reader == nullptr && bytes.head().empty()) {
      state_.notes.add("empty", path);
    } else if (reader == nullptr) {
      reject({.path = path, .code = "unknown_format", .message = "none of the known formats"});
    } else {
      reader->read(bytes, path,
                   {.article = [this](ReadArticle&& article) { take(std::move(article)); },
                    .reject = [this](Reject&& rejected) { reject(std::move(rejected)); },
                    .skip = [this](Skip&& skipped) { skip(skipped); }});
    }
  }

  void take(ReadArticle&& article) {
    const std::size_t weight = article.article.text.size() + article.article.title.size();
    report_progress(article.article.title.empty() ? file_->path : article.article.title);
    try {
      pool_.submit({.read = std::move(article), .origin = file_->origin}, weight);
    } catch (...) {
      failure_ = std::current_exception();
      throw ReadingEnds{};
    }
    ++met_;
    if (stopped()) throw ReadingEnds{};
  }

  void reject(Reject&& rejected) {
    IndexReport& report = state_.report;
    ++report.rejected;
    if (file_ != nullptr) state_.walk.origins[file_->origin].whole = false;
    if (state_.rejects) state_.rejects->add(rejected);
    if (report.rejects.size() < rejects_in_report) report.rejects.push_back(std::move(rejected));
  }

  void skip(const Skip& skipped) {
    state_.ledger.skip();
    state_.notes.add(skipped.message, skipped.path);
  }

  void report_progress(const std::string& current) {
    const auto now = std::chrono::steady_clock::now();
    if (!plan_.progress || now - last_progress_ < std::chrono::milliseconds(100)) return;
    last_progress_ = now;
    plan_.progress({.articles = met_,
                    .bytes_read = state_.report.bytes_read + bytes_at_hand_(),
                    .bytes_total = state_.walk.bytes_total,
                    .current = current});
  }

  const IntakePlan& plan_;
  RunState& state_;
  Admission admission_;
  Pool pool_;
  const InputFile* file_ = nullptr;
  std::function<std::uint64_t()> bytes_at_hand_;
  std::exception_ptr failure_;
  std::uint64_t met_ = 0;
  std::chrono::steady_clock::time_point last_progress_{};
};

}  // namespace

void take_in(const IntakePlan& plan, RunState& state) { Intake(plan, state).run(); }

}  // namespace fihrist
