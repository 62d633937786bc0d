// SPDX-License-Identifier: GPL-3.0-or-later
// The file is read when an unknown article is asked for, so that a removal shows without a restart.
#include "web/takedowns.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "schema/archive_layout.hpp"

namespace fihrist {

bool was_taken_down(const std::filesystem::path& archive, const std::string& id) {
  std::ifstream lines(ArchiveLayout(archive).tombstones());
  for (std::string line; std::getline(lines, line);) {
    const auto tombstone = nlohmann::json::parse(line, nullptr, false);
    if (!tombstone.is_object()) continue;
    const auto named = tombstone.find("id");
    if (named != tombstone.end() && named->is_string() && named->get_ref<const std::string&>() == id)
      return true;
  }
  return false;
}

}  // namespace fihrist
