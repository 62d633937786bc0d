// SPDX-License-Identifier: GPL-3.0-or-later
// Judges the encoding once, at the first byte beyond ASCII, and decodes piece by piece.
#include "indexer/readers/xml_decoder.hpp"

#include <algorithm>

#include "analysis/ascii.hpp"
#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"
#include "indexer/icu_converter.hpp"
#include "indexer/text_encoding.hpp"

namespace fihrist {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::size_t judged_size = std::size_t{16} * 1024;
constexpr std::size_t searched_for_declaration = 1024;

struct EncodingMark {
  std::string_view bytes;
  const char* encoding;
};

/// The longer ones first: that of UTF-32 begins like that of UTF-16.
constexpr EncodingMark marks[] = {{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                  {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                  {"\xFF\xFE"sv, "UTF-16LE"},
                                  {"\xFE\xFF"sv, "UTF-16BE"},
                                  {"\xEF\xBB\xBF"sv, "UTF-8"}};
/// Without a mark: XML 1.0, appendix F.
constexpr EncodingMark beginnings[] = {
    {"<\0\0\0"sv, "UTF-32LE"}, {"\0\0\0<"sv, "UTF-32BE"}, {"<\0?\0"sv, "UTF-16LE"}, {"\0<\0?"sv, "UTF-16BE"}};

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::size_t first_beyond_ascii(std::string_view bytes, std::size_t from = 0) {
  const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(from, bytes.size()));
  return static_cast<std::size_t>(std::find_if(begin, bytes.end(), is_beyond_ascii) - bytes.begin());
}

/// The value of `encoding` in an XML declaration.
std::string declared_label(std::string_view head) {
  head = head.substr(0, searched_for_declaration);
  const std::size_t begin = head.find("<?xml");
  if (begin == std::string_view::npos) return {};
  const std::string_view declaration = head.substr(begin, head.find('>', begin) - begin);
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string()
                                       : std::string(declaration.substr(at + 1, end - at - 1));
}

/// The bytes have been seen to be no such.
bool is_unicode(std::string_view label) { return lower_ascii(label).starts_with("utf"); }

/// What programs write when they do not know better; Arabic bytes are believed rather.
bool is_latin(std::string_view label) {
  const std::string lower = lower_ascii(label);
  return lower == "iso-8859-1" || lower == "windows-1252" || lower == "us-ascii" || lower == "ascii" ||
         lower == "iso-8859-15" || lower == "latin1";
}

bool is_mostly_arabic(const std::string& encoding, std::string_view bytes) {
  std::size_t arabic = 0;
  std::size_t other = 0;
  for (const char16_t unit : to_utf16(encoding.c_str(), bytes))
    if (unit >= 0x80) ++(is_arabic_letter(unit) ? arabic : other);
  return arabic > other;
}

/// XML 1.0, production 2 (Char).
bool is_xml_char(char32_t c) {
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

/// How many bytes at the end are the beginning of a character.
std::size_t unfinished_bytes(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return 0;
    if (byte >= 0xC0) return back < (byte >= 0xF0 ? 4U : byte >= 0xE0 ? 3U : 2U) ? back : 0;
  }
  return 0;
}

/// The end of the longest beginning in which nothing is to be mended.
std::size_t sound_bytes(std::string_view bytes, std::size_t at) {
  for (at = plain_run_end(bytes, at); at < bytes.size(); at = plain_run_end(bytes, at)) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    const bool replaced = c == 0xFFFD && bytes.substr(begin, at - begin) != "\xEF\xBF\xBD"sv;
    if (replaced || !is_xml_char(c)) return begin;
  }
  return at;
}

}  // namespace

bool XmlDecoder::fill(std::size_t wanted) {
  while (held_.size() < wanted && !at_end_) {
    const std::string_view piece = source_.read();
    at_end_ = piece.empty();
    held_ += piece;
  }
  return held_.size() >= wanted;
}

void XmlDecoder::begin() {
  begun_ = true;
  fill(piece_size);
  judge_by_first_bytes();
  if (!judged_) label_ = declared_label(held_);
}

void XmlDecoder::judge_by_first_bytes() {
  const auto opens = [&](const EncodingMark& mark) {
    return std::string_view(held_).starts_with(mark.bytes);
  };
  const auto* const mark = std::find_if(std::begin(marks), std::end(marks), opens);
  const auto* const beginning = std::find_if(std::begin(beginnings), std::end(beginnings), opens);
  std::string encoding;
  if (mark != std::end(marks)) {
    encoding = mark->encoding;
    held_.erase(0, mark->bytes.size());
    held_offset_ = mark->bytes.size();
  } else if (beginning != std::end(beginnings)) {
    encoding = beginning->encoding;
  } else if (const std::string detected = detect_encoding(held_); detected.starts_with("UTF-16")) {
    encoding = detected;
  }
  judged_ = !encoding.empty();
  if (judged_ && encoding != "UTF-8") converter_ = StreamConverter::open(encoding);
}

void XmlDecoder::judge_by_letters(std::size_t high) {
  judged_ = true;
  fill(high + judged_size);
  const std::string_view telling = std::string_view(held_).substr(high, judged_size);
  const std::string detected = detect_encoding(telling);
  if (detected == "UTF-8") return;
  const bool doubted = is_unicode(label_) || (is_latin(label_) && is_mostly_arabic(detected, telling));
  if (!doubted) converter_ = StreamConverter::open(label_);
  if (!converter_) converter_ = StreamConverter::open(detected);
}

std::string_view XmlDecoder::next() {
  decoded_before_ += given_;
  given_ = 0;
  held_.erase(0, lent_);
  lent_ = 0;
  if (!begun_) begin();
  std::string_view piece;
  while (piece.empty()) {
    fill(1);
    if (held_.empty()) return {};
    if (!judged_)
      if (const std::size_t high = first_beyond_ascii(held_); high < held_.size()) judge_by_letters(high);
    piece = converter_ ? decode_other(at_end_) : decode_utf8(at_end_);
  }
  given_ = piece.size();
  return piece;
}

void XmlDecoder::mark(std::uint64_t source) {
  const std::uint64_t decoded = decoded_before_ + decoded_.size();
  if (!checkpoints_.empty() && source - checkpoints_.back().source == decoded - checkpoints_.back().decoded)
    return;
  checkpoints_.push_back({decoded, source});
}

std::string_view XmlDecoder::decode_utf8(bool last) {
  decoded_.clear();
  mark(held_offset_);
  const std::size_t kept = last ? 0 : unfinished_bytes(held_);
  const std::string_view bytes = std::string_view(held_).substr(0, held_.size() - kept);
  std::size_t sound = sound_bytes(bytes, 0);
  held_offset_ += bytes.size();
  if (sound == bytes.size() && sound > 0) {
    lent_ = sound;
    return bytes;
  }
  for (std::size_t at = 0; at < bytes.size(); sound = sound_bytes(bytes, at)) {
    decoded_ += bytes.substr(at, sound - at);
    at = sound;
    if (at == bytes.size()) break;
    mend(next_code_point(bytes, at));
    mark(held_offset_ - bytes.size() + at);
  }
  held_.erase(0, bytes.size());
  if (bytes.empty() && !last) fill(held_.size() + 1);
  return decoded_;
}

/// Controls go, what is no character at all leaves its mark.
void XmlDecoder::mend(char32_t code_point) {
  if (code_point < 0x20) return;
  decoded_ += "\xEF\xBF\xBD";
  ++replaced_;
}

std::string_view XmlDecoder::decode_other(bool last) {
  decoded_.clear();
  const auto& [units, origins] = converter_->convert(held_, last);
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (c == '<' && origins[i] >= 0) mark(held_offset_ + static_cast<std::uint64_t>(origins[i]));
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000)
      c = 0x10000 + ((c - 0xD800) << 10U) + (units[++i] - 0xDC00U);
    if (c == 0xFFFD) ++replaced_;
    if (is_xml_char(c)) append_utf8(decoded_, c);
  }
  held_offset_ += held_.size();
  held_.clear();
  return decoded_;
}

std::uint64_t XmlDecoder::source_offset(std::uint64_t decoded) {
  while (checkpoints_.size() > 1 && checkpoints_[1].decoded <= decoded) checkpoints_.pop_front();
  if (checkpoints_.empty()) return decoded;
  const Checkpoint& last = checkpoints_.front();
  return last.source + (decoded - last.decoded);
}

}  // namespace fihrist
