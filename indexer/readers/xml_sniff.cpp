// SPDX-License-Identifier: GPL-3.0-or-later
// The same mending as for the whole input makes the beginning one of tags.
#include "indexer/readers/xml_sniff.hpp"

#include "indexer/plain_text.hpp"
#include "indexer/readers/xml_decoder.hpp"
#include "indexer/readers/xml_mender.hpp"

namespace fihrist {
namespace {

constexpr std::size_t searched_bytes = std::size_t{16} * 1024;

class HeadSource final : public ByteSource {
 public:
  explicit HeadSource(std::string_view head) : rest_(head) {}
  std::string_view read() override {
    const std::string_view given = rest_;
    rest_ = {};
    read_ += given.size();
    return given;
  }
  std::uint64_t bytes_read() const override { return read_; }

 private:
  std::string_view rest_;
  std::uint64_t read_ = 0;
};

/// Most inputs are no XML, and this is cheaper than decoding them.
bool may_be_xml(std::string_view head) {
  const std::size_t first = head.find_first_not_of(std::string_view("\xEF\xBB\xBF\xFE\xFF\0 \t\r\n", 10));
  return first != std::string_view::npos && head[first] == '<';
}

}  // namespace

XmlBeginning xml_beginning(std::string_view head) {
  XmlBeginning beginning;
  if (!may_be_xml(head)) return beginning;
  HeadSource source(head.substr(0, searched_bytes));
  XmlDecoder decoder(source);
  XmlMender mender(decoder);
  std::string mended;
  for (std::string_view piece = mender.next(); !piece.empty(); piece = mender.next()) mended += piece;
  const std::string_view text = trimmed(mended);
  if (!text.starts_with('<')) return beginning;
  const std::size_t end = text.find('>');
  beginning.tag = text.substr(0, end);
  const std::size_t name_end = beginning.tag.find_first_of(" \t\r\n/>", 1);
  const std::string name = beginning.tag.substr(1, name_end == std::string::npos ? name_end : name_end - 1);
  const std::size_t colon = name.find(':');
  beginning.root = colon == std::string::npos ? name : name.substr(colon + 1);
  return beginning;
}

}  // namespace fihrist
