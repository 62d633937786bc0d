// SPDX-License-Identifier: GPL-3.0-or-later
// Zstandard's dictionary interface, with a context a thread.
#include "schema/record_codec.hpp"

// zstd declares the parameters of dictionaries for programs that link the library they were built with.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <algorithm>

#include "schema/error.hpp"

namespace fihrist {
namespace {

/// With a good dictionary level 3 takes a third of the time of level 6, and a tenth more room.
constexpr int level = 3;
/// A dictionary is worth a 64th of the archive, as far as records gain from it at all.
constexpr std::uint64_t dictionary_share = 64;
constexpr std::uint64_t largest_dictionary = std::uint64_t{128} * 1024;
constexpr std::uint64_t smallest_dictionary = std::uint64_t{8} * 1024;
/// Bytes of the passages a dictionary is made of, and of what is hashed to find them. zstd can try many
/// lengths by itself: in five times the time it chose dictionaries that made records larger by eight per
/// cent.
constexpr unsigned passage_bytes = 200;
constexpr unsigned hashed_bytes = 8;
constexpr unsigned hash_bits = 20;
/// What no article comes near to: a greater size in a frame is damage.
constexpr unsigned long long largest_record = 1ULL << 30U;

[[noreturn]] void throw_damaged_bytes() {
  throw Error(ErrorCode::damaged, "a stored article cannot be read",
              "Run `fihrist check`; restore a copy of the archive, or index the sources again.");
}

struct Free {
  void operator()(ZSTD_CDict* one) const { ZSTD_freeCDict(one); }
  void operator()(ZSTD_DDict* one) const { ZSTD_freeDDict(one); }
  void operator()(ZSTD_CCtx* one) const { ZSTD_freeCCtx(one); }
  void operator()(ZSTD_DCtx* one) const { ZSTD_freeDCtx(one); }
};
template <typename Handle>
using Owned = std::unique_ptr<Handle, Free>;

/// Contexts are large and belong to one thread.
ZSTD_CCtx* compression_context() {
  thread_local const Owned<ZSTD_CCtx> context(ZSTD_createCCtx());
  return context.get();
}
ZSTD_DCtx* expansion_context() {
  thread_local const Owned<ZSTD_DCtx> context(ZSTD_createDCtx());
  return context.get();
}

}  // namespace

struct RecordCodec::Body {
  Owned<ZSTD_CDict> compressing;
  Owned<ZSTD_DDict> expanding;
};

RecordCodec::RecordCodec() : RecordCodec(std::string()) {}

RecordCodec::RecordCodec(const std::string& dictionary) {
  auto body = std::make_shared<Body>();
  if (!dictionary.empty() && ZDICT_getDictID(dictionary.data(), dictionary.size()) == 0)
    throw_damaged_bytes();
  body->compressing.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), level));
  body->expanding.reset(ZSTD_createDDict(dictionary.data(), dictionary.size()));
  if (!body->compressing || !body->expanding) throw_damaged_bytes();
  body_ = std::move(body);
}

std::string RecordCodec::compress(std::string_view record) const {
  std::string bytes(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size = ZSTD_compress_usingCDict(compression_context(), bytes.data(), bytes.size(),
                                                    record.data(), record.size(), body_->compressing.get());
  if (ZSTD_isError(size) != 0)
    throw Error(ErrorCode::failed, std::string("an article cannot be stored: ") + ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

std::string RecordCodec::expand(std::string_view bytes) const {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > largest_record)
    throw_damaged_bytes();  // the marks for errors and unknown sizes are greater still
  std::string record(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompress_usingDDict(expansion_context(), record.data(), record.size(),
                                                     bytes.data(), bytes.size(), body_->expanding.get());
  if (ZSTD_isError(got) != 0 || got != record.size()) throw_damaged_bytes();
  return record;
}

std::string RecordCodec::train(const std::vector<std::string>& sample, std::uint64_t archive_bytes) {
  const std::uint64_t capacity = std::min(archive_bytes / dictionary_share, largest_dictionary);
  if (capacity < smallest_dictionary) return {};
  std::string all;
  std::vector<std::size_t> sizes;
  for (const std::string& record : sample) {
    all.append(record);
    sizes.push_back(record.size());
  }
  std::string dictionary(static_cast<std::size_t>(capacity), '\0');
  ZDICT_fastCover_params_t how{};
  how.k = passage_bytes;
  how.d = hashed_bytes;
  how.f = hash_bits;
  how.accel = 1;
  how.steps = 1;
  how.splitPoint = 1.0;
  how.zParams.compressionLevel = level;
  const std::size_t size =
      ZDICT_trainFromBuffer_fastCover(dictionary.data(), dictionary.size(), all.data(), sizes.data(),
                                      static_cast<unsigned>(sizes.size()), how);
  if (ZDICT_isError(size) != 0) return {};  // too few or too short records to learn from
  dictionary.resize(size);
  return dictionary;
}

}  // namespace fihrist
