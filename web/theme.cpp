// SPDX-License-Identifier: GPL-3.0-or-later
// A theme is read whole before anything is made from it: no request ever meets a file system.
#include "web/theme.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <stdexcept>

#include "analysis/ascii.hpp"
#include "analysis/utf8.hpp"
#include "schema/article.hpp"
#include "schema/error.hpp"
#include "web/compression.hpp"
#include "web/embedded_files.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 4U << 20U;
constexpr const char* own_style_sheet = "theme.css";
constexpr const char* remedy = "docs/theming.md tells what a theme may hold.";

struct StaticType {
  std::string_view ending, content_type;
};

/// What a theme may put below /static/. No script: the pages' own is all that their policy is made for.
constexpr std::array static_types{
    StaticType{".css", "text/css; charset=utf-8"},
    StaticType{".svg", "image/svg+xml; charset=utf-8"},
    StaticType{".png", "image/png"},
    StaticType{".webp", "image/webp"},
    StaticType{".jpg", "image/jpeg"},
    StaticType{".ico", "image/x-icon"},
    StaticType{".woff2", "font/woff2"},
    StaticType{".txt", "text/plain; charset=utf-8"},
};

constexpr std::array logos{"logo.svg", "logo.png", "logo.webp"};

struct ShippedFile {
  const char* name;
  std::string_view content_type;
};

constexpr std::array shipped_static_files{
    ShippedFile{"fihrist.css", "text/css; charset=utf-8"},
    ShippedFile{"fihrist.js", "text/javascript; charset=utf-8"},
    ShippedFile{"fihrist.svg", "image/svg+xml; charset=utf-8"},
};

const StaticType* type_of(std::string_view name) {
  const auto row = std::find_if(static_types.begin(), static_types.end(),
                                [&](const StaticType& type) { return name.ends_with(type.ending); });
  return row == static_types.end() ? nullptr : &*row;
}

/// A name that stands in a URL as it is.
bool is_plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

StaticFile make_static_file(std::string_view content_type, std::string bytes) {
  StaticFile file{.content_type = std::string(content_type), .bytes = std::move(bytes)};
  file.version = short_hash(file.bytes);
  if (is_compressible(content_type)) {
    file.gzip = compress(file.bytes, ContentCoding::gzip);
    file.brotli = compress(file.bytes, ContentCoding::brotli);
  }
  for (std::string* coded : {&file.gzip, &file.brotli})
    if (coded->size() >= file.bytes.size()) coded->clear();
  return file;
}

bool is_text(std::string_view name) {
  const StaticType* type = type_of(name);
  return type == nullptr || is_compressible(type->content_type);
}

bool is_editors_remnant(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.ends_with('~');
}

constexpr std::string_view template_folder = "templates/";
constexpr std::string_view template_ending = ".mustache";

bool is_known_template(std::string_view name) {
  return name.starts_with(template_folder) && is_embedded(name);
}

}  // namespace

Theme::Theme() : logo_("fihrist.svg") {
  for (const ShippedFile& file : shipped_static_files)
    static_files_[file.name] =
        make_static_file(file.content_type, std::string(embedded_file(std::string("static/") + file.name)));
  style_sheets_.emplace_back("fihrist.css");
  finish();
}

Theme::Theme(const fs::path& directory) : Theme() {
  directory_ = directory;
  std::error_code error;
  if (!fs::exists(directory, error)) return;
  overlay(directory);
  if (static_files_.contains(own_style_sheet)) style_sheets_.emplace_back(own_style_sheet);
  for (const char* name : logos)
    if (static_files_.contains(name)) {
      logo_ = name;
      break;
    }
  finish();
}

const Theme& Theme::shipped() {
  static const Theme theme;
  return theme;
}

void Theme::refuse(const std::string& file, const std::string& why) const {
  if (!own_.contains(file) && directory_.empty()) throw std::logic_error(file + ": " + why);
  const std::string path = own_.contains(file) ? (directory_ / file).string() : file;
  throw Error(ErrorCode::usage, path + ": " + why, remedy);
}

/// Reads every file below the directory, or refuses one.
void Theme::overlay(const fs::path& directory) {
  try {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
      if (entry.is_directory() || is_editors_remnant(entry.path())) continue;
      const std::string name = entry.path().lexically_relative(directory).generic_string();
      if (!entry.is_regular_file() || entry.file_size() > largest_file)
        throw Error(ErrorCode::usage, entry.path().string() + ": no file of at most 4 MB", remedy);
      std::ifstream stream(entry.path(), std::ios::binary);
      std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
      if (!stream) throw Error(ErrorCode::usage, entry.path().string() + ": cannot be read", remedy);
      take(name, std::move(bytes));
    }
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::usage, directory.string() + ": " + error.code().message(), remedy);
  }
}

void Theme::take(const std::string& name, std::string bytes) {
  const std::string& kept = own_[name] = std::move(bytes);
  if (is_text(name) && !is_valid_utf8(kept)) refuse(name, "is no UTF-8 text");
  constexpr std::string_view static_folder = "static/";
  const bool is_messages = name.starts_with("messages/") && is_embedded(name);
  if (is_known_template(name) || is_messages) return;
  if (!name.starts_with(static_folder)) refuse(name, "no page is made of such a file");
  const std::string file = name.substr(static_folder.size());
  const StaticType* type = type_of(file);
  if (type == nullptr || !is_plain_name(file)) refuse(name, "no such file is served");
  static_files_[file] = make_static_file(type->content_type, kept);
}

void Theme::finish() {
  loaded_at_ =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  std::string all;
  for (const auto& [name, file] : static_files_) all += name + file.version + '\n';
  for (const auto& [name, bytes] : own_) all += name + short_hash(bytes) + '\n';
  for (const std::string_view name : embedded_names()) all += short_hash(embedded_file(name)) + '\n';
  version_ = short_hash(all);
}

std::vector<std::string> Theme::template_names() {
  std::vector<std::string> names;
  for (std::string_view name : embedded_names()) {
    if (!is_known_template(name)) continue;
    name.remove_prefix(template_folder.size());
    name.remove_suffix(template_ending.size());
    names.emplace_back(name);
  }
  return names;
}

std::string_view Theme::template_text(const std::string& name) const {
  const std::string file = std::string(template_folder).append(name).append(template_ending);
  if (const auto own = own_.find(file); own != own_.end()) return own->second;
  return is_embedded(file) ? embedded_file(file) : std::string_view{};
}

std::string_view Theme::shipped_messages(std::string_view code) {
  return embedded_file("messages/" + std::string(code) + ".json");
}

std::string_view Theme::own_messages(const std::string& code) const {
  const auto own = own_.find("messages/" + code + ".json");
  return own == own_.end() ? std::string_view{} : own->second;
}

const StaticFile* Theme::static_file(std::string_view name) const {
  const auto found = static_files_.find(name);
  return found == static_files_.end() ? nullptr : &found->second;
}

}  // namespace fihrist
