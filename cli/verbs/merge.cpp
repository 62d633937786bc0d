// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist merge: the articles of several archives into one.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

#include "cli/allocation.hpp"
#include "cli/archive_walk.hpp"
#include "cli/progress_display.hpp"
#include "cli/run_summary.hpp"
#include "cli/verbs.hpp"
#include "indexer/indexer.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr const char* merge_examples =
    "Examples:\n"
    "  fihrist -C all merge 2016 2017      the articles of two archives; a later one wins where ids are "
    "equal";

/// Files for the time of one run, on the disk of the archive.
class Exports {
 public:
  explicit Exports(const fs::path& archive) : path_(archive / "merge.new") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Exports() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Exports(const Exports&) = delete;
  Exports& operator=(const Exports&) = delete;

  /// The path of the file.
  std::string add(const fs::path& archive) {
    const fs::path path = path_ / fmt::format("{:03}.jsonl", ++count_);
    std::ofstream file(path, std::ios::binary);
    write_articles(archive, file);
    file.close();
    if (!file)
      throw Error(ErrorCode::failed, fmt::format("{} cannot be written", path.string()),
                  "Free some space on the disk and run the command again.");
    return path.string();
  }

 private:
  fs::path path_;
  int count_ = 0;
};

int run_merge_verb(Session& session, const std::vector<std::string>& archives) {
  const Console& console = session.console;
  keep_small_pieces();
  for (const std::string& archive : archives) const Archive is_there(archive);  // or nothing is written
  IndexRequest request{.archive = session.options.archive, .format = "jsonl"};
  Exports exports(request.archive);
  for (const std::string& archive : archives) request.paths.push_back(exports.add(archive));
  ProgressDisplay display(console);
  const IndexReport report =
      run_index(request, [&](const IndexProgress& progress) { display.show(progress); });
  if (session.options.json)
    console.out << to_json(report) << '\n';
  else if (!console.quiet)
    console.out << run_summary(request, report, console);
  return report.rejected > 0 ? ExitCode::some_rejected : ExitCode::done;
}

}  // namespace

void add_merge_verb(CLI::App& program, VerbAction& chosen) {
  auto archives = std::make_shared<std::vector<std::string>>();
  CLI::App* verb = program.add_subcommand("merge", "put the articles of other archives into this one");
  verb->footer(merge_examples);
  verb->add_option("DIR", *archives, "archive directories")->required();
  verb->callback([archives, &chosen] {
    chosen = [archives](Session& session) { return run_merge_verb(session, *archives); };
  });
}

}  // namespace fihrist
