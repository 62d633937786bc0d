// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist rebuild: a whole new index beside the one that is served.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/allocation.hpp"
#include "cli/archive_walk.hpp"
#include "cli/progress_display.hpp"
#include "cli/verbs.hpp"
#include "cli/wording.hpp"
#include "indexer/generation_builder.hpp"
#include "indexer/generation_switch.hpp"
#include "indexer/indexer.hpp"
#include "indexer/write_lock.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr const char* rebuild_examples =
    "Examples:\n"
    "  fihrist rebuild            from the articles of the index itself\n"
    "  fihrist rebuild pages/     from the sources, when the index is damaged or made by other rules\n"
    "  fihrist swap               serves it; fihrist rollback goes back";

/// An archive of its own inside the archive, for the time of a build.
class BuildingSite {
 public:
  explicit BuildingSite(const ArchiveLayout& layout) : path_(building_site(layout)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
    for (const fs::path& settings : {layout.config(), layout.tombstones(), layout.names(), layout.plurals()})
      if (fs::exists(settings)) fs::copy_file(settings, path_ / settings.filename());
  }
  ~BuildingSite() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  BuildingSite(const BuildingSite&) = delete;
  BuildingSite& operator=(const BuildingSite&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string exported(const fs::path& archive, const fs::path& to) {
  std::ofstream file(to, std::ios::binary);
  write_articles(archive, file);
  file.close();
  if (!file)
    throw Error(ErrorCode::failed, fmt::format("{} cannot be written", to.string()),
                "Free some space on the disk and run the command again.");
  return to.string();
}

int tell(const Session& session, const std::string& generation, const IndexReport& report) {
  const Console& console = session.console;
  if (session.options.json)
    console.out << nlohmann::ordered_json{{"generation", generation},
                                          {"articles", report.articles},
                                          {"rejected", report.rejected}}
                       .dump()
                << '\n';
  else
    console.message(fmt::format("Built {} with {}. Serve it: fihrist swap", generation,
                                counted(report.articles, "article")));
  return report.rejected > 0 ? ExitCode::some_rejected : ExitCode::done;
}

int run_rebuild_verb(Session& session, IndexRequest request) {
  const ArchiveLayout layout(session.options.archive);
  if (!fs::is_directory(layout.index()))
    throw Error(ErrorCode::failed, fmt::format("there is no index in {}", layout.directory().string()),
                "Index something first, or name another archive with --archive.");
  const WriteLock lock(layout);
  const BuildingSite site(layout);
  if (request.paths.empty()) {
    request.paths = {exported(session.options.archive, site.path() / "articles.jsonl")};
    request.format = "jsonl";
  }
  request.archive = site.path();
  keep_small_pieces();
  ProgressDisplay display(session.console);
  const IndexReport report =
      run_index(request, [&](const IndexProgress& progress) { display.show(progress); });
  return tell(session, adopt_generation(session.options.archive, site.path()), report);
}

}  // namespace

void add_rebuild_verb(CLI::App& program, VerbAction& chosen) {
  auto request = std::make_shared<IndexRequest>();
  CLI::App* verb = program.add_subcommand("rebuild", "build a new index beside the one that is served");
  verb->footer(rebuild_examples);
  verb->add_option("PATH", request->paths, "files and folders (else: the articles of the index)");
  verb->add_option("--format", request->format, "format of the input (auto)")->type_name("NAME");
  verb->add_option("--source", request->source, "source of articles that name none")->type_name("NAME");
  verb->add_option("--jobs", request->jobs, "threads that read (as many as there are)")->type_name("N");
  verb->callback([request, &chosen] {
    chosen = [request](Session& session) { return run_rebuild_verb(session, *request); };
  });
}

}  // namespace fihrist
