// SPDX-License-Identifier: GPL-3.0-or-later
// What pages are made of: the files of web/ as shipped, and in their place those of the archive's owner.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// A file below /static/, with all that its answers need.
struct StaticFile {
  std::string content_type;
  std::string bytes, gzip, brotli;  ///< coded once; a coding that would save nothing is empty
  std::string version;              ///< hash of the bytes, hex
};

/// Immutable, so that many threads may use one; it outlives all that is made from it. What may lie in an
/// owner's directory and what is refused there: docs/theming.md.
class Theme {
 public:
  /// As shipped.
  Theme();
  /// With the files of `directory` in the place of the shipped ones; without such a directory as shipped.
  /// Throws Error(usage), which names the file, for one that cannot be read or has no place in a theme. What
  /// is wrong inside a template or a message file is found by Templates and Messages.
  explicit Theme(const std::filesystem::path& directory);

  /// The one that is shipped, for all that have no archive.
  static const Theme& shipped();

  /// Names of all templates, as shipped: an owner's has one of them.
  static std::vector<std::string> template_names();
  /// A template's text by its name, "home"; empty for one that is not there.
  std::string_view template_text(const std::string& name) const;
  /// A message file as shipped, by its language's code: JSON.
  static std::string_view shipped_messages(std::string_view code);
  /// What the owner says otherwise: JSON again, or empty.
  std::string_view own_messages(const std::string& code) const;

  /// Nothing for a file that is not served.
  const StaticFile* static_file(std::string_view name) const;
  /// Style sheets of the theme, in the order in which pages link to them.
  const std::vector<std::string>& style_sheets() const noexcept { return style_sheets_; }
  /// The image at the head of every page.
  const std::string& logo() const noexcept { return logo_; }

  /// Changes whenever any file does.
  const std::string& version() const noexcept { return version_; }
  /// When it was read: seconds since 1970. No page that was made from it is older.
  std::int64_t loaded_at() const noexcept { return loaded_at_; }

  /// Reports what is wrong with a file ("templates/home.mustache"): Error(usage) when it is the owner's,
  /// std::logic_error when it was shipped.
  [[noreturn]] void refuse(const std::string& file, const std::string& why) const;

 private:
  void take(const std::string& name, std::string bytes);
  void overlay(const std::filesystem::path& directory);
  void finish();

  std::filesystem::path directory_;
  std::map<std::string, std::string, std::less<>> own_;  ///< the owner's files by path below it
  std::map<std::string, StaticFile, std::less<>> static_files_;
  std::vector<std::string> style_sheets_;
  std::string logo_;
  std::string version_;
  std::int64_t loaded_at_ = 0;
};

}  // namespace fihrist
