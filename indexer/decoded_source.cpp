// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings of one byte a letter need no memory between pieces; UTF-16 keeps what is cut in two.
#include "indexer/decoded_source.hpp"

#include "analysis/utf8.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/icu_converter.hpp"
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_marks[] = {"\xFF\xFE", "\xFE\xFF"};

/// The bytes of whole characters at the beginning of UTF-16.
std::size_t whole_bytes(std::string_view bytes, bool little_endian) {
  std::size_t whole = bytes.size() & ~std::size_t{1};
  if (whole == 0) return 0;
  const auto high = static_cast<unsigned char>(bytes[whole - (little_endian ? 1 : 2)]);
  if (high >= 0xD8 && high < 0xDC) whole -= 2;
  return whole;
}

std::string_view without_mark(std::string_view bytes, std::string_view encoding) {
  if (encoding == "UTF-8" && bytes.starts_with(utf8_mark)) return bytes.substr(utf8_mark.size());
  for (const std::string_view mark : utf16_marks)
    if (encoding.starts_with("UTF-16") && bytes.starts_with(mark)) return bytes.substr(mark.size());
  return bytes;
}

}  // namespace

DecodedSource::DecodedSource(ByteSource& bytes) : source_(bytes) {
  std::string beginning;
  while (beginning.size() < piece_bytes && !ended_) {
    const std::string_view piece = source_.read();
    ended_ = piece.empty();
    beginning += piece;
  }
  encoding_ = detect_encoding(beginning);
  const std::string_view text = without_mark(beginning, encoding_);
  taken_ = beginning.size() - text.size();
  convert(text, ended_);
}

void DecodedSource::convert(std::string_view bytes, bool last) {
  begin_ = taken_ - unfinished_.size();
  taken_ += bytes.size();
  counted_ = 0;
  counted_bytes_ = 0;
  if (encoding_ == "UTF-8") {
    text_ = bytes;
    return;
  }
  if (!encoding_.starts_with("UTF-16")) {
    text_ = utf16_to_utf8(to_utf16(encoding_.c_str(), bytes));
    return;
  }
  unfinished_ += bytes;
  const std::size_t whole = last ? unfinished_.size() : whole_bytes(unfinished_, encoding_ == "UTF-16LE");
  text_ = utf16_to_utf8(to_utf16(encoding_.c_str(), std::string_view(unfinished_).substr(0, whole)));
  unfinished_.erase(0, whole);
}

std::uint64_t DecodedSource::source_offset(std::size_t at) {
  if (encoding_ == "UTF-8") return begin_ + at;
  const bool is_utf16 = encoding_.starts_with("UTF-16");
  while (counted_ < at) {
    const bool is_pair = next_code_point(text_, counted_) > 0xFFFF;
    counted_bytes_ += is_utf16 ? (is_pair ? 4 : 2) : 1;
  }
  return begin_ + counted_bytes_;
}

std::string_view DecodedSource::read() {
  if (!head_given_) {
    head_given_ = true;
    if (!text_.empty()) return text_;
  }
  do {
    if (ended_) return {};
    const std::string_view piece = source_.read();
    ended_ = piece.empty();
    convert(piece, ended_);
  } while (text_.empty());
  return text_;
}

}  // namespace fihrist
