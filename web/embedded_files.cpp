// SPDX-License-Identifier: GPL-3.0-or-later
// The door to the table that cmake/Embed.cmake generates.
#include "web/embedded_files.hpp"

#include <stdexcept>
#include <string>

namespace fihrist {

namespace web_files {
std::string_view file(std::string_view name) noexcept;
std::span<const std::string_view> names() noexcept;
}  // namespace web_files

std::string_view embedded_file(std::string_view name) {
  const std::string_view bytes = web_files::file(name);
  if (bytes.empty()) throw std::logic_error("not embedded: " + std::string(name));
  return bytes;
}

bool is_embedded(std::string_view name) { return !web_files::file(name).empty(); }

std::span<const std::string_view> embedded_names() { return web_files::names(); }

}  // namespace fihrist
