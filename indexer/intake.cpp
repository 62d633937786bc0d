// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs through their readers into the pool that identifies, and from there into the spool.
#include "indexer/intake.hpp"

#include <exception>
#include <limits>
#include <memory>

#include "indexer/byte_sources.hpp"
#include "indexer/identification.hpp"
#include "indexer/inputs.hpp"
#include "indexer/ordered_pool.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/web_address.hpp"
#include "schema/article.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::size_t rejects_in_report = 100;
constexpr std::uint32_t no_file = std::numeric_limits<std::uint32_t>::max();

/// Leaves a reader from within its callbacks: stopped from outside, or the archive's side has failed. It is
/// no Error, which would be taken for a fault of the input.
struct ReadingEnds {};

using IdentificationPool = OrderedPool<Incoming, Identified>;

std::string name_of(const Article& article) { return article.title.empty() ? article.id : article.title; }

std::uint64_t folder_hash(const std::string& path) {
  std::error_code ignored;
  const auto folder =
      std::filesystem::weakly_canonical(std::filesystem::path(path).parent_path() / ".", ignored);
  return hash_of(folder.native());
}

class Intake {
 public:
  Intake(const IntakePlan& plan, RunState& state)
      : plan_(plan),
        state_(state),
        pool_(
            plan.jobs - 1, {},
            [&]() -> IdentificationPool::Work {
              return [&plan](Incoming&& incoming) {
                return identify(std::move(incoming), plan.tombstones, plan.request.source);
              };
            },
            [this](Identified&& identified) { enter(std::move(identified)); }) {}

  void run() {
    place_.file = no_file;
    for (Reject& reject : state_.walk.unreadable) count(std::move(reject), "");
    try {
      replay();
      for (place_.file = plan_.resume.file; place_.file < state_.walk.files.size(); ++place_.file) {
        if (stopped()) throw ReadingEnds{};
        take_file();
      }
      pool_.finish();
      place_.complete = true;
    } catch (const ReadingEnds&) {
      if (failure_) std::rethrow_exception(failure_);
      state_.report.interrupted = true;
      pool_.finish();
    }
    if (place_.complete && plan_.checkpoints != nullptr && !plan_.resume.complete) save_checkpoint();
    state_.read->flush();
    state_.listed.sort();
  }

 private:
  const InputFile& file() const { return state_.walk.files[place_.file]; }
  bool stopped() const { return plan_.stop != nullptr && plan_.stop->load(); }

  /// What a run that was cut short had read goes the same way once more, but for its readers.
  void replay() {
    if (plan_.resume.spool_bytes == 0) return;
    state_.read->for_each([this](Delivery&& delivery, std::uint64_t place) {
      place_.file = delivery.file;
      folder_ = delivery.folder;
      if (auto* read = std::get_if<ReadArticle>(&delivery.what)) {
        take(std::move(*read), delivery.format, place);
      } else if (auto* rejected = std::get_if<Reject>(&delivery.what)) {
        count(std::move(*rejected), delivery.format);
      } else if (const auto* skipped = std::get_if<Skip>(&delivery.what)) {
        count(*skipped, delivery.format);
      } else {
        list(std::get<ListedPage>(delivery.what), place);
      }
    });
    for (std::uint32_t number = 0; number < plan_.resume.file; ++number) {
      std::error_code ignored;
      state_.report.bytes_read += std::filesystem::file_size(state_.walk.files[number].path, ignored);
    }
    to_pass_over_ = plan_.resume.deliveries;
    pool_.finish();
  }

  void take_file() {
    const std::string& path = file().path;
    place_.deliveries = 0;
    bytes_at_hand_ = [] { return std::uint64_t{0}; };
    try {
      PeekedSource bytes(path == "-" ? open_standard_input() : open_file(path));
      bytes_at_hand_ = [&bytes] { return bytes.bytes_read(); };
      open_inputs(bytes, {.name = path, .found = file().found}, input_sink());
      state_.report.bytes_read += bytes.bytes_read();
    } catch (const Error& error) {
      deliver(Reject{.path = path, .code = "unreadable", .message = error.what()}, "");
    } catch (const ReadingEnds&) {
      state_.report.bytes_read += bytes_at_hand_();
      throw;
    }
    to_pass_over_ = 0;
  }

  InputSink input_sink() {
    return {.input = [this](PeekedSource& bytes, const std::string& name) { read(bytes, name); },
            .reject = [this](Reject&& rejected) { deliver(std::move(rejected), ""); },
            .pass_over = [this](const std::string& reason,
                                const std::string& name) { state_.notes.add(reason, name); }};
  }

  void read(PeekedSource& bytes, const std::string& path) {
    folder_ = folder_hash(path);
    const bool by_content = plan_.request.format == "auto";
    const Reader* reader =
        by_content ? choose_reader(bytes.head(), path) : reader_named(plan_.request.format);
    if (reader == nullptr && bytes.head().empty()) {
      state_.notes.add("empty", path);
    } else if (reader == nullptr) {
      deliver(Reject{.path = path, .code = "unknown_format", .message = "none of the known formats"}, "");
    } else {
      const std::string format(reader->format());
      reader->read(bytes, path,
                   {.article = [&](ReadArticle&& read) { deliver(std::move(read), format); },
                    .reject = [&](Reject&& rejected) { deliver(std::move(rejected), format); },
                    .skip = [&](Skip&& skipped) { deliver(std::move(skipped), format); },
                    .listed = [&](ListedPage&& page) { deliver(std::move(page), format); }});
    }
  }

  /// One call of a reader. What the run before had taken already is passed over.
  template <typename What>
  void deliver(What&& what, const std::string& format) {
    ++place_.deliveries;
    if (to_pass_over_ > 0) {
      --to_pass_over_;
      return;
    }
    if constexpr (std::is_same_v<std::decay_t<What>, ReadArticle>) {
      report_progress(what.article.title.empty() ? file().path : what.article.title);
      take(std::forward<What>(what), format, std::nullopt);
    } else {
      std::uint64_t place = 0;
      guarded_by_failure([&] {
        place = state_.read->add({.file = place_.file, .folder = folder_, .format = format, .what = what});
      });
      if constexpr (std::is_same_v<std::decay_t<What>, ListedPage>)
        list(what, place);
      else
        count(std::forward<What>(what), format);
    }
    guarded_by_failure([this] { save_checkpoint_if_due(); });
    if (stopped()) throw ReadingEnds{};
  }

  template <typename Work>
  void guarded_by_failure(Work&& work) {
    try {
      work();
    } catch (...) {
      failure_ = std::current_exception();
      throw ReadingEnds{};
    }
  }

  void take(ReadArticle&& read, const std::string& format, std::optional<std::uint64_t> place) {
    const std::size_t weight = read.article.text.size() + read.article.title.size();
    ++met_;
    guarded_by_failure([&] {
      pool_.submit({.read = std::move(read),
                    .file = place_.file,
                    .origin = static_cast<std::uint32_t>(file().origin),
                    .folder = folder_,
                    .format = format,
                    .place = place},
                   weight);
    });
  }

  /// From the pool, in the order of the input.
  void enter(Identified&& identified) {
    Incoming& incoming = identified.incoming;
    const ReadArticle& read = incoming.read;
    if (identified.buried) {
      state_.outcomes.add(Outcome::skipped);
      state_.notes.add("removed for good (tombstones), passed over", name_of(read.article));
    }
    if (!read.withheld.empty())
      state_.notes.add("not published by its source (" + read.withheld + "), passed over",
                       name_of(read.article));
    const std::uint8_t format = state_.coverage.number_of(incoming.format);
    state_.coverage.met(format, read, state_.walk.files[incoming.file].path);
    const std::uint64_t place = incoming.place ? *incoming.place
                                               : state_.read->add({.file = incoming.file,
                                                                   .folder = incoming.folder,
                                                                   .format = incoming.format,
                                                                   .what = std::move(incoming.read)});
    if (identified.buried) return;
    identified.meeting.place = place;
    identified.meeting.format = format;
    const auto number = static_cast<MeetingNumber>(state_.meetings.size());
    if (!identified.lines.empty()) state_.study->add(number, identified.meeting.group, identified.lines);
    state_.meetings.push_back(identified.meeting);
  }

  void count(Reject&& rejected, const std::string& format) {
    IndexReport& report = state_.report;
    ++report.rejected;
    state_.coverage.rejected(state_.coverage.number_of(format), rejected);
    rejected.excerpt = reject_excerpt(rejected.excerpt);
    if (place_.file != no_file) state_.walk.origins[file().origin].whole = false;
    if (state_.rejects) state_.rejects->add(rejected);
    if (report.rejects.size() < rejects_in_report) report.rejects.push_back(std::move(rejected));
  }

  void count(const Skip& skipped, const std::string& format) {
    state_.outcomes.add(Outcome::skipped);
    state_.coverage.skipped(state_.coverage.number_of(format), skipped);
    state_.notes.add(skipped.message, skipped.path);
  }

  void list(const ListedPage& page, std::uint64_t place) {
    if (!state_.listed.add({.address = hash_of(normalised_url(page.url)), .place = place}))
      state_.notes.add("an address too many in lists of pages, passed over", page.url);
  }

  void save_checkpoint_if_due() {
    if (plan_.checkpoints == nullptr || met_ < next_checkpoint_) return;
    pool_.finish();
    save_checkpoint();
    next_checkpoint_ = met_ + plan_.request.checkpoint_every;
    last_progress_ = {};
  }

  void save_checkpoint() {
    state_.read->sync();
    place_.spool_bytes = state_.read->bytes();
    plan_.checkpoints->save({.reading = place_});
  }

  void report_progress(const std::string& current) {
    const auto now = std::chrono::steady_clock::now();
    if (!plan_.progress || now - last_progress_ < plan_.request.progress_every) return;
    last_progress_ = now;
    plan_.progress({.articles = met_,
                    .bytes_read = state_.report.bytes_read + bytes_at_hand_(),
                    .bytes_total = state_.walk.bytes_total,
                    .current = current});
  }

  const IntakePlan& plan_;
  RunState& state_;
  IdentificationPool pool_;
  ReadingPlace place_;
  std::uint64_t folder_ = 0;
  std::uint64_t to_pass_over_ = 0;
  std::function<std::uint64_t()> bytes_at_hand_;
  std::exception_ptr failure_;
  std::uint64_t met_ = 0;
  std::uint64_t next_checkpoint_ = plan_.request.checkpoint_every;
  std::chrono::steady_clock::time_point last_progress_{};
};

}  // namespace

void take_in(const IntakePlan& plan, RunState& state) { Intake(plan, state).run(); }

}  // namespace fihrist
