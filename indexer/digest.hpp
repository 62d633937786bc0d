// SPDX-License-Identifier: GPL-3.0-or-later
// 16 bytes that stand for an id or for the content of an article.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "schema/record.hpp"

namespace fihrist {

using Digest = std::array<char, 16>;

/// record_digest() of any bytes.
inline Digest digest_of(std::string_view bytes) {
  Digest digest{};
  const std::string raw = record_digest(bytes);
  std::copy_n(raw.begin(), digest.size(), digest.begin());
  return digest;
}

struct DigestHash {
  std::size_t operator()(const Digest& digest) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
  }
};

}  // namespace fihrist
