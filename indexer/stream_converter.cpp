// SPDX-License-Identifier: GPL-3.0-or-later
// ICU's converters, fed piece by piece.
#include "indexer/stream_converter.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <utility>

#include "analysis/ascii.hpp"
#include "indexer/icu_handle.hpp"

namespace fihrist {
namespace {

struct Relabelled {
  std::string_view label;
  const char* encoding;
};

/// Labels that mean more than what they say. Reference: WHATWG Encoding Standard, "Names and labels".
constexpr Relabelled relabelled[] = {{"ascii", "windows-1252"},
                                     {"us-ascii", "windows-1252"},
                                     {"iso-8859-1", "windows-1252"},
                                     {"iso8859-1", "windows-1252"},
                                     {"iso_8859-1", "windows-1252"},
                                     {"latin1", "windows-1252"},
                                     {"latin-1", "windows-1252"},
                                     {"iso-8859-9", "windows-1254"},
                                     {"iso-8859-11", "windows-874"},
                                     {"tis-620", "windows-874"},
                                     {"gb2312", "gb18030"},
                                     {"gb_2312-80", "gb18030"},
                                     {"gbk", "gb18030"},
                                     {"x-gbk", "gb18030"},
                                     {"ks_c_5601-1987", "windows-949"},
                                     {"euc-kr", "windows-949"},
                                     {"shift_jis", "ibm-943_P15A-2003"},
                                     {"shift-jis", "ibm-943_P15A-2003"},
                                     {"iso-8859-6-i", "ISO-8859-6"},
                                     {"iso-8859-6-e", "ISO-8859-6"},
                                     {"asmo-708", "ISO-8859-6"},
                                     {"iso-8859-8-i", "ISO-8859-8"},
                                     {"x-sjis", "ibm-943_P15A-2003"}};

std::string icu_name(std::string_view label) {
  const std::string wanted = lower_ascii(label);
  const auto* const found = std::find_if(std::begin(relabelled), std::end(relabelled),
                                         [&](const Relabelled& one) { return one.label == wanted; });
  return found == std::end(relabelled) ? wanted : found->encoding;
}

bool is_wide(const UConverter* converter) {
  const UConverterType type = ucnv_getType(converter);
  return type == UCNV_UTF16_BigEndian || type == UCNV_UTF16_LittleEndian || type == UCNV_UTF32_BigEndian ||
         type == UCNV_UTF32_LittleEndian || type == UCNV_UTF16 || type == UCNV_UTF32;
}

/// EBCDIC and the encodings with shifts (UTF-7, ISO-2022) are left out: what is '<' there depends.
bool keeps_ascii(UConverter* converter) {
  constexpr std::string_view signs = "<?xml&;>";
  UErrorCode status = U_ZERO_ERROR;
  char16_t units[16];
  const auto length =
      ucnv_toUChars(converter, units, 16, signs.data(), static_cast<std::int32_t>(signs.size()), &status);
  ucnv_reset(converter);
  const UConverterType type = ucnv_getType(converter);
  return U_SUCCESS(status) && type != UCNV_UTF7 && type != UCNV_ISO_2022 && type != UCNV_HZ &&
         std::equal(signs.begin(), signs.end(), units, units + length);
}

}  // namespace

struct StreamConverter::State {
  Converter converter;
  ConvertedPiece piece;
};

StreamConverter::StreamConverter(std::unique_ptr<State> state) : state_(std::move(state)) {}
StreamConverter::StreamConverter(StreamConverter&&) noexcept = default;
StreamConverter& StreamConverter::operator=(StreamConverter&&) noexcept = default;
StreamConverter::~StreamConverter() = default;

std::optional<StreamConverter> StreamConverter::open(std::string_view label) {
  if (label.empty()) return std::nullopt;  // ICU's default, which is that of the machine
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(icu_name(label).c_str(), &status));
  if (U_FAILURE(status) || (!is_wide(converter.get()) && !keeps_ascii(converter.get()))) return std::nullopt;
  auto state = std::make_unique<State>();
  state->converter = std::move(converter);
  return StreamConverter(std::move(state));
}

const ConvertedPiece& StreamConverter::convert(std::string_view bytes, bool last) {
  auto& [units, origins] = state_->piece;
  units.resize(bytes.size() * 2 + 16);  // no encoding gives more than two units a byte, and few are left over
  origins.resize(units.size());
  UErrorCode status = U_ZERO_ERROR;
  const char* source = bytes.data();
  char16_t* target = units.data();
  ucnv_toUnicode(state_->converter.get(), &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), origins.data(), static_cast<UBool>(last), &status);
  units.resize(static_cast<std::size_t>(target - units.data()));
  origins.resize(units.size());
  return state_->piece;
}

}  // namespace fihrist
