// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an XML input into its records, by libxml2's push parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"
#include "indexer/readers/xml_tree.hpp"

namespace fihrist {

/// A record that takes more memory is refused ("too_long"); those around it are read.
inline constexpr std::size_t max_xml_record_bytes = std::size_t{32} * 1024 * 1024;

/// Which elements are what in a format.
struct XmlVocabulary {
  std::span<const XmlName> records;
  /// Within a record: elements whose content is not kept (texts of comments).
  std::span<const XmlName> dropped = {};
  /// Children of a record of which only the last one of each name is kept (revisions).
  std::span<const XmlName> last_counts = {};
};

struct XmlRecord {
  XmlNode element;
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t offset = 0;  ///< of its '<' in the input
  std::string base;          ///< xml:base of what it stands in; may be relative, empty
  bool replaced = false;     ///< ill-formed text became U+FFFD before or in it
};

/// What is found, in the order of the input. Nodes are valid within the call only. May throw.
struct XmlRecordSink {
  std::function<void(const XmlRecord&)> record;
  /// A child of the root or of a channel that is no record: title, link, id of a feed. Also those behind
  /// records.
  std::function<void(XmlNode)> head = {};
  /// The first element of a document, without its children. An input may hold several documents.
  std::function<void(XmlNode)> document = {};
  std::function<void(Reject&&)> reject;
};

/// Reads the input to its end. An element of the vocabulary is a record wherever it stands; one within
/// another ends that. Damage is mended (XmlMender); what is lost of it is told: one reject for a record that
/// the input's end cuts off ("truncated") or that is too long. No DTD, no entity of a document, no file and
/// no network is ever used. Memory: one record and a few pieces. Throws what source and sink throw.
void read_xml_records(ByteSource& source, const std::string& path, const XmlVocabulary& vocabulary,
                      const XmlRecordSink& sink);

}  // namespace fihrist
