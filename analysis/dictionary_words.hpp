// SPDX-License-Identifier: GPL-3.0-or-later
// Words of scripts that are written without blanks, by ICU's dictionaries. Internal to this room.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace fihrist {

/// Keeps ICU's word iterator between calls, since opening one costs more than most runs. Not thread-safe.
class DictionaryWords {
 public:
  DictionaryWords();
  ~DictionaryWords();
  DictionaryWords(const DictionaryWords&) = delete;
  DictionaryWords& operator=(const DictionaryWords&) = delete;

  /// Byte offsets in `run` where its words end, ascending, the last one being run.size().
  std::vector<std::size_t> word_ends(std::string_view run);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace fihrist
