// SPDX-License-Identifier: GPL-3.0-or-later
// Containers made for tests, in memory, by the same library that reads them.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fihrist::test {

struct PackedFile {
  std::string name;
  std::string bytes;
  mode_t type = AE_IFREG;
};

/// `format` as archive_write_set_format_by_name() has it ("zip", "ustar", "raw"), `filter` as
/// archive_write_add_filter_by_name() ("gzip", "xz", "none"), `options` as archive_write_set_options().
inline std::string packed(const std::vector<PackedFile>& files, const char* format,
                          const char* filter = "none", const char* options = nullptr) {
  // In the locale "C" the library refuses names beyond ASCII; in this one it says that bytes of any kind are
  // UTF-8.
  const std::unique_ptr<std::remove_pointer_t<locale_t>, void (*)(locale_t)> utf8(
      ::newlocale(LC_CTYPE_MASK, "C.UTF-8", static_cast<locale_t>(nullptr)), ::freelocale);
  const locale_t before = ::uselocale(options == nullptr ? utf8.get() : static_cast<locale_t>(nullptr));
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
  archive_write_set_format_by_name(writer.get(), format);
  if (std::string_view(filter) != "none") archive_write_add_filter_by_name(writer.get(), filter);
  if (options != nullptr) archive_write_set_options(writer.get(), options);
  std::string out;
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  const auto append = [](archive*, void* to, const void* bytes, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  };
  archive_write_open(writer.get(), &out, nullptr, append, nullptr);
  for (const PackedFile& file : files) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), file.name.c_str());
    archive_entry_set_filetype(entry.get(), file.type);
    archive_entry_set_perm(entry.get(), 0644);
    if (file.type == AE_IFLNK) archive_entry_set_symlink(entry.get(), file.bytes.c_str());
    archive_entry_set_size(entry.get(),
                           file.type == AE_IFREG ? static_cast<la_int64_t>(file.bytes.size()) : 0);
    if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK)
      throw std::logic_error(archive_error_string(writer.get()));
    if (file.type == AE_IFREG) archive_write_data(writer.get(), file.bytes.data(), file.bytes.size());
  }
  archive_write_close(writer.get());
  ::uselocale(before);
  return out;
}

}  // namespace fihrist::test
