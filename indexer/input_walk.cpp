// SPDX-License-Identifier: GPL-3.0-or-later
// Folders, walked.
#include "indexer/input_walk.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  Walker(const WalkRequest& request, SkipNotes& notes)
      : source_(request.source), archive_(fs::weakly_canonical(request.archive)), notes_(notes) {}

  void add(const std::string& path) {
    if (is_stream(path)) {
      walk_.origins.push_back({.name = source_.empty() ? path : source_});
      add_file(path);
      any_stream_ = true;
      return;
    }
    walk_.origins.push_back({.name = fs::canonical(path).string()});
    if (fs::is_directory(path)) {
      add_folder(path);
    } else {
      add_file(path);
    }
  }

  InputWalk result() {
    if (any_stream_) walk_.bytes_total = 0;
    return std::move(walk_);
  }

 private:
  /// Standard input, or what is read once from its beginning: a pipe with a name, `<(zcat …)` of a shell,
  /// whose path leads to nothing that has a name.
  static bool is_stream(const std::string& path) {
    return path == "-" || (!fs::is_directory(path) && !fs::is_regular_file(path));
  }

  void add_file(const std::string& path, bool found = false) {
    std::error_code unknown;
    const std::uintmax_t size = fs::file_size(path, unknown);
    if (!unknown) walk_.bytes_total += size;
    walk_.files.push_back({.path = path, .origin = walk_.origins.size() - 1, .found = found});
  }

  void add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      entries.push_back(at->path());
    if (error) {
      walk_.origins.back().whole = false;
      walk_.unreadable.push_back(
          {.path = folder.string(),
           .code = "unreadable",
           .message = fmt::format("the folder cannot be listed: {}", error.message())});
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& left, const fs::path& right) { return left.native() < right.native(); });
    for (const fs::path& entry : entries)
      if (belongs_to_saved_page(entry, entries))
        notes_.add("what a browser saved with a page, passed over", entry.string());
      else
        add_entry(entry);
  }

  /// «page_files» beside «page.html»: scripts, pictures, and frames of advertisements that look like pages.
  /// `beside` is sorted.
  static bool belongs_to_saved_page(const fs::path& entry, const std::vector<fs::path>& beside) {
    constexpr std::string_view ending = "_files";
    const std::string& name = entry.native();
    if (!name.ends_with(ending) || !fs::is_directory(entry)) return false;
    const std::string page = name.substr(0, name.size() - ending.size());
    const auto stands_there = [&](const std::string& file) {
      return std::ranges::binary_search(beside, file, {}, [](const fs::path& one) { return one.native(); });
    };
    return stands_there(page + ".html") || stands_there(page + ".htm");
  }

  void add_entry(const fs::path& entry) {
    std::error_code unknown;
    const fs::file_status status = fs::status(entry, unknown);
    if (entry.filename().native().starts_with('.')) {
      notes_.add("hidden, passed over", entry.string());
    } else if (fs::is_regular_file(status)) {
      add_file(entry.string(), true);
    } else if (!fs::is_directory(status)) {
      notes_.add("no file and no folder, passed over", entry.string());
    } else if (fs::is_symlink(fs::symlink_status(entry, unknown))) {
      notes_.add("a link to a folder, passed over", entry.string());
    } else if (fs::weakly_canonical(entry, unknown) == archive_) {
      notes_.add("the archive itself, passed over", entry.string());
    } else {
      add_folder(entry);
    }
  }

  std::string source_;
  fs::path archive_;
  SkipNotes& notes_;
  InputWalk walk_;
  bool any_stream_ = false;
};

void check_readable(const std::string& path) {
  if (path == "-" || ::access(path.c_str(), R_OK) == 0) return;
  const int reason = errno;
  if (reason == ENOENT)
    throw Error(ErrorCode::failed, fmt::format("there is no file or folder \"{}\"", path),
                "Check the path; nothing was read and nothing was changed.");
  throw Error(ErrorCode::failed, fmt::format("\"{}\" cannot be read: {}", path, std::strerror(reason)),
              "Nothing was read and nothing was changed.");
}

}  // namespace

InputWalk walk_inputs(const WalkRequest& request, SkipNotes& notes) {
  for (const std::string& path : request.paths) check_readable(path);
  Walker walker(request, notes);
  for (const std::string& path : request.paths) walker.add(path);
  return walker.result();
}

}  // namespace fihrist
