// SPDX-License-Identifier: GPL-3.0-or-later
// libxml2's push parser behind three calls.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/readers/xml_tree.hpp"

namespace fihrist {

/// What a parser meets. May throw: the exception leaves XmlParser::parse().
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(XmlName name, const std::vector<XmlTree::Attribute>& attributes) = 0;
  virtual void text(std::string_view text) = 0;
  virtual void end() = 0;
};

/// Takes markup that XmlMender has been over, in pieces that end at no half tag. One thread at a time.
class XmlParser {
 public:
  explicit XmlParser(XmlEvents& events);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  /// False when the parser has given up, which it says once and for all.
  bool parse(std::string_view markup);

  /// Begins anew, which frees all names met so far, as if `open_tags` had been read before. Nothing of them
  /// is told. To be called only when the last piece ended with a tag.
  void restart(std::string_view open_tags);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fihrist
