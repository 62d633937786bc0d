// SPDX-License-Identifier: GPL-3.0-or-later
// The encoding of an HTML page: what its bytes show, then what labels say.
#pragma once

#include <string_view>

#include "indexer/text_encoding.hpp"

namespace fihrist {

/// Decodes a page. Bytes go before labels, since labels of Arabic pages are often wrong: a byte order mark,
/// UTF-16, valid UTF-8 and the Arabic encodings are known by themselves (detect_encoding). Labels, that of
/// the header before that of <meta>, count for the encodings of other scripts. Labels mean what the Encoding
/// Standard of WHATWG says: "iso-8859-1" is windows-1252.
DecodedText decode_page(std::string_view bytes, std::string_view header_charset);

}  // namespace fihrist
