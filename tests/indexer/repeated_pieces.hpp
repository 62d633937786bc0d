// SPDX-License-Identifier: GPL-3.0-or-later
// An input of any length that takes no memory: one piece over and over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/reader.hpp"

namespace fihrist {

class RepeatedPieces final : public ByteSource {
 public:
  RepeatedPieces(std::string first, std::string piece, std::size_t count, std::string last)
      : first_(std::move(first)), piece_(std::move(piece)), last_(std::move(last)), left_(count) {}

  std::string_view read() override {
    if (!std::exchange(begun_, true)) return given(first_);
    if (left_ == 0) return std::exchange(ended_, true) ? std::string_view() : given(last_);
    --left_;
    return given(piece_);
  }

  std::uint64_t bytes_read() const override { return bytes_; }

 private:
  std::string_view given(std::string_view piece) {
    bytes_ += piece.size();
    return piece;
  }

  std::string first_, piece_, last_;
  std::size_t left_;
  std::uint64_t bytes_ = 0;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace fihrist
