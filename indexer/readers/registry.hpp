// SPDX-License-Identifier: GPL-3.0-or-later
// All readers of formats, and the choice among them by looking at the first bytes.
#pragma once

#include <span>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Every reader, in the order in which ties are settled. They live as long as the program.
std::span<const Reader* const> all_readers();

/// The reader with this name (Reader::format); null for another word, "auto" included.
const Reader* reader_named(std::string_view format);

/// The reader that is surest of an input (Reader::sniff); null when none takes it: the head is empty (an
/// empty input, which is no fault), or the format is unknown (reject "unknown_format").
const Reader* choose_reader(std::string_view head, std::string_view name);

/// True for compressed inputs that a reader takes as they are: web archives, which compress record by record.
bool reads_compressed(std::string_view head);

/// True for bytes that no text begins with: NULs outside UTF-16, or the mark of a known binary format.
bool looks_binary(std::string_view head);

}  // namespace fihrist
