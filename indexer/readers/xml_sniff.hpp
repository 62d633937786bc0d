// SPDX-License-Identifier: GPL-3.0-or-later
// What an XML input is, by its first element.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// The beginning of a document.
struct XmlBeginning {
  std::string root;  ///< local name of the first element; empty when it is no XML
  std::string tag;   ///< that element's tag as written
};

/// Looks behind byte order mark, blanks, declarations, comments and DOCTYPE, in UTF-8 and UTF-16, in the
/// first 16 KiB.
XmlBeginning xml_beginning(std::string_view head);

}  // namespace fihrist
