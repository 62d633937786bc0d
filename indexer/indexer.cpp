// SPDX-License-Identifier: GPL-3.0-or-later
// The doors of the room: a run of indexing, and the removal of one article.
#include "indexer/indexer.hpp"

#include <fmt/format.h>

#include <chrono>

#include "indexer/archive_config.hpp"
#include "indexer/generation_builder.hpp"
#include "indexer/index_run.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/write_lock.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

void check(const IndexRequest& request) {
  if (request.paths.empty())
    throw Error(ErrorCode::usage, "there is nothing to index",
                "Name files or folders, or - for standard input.");
  if (request.format == "auto" || reader_named(request.format) != nullptr) return;
  std::string names = "auto";
  for (const Reader* reader : all_readers()) names += fmt::format(", {}", reader->format());
  throw Error(ErrorCode::usage, fmt::format("there is no format \"{}\"", request.format),
              fmt::format("Formats: {}.", names));
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

IndexReport run_index(const IndexRequest& request, const ProgressCallback& progress,
                      const std::atomic<bool>* stop) {
  const auto begin = std::chrono::steady_clock::now();
  check(request);
  RunState state(request);
  state.walk = walk_inputs({.paths = request.paths, .source = request.source, .archive = request.archive},
                           state.notes);
  const ArchiveLayout layout(request.archive);
  std::optional<WriteLock> lock;
  if (!request.dry_run) {
    lock.emplace(layout);
    remove_unfinished_generations(layout);
    write_config_template(layout);
  }
  IndexRun run(request, state);
  run.read(progress, stop);
  run.judge_rejects();
  run.settle(progress);
  run.analyse(progress, stop);
  run.compare();
  run.write(progress);
  run.complete_report();
  state.report.seconds = seconds_since(begin);
  return std::move(state.report);
}

}  // namespace fihrist
