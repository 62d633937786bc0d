// SPDX-License-Identifier: GPL-3.0-or-later
// What was passed over and why, told in few lines.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fihrist {

/// Collects skipped things by reason. Only the first of a reason is kept, and the others counted, unless
/// all are asked for: a folder of ten thousand pictures is one line.
class SkipNotes {
 public:
  explicit SkipNotes(bool keep_all) : keep_all_(keep_all) {}

  bool has(const std::string& reason) const { return places_.contains(reason); }
  void add(const std::string& reason, const std::string& thing);
  /// One sentence each, in the order in which the reasons first came up.
  std::vector<std::string> lines() const;

 private:
  struct Reason {
    std::string text;
    std::vector<std::string> things;
    std::uint64_t count = 0;
  };

  bool keep_all_;
  std::vector<Reason> reasons_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace fihrist
