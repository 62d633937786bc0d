// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds by ending, then by the marks of formats.
#include "indexer/side_files.hpp"

#include <algorithm>
#include <string>

#include "analysis/ascii.hpp"

namespace fihrist {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view picture = "a picture, passed over";
constexpr std::string_view style = "a style sheet, passed over";
constexpr std::string_view script = "a script, passed over";
constexpr std::string_view font = "a font, passed over";
constexpr std::string_view recording = "sound or film, passed over";
constexpr std::string_view hidden = "hidden, passed over";
constexpr std::string_view folder_note = "a note of the operating system, passed over";
constexpr std::string_view blog_settings = "settings of a blog, passed over";
constexpr std::string_view web_archive_index = "the index of a web archive, passed over";

struct Kind {
  std::string_view text;
  std::string_view endings;  ///< each with a dot before and behind it
};

constexpr Kind side_file_kinds[] = {
    {picture, ".jpg.jpeg.jpe.png.gif.webp.svg.svgz.ico.bmp.tif.tiff.avif.heic.jfif.cur.psd."},
    {style, ".css.scss.sass.less."},
    {script, ".js.mjs.cjs.map.swf.wasm."},
    {font, ".woff.woff2.ttf.otf.eot."},
    {recording, ".mp3.mp4.m4a.m4v.ogg.oga.ogv.opus.wav.flac.webm.avi.mov.mkv.wmv.3gp."},
    {web_archive_index, ".cdx.cdxj.idx."},
};

struct Mark {
  std::string_view bytes;
  std::string_view text;
};

constexpr Mark marks[] = {
    {"\x89PNG"sv, picture},  {"GIF8"sv, picture},    {"\xFF\xD8\xFF"sv, picture}, {"wOFF"sv, font},
    {"wOF2"sv, font},        {"OTTO"sv, font},       {"ID3"sv, recording},        {"OggS"sv, recording},
    {"\0\0\1\0"sv, picture}, {"\0\1\0\0\0"sv, font},
};

std::string lower_ending(std::string_view file) {
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(file.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(), to_ascii_lower);
  return ending + '.';
}

/// Takeout puts the look and the settings of each blog, and all its pictures with their descriptions, beside
/// the one file that has the posts.
bool is_takeout_beside_posts(std::string_view name, std::string_view file) {
  const bool below = name.find("Blogger/Blogs/") != std::string_view::npos ||
                     name.find("Blogger/Albums/") != std::string_view::npos;
  return below && !file.ends_with(".atom");
}

/// Of what lies in a container; the operator may well name a hidden file, and those in folders are not
/// walked.
bool is_hidden(std::string_view name) {
  const std::size_t inside = name.find("!/");
  for (std::size_t slash = inside; slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
    const std::string_view rest = name.substr(name.find('/', slash) + 1);
    if (rest.starts_with('.') && !rest.starts_with("./") && !rest.starts_with("../")) return true;
  }
  return false;
}

/// Indexes, logs: all that is in a WACZ beside its web archives and its lists of pages (WACZ 1.1.1, section
/// 4).
bool is_wacz_beside_archives(std::string_view name) {
  constexpr std::string_view into = ".wacz!/";
  const std::size_t at = name.find(into);
  if (at == std::string_view::npos) return false;
  const std::string_view inside = name.substr(at + into.size());
  return !inside.starts_with("archive/") && !(inside.starts_with("pages/") && inside.ends_with(".jsonl"));
}

std::string_view by_name(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  if (is_hidden(name)) return hidden;
  if (name.find("__MACOSX/") != std::string_view::npos || file == "Thumbs.db" || file == "desktop.ini")
    return folder_note;
  if (is_takeout_beside_posts(name, file)) return blog_settings;
  if (is_wacz_beside_archives(name)) return web_archive_index;
  const std::string ending = lower_ending(file);
  if (ending.empty()) return {};
  for (const Kind& kind : side_file_kinds)
    if (kind.endings.find(ending) != std::string_view::npos) return kind.text;
  return {};
}

}  // namespace

std::string_view side_file_kind(std::string_view name, std::string_view head) {
  if (const std::string_view kind = by_name(name); !kind.empty()) return kind;
  if (head.starts_with("RIFF") && head.substr(0, 12).ends_with("WEBP")) return picture;
  const auto* mark = std::find_if(std::begin(marks), std::end(marks),
                                  [&](const Mark& one) { return head.starts_with(one.bytes); });
  return mark == std::end(marks) ? std::string_view() : mark->text;
}

}  // namespace fihrist
