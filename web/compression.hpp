// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that travel compressed, as the client can read them (RFC 9110, 8.4 and 12.5.3).
#pragma once

#include <string>
#include <string_view>

#include "web/http.hpp"

namespace fihrist {

enum class ContentCoding { identity, gzip, brotli };

/// The coding that a client likes best of those that we write: the highest quality, and of equals the
/// smallest. No header, or one that makes no sense, is identity.
ContentCoding preferred_coding(std::string_view accept_encoding);

/// gzip at level 6, brotli at quality 5: what a page costs is less than a millisecond. Throws
/// std::runtime_error when there is no memory.
std::string compress(std::string_view bytes, ContentCoding coding);

/// Text of any kind; images and fonts are compressed already.
bool is_compressible(std::string_view content_type);

/// The Content-Encoding of a coding: "gzip", "br"; empty for identity.
std::string_view name_of(ContentCoding coding);

/// Codes a body in the way that the client prefers, unless it is short or coded already, and says on what
/// the answer depends (Vary). An ETag becomes a weak one: other bytes mean the same.
void encode_body(Response& response, std::string_view accept_encoding);

}  // namespace fihrist
