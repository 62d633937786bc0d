// SPDX-License-Identifier: GPL-3.0-or-later
// ICU's converters behind values: opened, used and closed in one call.
#include "indexer/icu_converter.hpp"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <memory>
#include <stdexcept>

#include "indexer/icu_handle.hpp"

namespace fihrist {
namespace {

Converter open_converter(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) throw std::logic_error(std::string("ICU has no encoding named ") + encoding);
  return converter;
}

}  // namespace

std::u16string to_utf16(const char* encoding, std::string_view bytes) {
  const Converter converter = open_converter(encoding);
  std::u16string text(bytes.size() + 1, u'\0');  // no encoding of ours gives more units than bytes
  UErrorCode status = U_ZERO_ERROR;
  const auto length = ucnv_toUChars(converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  text.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return text;
}

std::optional<std::string> from_utf16(const char* encoding, std::u16string_view text) {
  const Converter converter = open_converter(encoding);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string bytes(text.size() * 2 + 1, '\0');
  const auto length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                      text.data(), static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

std::u16string utf8_to_utf16(std::string_view text) { return to_utf16("UTF-8", text); }

std::string utf16_to_utf8(std::u16string_view text) {
  std::string bytes(text.size() * 3 + 1, '\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(bytes.data(), static_cast<std::int32_t>(bytes.size()), &length, text.data(),
                     static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
  bytes.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return bytes;
}

}  // namespace fihrist
