// SPDX-License-Identifier: GPL-3.0-or-later
// A converter of ICU that closes itself. Internal to this room.
#pragma once

#include <unicode/ucnv.h>

#include <memory>

namespace fihrist {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

}  // namespace fihrist
