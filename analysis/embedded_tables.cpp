// SPDX-License-Identifier: GPL-3.0-or-later
// A thin door to what fihrist_embed() generated.
#include "analysis/embedded_tables.hpp"

#include <stdexcept>

namespace fihrist {
namespace tables {
std::string_view file(std::string_view name) noexcept;  // defined by cmake/Embed.cmake
}

std::string_view embedded_table(const std::string& name) {
  const std::string_view text = tables::file("tables/" + name);
  if (text.data() == nullptr) throw std::logic_error("table is not embedded: " + name);
  return text;
}

}  // namespace fihrist
