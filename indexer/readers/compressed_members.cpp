// SPDX-License-Identifier: GPL-3.0-or-later
// zlib and zstd, driven member by member.
#include "indexer/readers/compressed_members.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>

#include "indexer/byte_sources.hpp"

namespace fihrist {

/// Unpacks one member.
class MemberDecoder {
 public:
  enum class State : std::uint8_t { more, ended, damaged };

  virtual ~MemberDecoder() = default;
  /// Fills `out` from `in`, moves both along, and says how it went.
  virtual State step(std::string_view& in, char*& out, std::size_t& room) = 0;
};

namespace {

using namespace std::string_view_literals;

constexpr std::string_view gzip_mark = "\x1F\x8B\x08"sv;
constexpr std::string_view zstd_mark = "\x28\xB5\x2F\xFD"sv;
constexpr std::string_view dictionary_mark = "\x5D\x2A\x4D\x18"sv;
constexpr std::size_t longest_mark = 4;
constexpr std::size_t skippable_header_bytes = 8;
constexpr std::size_t longest_dictionary = std::size_t{16} * 1024 * 1024;
constexpr int largest_window_log = 27;

class GzipDecoder final : public MemberDecoder {
 public:
  GzipDecoder() {
    constexpr int gzip_only = 16;
    ready_ = inflateInit2(&stream_, MAX_WBITS + gzip_only) == Z_OK;
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  State step(std::string_view& in, char*& out, std::size_t& room) override {
    if (!ready_) return State::damaged;
    stream_.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - stream_.avail_in);
    out += room - stream_.avail_out;
    room = stream_.avail_out;
    if (result == Z_STREAM_END) return State::ended;
    return result == Z_OK || result == Z_BUF_ERROR ? State::more : State::damaged;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
};

class ZstdDecoder final : public MemberDecoder {
 public:
  explicit ZstdDecoder(std::string_view dictionary) : context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, largest_window_log);
    ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
  }

  State step(std::string_view& in, char*& out, std::size_t& room) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t result = ZSTD_decompressStream(context_.get(), &to, &from);
    in.remove_prefix(from.pos);
    out += to.pos;
    room -= to.pos;
    if (ZSTD_isError(result) != 0) return State::damaged;
    return result == 0 ? State::ended : State::more;
  }

 private:
  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context_;
};

/// A whole frame that is small and trusted to be so by `longest_dictionary`.
std::string unpacked_frame(std::string_view frame) {
  ZstdDecoder decoder({});
  std::string out(longest_dictionary, '\0');
  char* to = out.data();
  std::size_t room = out.size();
  auto state = MemberDecoder::State::more;
  while (state == MemberDecoder::State::more && room > 0 && !frame.empty())
    state = decoder.step(frame, to, room);
  out.resize(out.size() - room);
  return out;
}

std::uint32_t little_endian(std::string_view four) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(four[i]);
  return value;
}

/// Dictionaries and the frames of other programs: sixteen marks, one beside the other.
bool is_skippable(std::string_view head) {
  return head.size() >= longest_mark && head.substr(1, 3) == dictionary_mark.substr(1) &&
         (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50;
}

bool begins_member(std::string_view head) {
  return head.starts_with(gzip_mark) || head.starts_with(zstd_mark) || is_skippable(head);
}

}  // namespace

CompressedMembers::CompressedMembers(ByteSource& source) : source_(source), output_(piece_bytes, '\0') {}

CompressedMembers::~CompressedMembers() = default;

/// Makes sure of so many bytes ahead, if there are.
bool CompressedMembers::have(std::size_t bytes) {
  while (ahead().size() < bytes && !input_ended_) {
    input_offset_ += at_;
    input_.erase(0, at_);
    at_ = 0;
    const std::string_view piece = source_.read();
    input_ended_ = piece.empty();
    input_ += piece;
  }
  return ahead().size() >= bytes;
}

/// To the first bytes of a member, over padding and whatever was damaged.
bool CompressedMembers::seek_member() {
  while (have(longest_mark)) {
    if (begins_member(ahead())) return true;
    const std::string_view bytes = ahead();
    std::size_t step = 1;
    while (step + longest_mark <= bytes.size() && !begins_member(bytes.substr(step))) ++step;
    move(step);
  }
  return false;
}

void CompressedMembers::take_dictionary(std::string_view frame) {
  dictionary_ = frame.starts_with(zstd_mark) ? unpacked_frame(frame) : std::string(frame);
}

bool CompressedMembers::take_skippable_frame() {
  if (!have(skippable_header_bytes)) return false;
  std::size_t left = little_endian(ahead().substr(longest_mark));
  const bool is_dictionary = ahead().starts_with(dictionary_mark) && left <= longest_dictionary;
  move(skippable_header_bytes);
  if (is_dictionary && have(left)) take_dictionary(ahead().substr(0, left));
  while (left > 0 && have(1)) {
    const std::size_t step = std::min(left, ahead().size());
    move(step);
    left -= step;
  }
  return left == 0;
}

bool CompressedMembers::next() {
  while (in_member_) read();
  damaged_ = false;
  if (!begun_) {
    begun_ = true;
    have(longest_mark);
    plain_ = !begins_member(ahead());
    in_member_ = plain_ && have(1);
    if (plain_) return in_member_;
  }
  if (plain_) return false;
  while (seek_member()) {
    if (is_skippable(ahead())) {
      if (!take_skippable_frame()) return false;
      continue;
    }
    offset_ = position();
    if (ahead().starts_with(gzip_mark))
      decoder_ = std::make_unique<GzipDecoder>();
    else
      decoder_ = std::make_unique<ZstdDecoder>(dictionary_);
    return in_member_ = true;
  }
  return false;
}

std::string_view CompressedMembers::read_plain() {
  in_member_ = have(1);
  // Copied, so that it stays while more is read.
  output_.assign(ahead().substr(0, piece_bytes));
  move(output_.size());
  return output_;
}

std::string_view CompressedMembers::read() {
  if (!in_member_) return {};
  if (plain_) return read_plain();
  char* out = output_.data();
  std::size_t room = output_.size();
  auto state = MemberDecoder::State::more;
  while (state == MemberDecoder::State::more && room > 0) {
    const bool input_left = have(1);
    const std::size_t room_before = room;
    std::string_view in = ahead();
    state = decoder_->step(in, out, room);
    move(ahead().size() - in.size());
    // Without input it may still hold bytes back.
    if (!input_left && room == room_before && state == MemberDecoder::State::more)
      state = MemberDecoder::State::damaged;
  }
  if (state != MemberDecoder::State::more) {
    damaged_ = state == MemberDecoder::State::damaged;
    in_member_ = false;
    // Its first bytes look like a member's again.
    if (damaged_ && position() == offset_) move(1);
  }
  const std::string_view unpacked = std::string_view(output_).substr(0, output_.size() - room);
  return unpacked.empty() && in_member_ ? read() : unpacked;
}

}  // namespace fihrist
