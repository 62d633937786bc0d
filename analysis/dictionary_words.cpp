// SPDX-License-Identifier: GPL-3.0-or-later
// UAX #29 word boundaries with dictionaries, as ICU's break iterator gives them.
#include "analysis/dictionary_words.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cstdint>

namespace fihrist {

struct DictionaryWords::Iterator {
  UBreakIterator* breaks = nullptr;
  UText text = UTEXT_INITIALIZER;

  Iterator() {
    UErrorCode status = U_ZERO_ERROR;
    breaks = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
    if (U_FAILURE(status)) breaks = nullptr;
  }
  ~Iterator() {
    if (breaks != nullptr) ubrk_close(breaks);
    utext_close(&text);
  }
  Iterator(const Iterator&) = delete;
  Iterator& operator=(const Iterator&) = delete;

  bool set(std::string_view run) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text, run.data(), static_cast<std::int64_t>(run.size()), &status);
    if (breaks == nullptr || U_FAILURE(status)) return false;
    ubrk_setUText(breaks, &text, &status);
    return U_SUCCESS(status) != 0;
  }
};

DictionaryWords::DictionaryWords() = default;
DictionaryWords::~DictionaryWords() = default;

std::vector<std::size_t> DictionaryWords::word_ends(std::string_view run) {
  std::vector<std::size_t> ends;
  if (!iterator_) iterator_ = std::make_unique<Iterator>();
  if (iterator_->set(run)) {
    for (std::int32_t end = ubrk_next(iterator_->breaks); end != UBRK_DONE;
         end = ubrk_next(iterator_->breaks))
      ends.push_back(static_cast<std::size_t>(end));
  }
  if (ends.empty() || ends.back() != run.size()) ends.push_back(run.size());
  return ends;
}

}  // namespace fihrist
