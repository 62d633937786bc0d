// SPDX-License-Identifier: GPL-3.0-or-later
// Most hosts and paths are ASCII, and ICU is not asked.
#include "indexer/letters_of_address.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <memory>

#include "analysis/ascii.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::IDNA* idna() {
  static const std::unique_ptr<const icu::IDNA> made = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<const icu::IDNA> idna(
        icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_USE_STD3_RULES, error));
    return U_SUCCESS(error) ? std::move(idna) : nullptr;
  }();
  return made.get();
}

}  // namespace

std::string host_in_letters(std::string_view host) {
  std::string lower = lower_ascii(host);
  if ((is_ascii(lower) && lower.find("xn--") == std::string::npos) || idna() == nullptr) return lower;
  UErrorCode error = U_ZERO_ERROR;
  icu::IDNAInfo told;
  std::string letters;
  icu::StringByteSink<std::string> sink(&letters);
  idna()->nameToUnicodeUTF8(piece(lower), sink, told, error);
  return U_FAILURE(error) || told.hasErrors() ? lower : letters;
}

std::string composed(std::string_view text) {
  if (is_ascii(text) || !is_valid_utf8(text)) return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(error)) nfc->normalizeUTF8(0, piece(text), sink, nullptr, error);
  return U_FAILURE(error) ? std::string(text) : out;
}

}  // namespace fihrist
