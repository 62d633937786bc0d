// SPDX-License-Identifier: GPL-3.0-or-later
// The end mark is taken back when more text follows.
#include "indexer/readers/xml_section.hpp"

#include <utility>

namespace fihrist {
namespace {

constexpr std::string_view section_begin = "<![CDATA[";
constexpr std::string_view section_end = "]]>";
constexpr std::pair<std::string_view, char> references[] = {
    {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};

}  // namespace

void XmlSection::add(std::string_view text) {
  if (is_last())
    out_.resize(out_.size() - section_end.size());
  else
    out_ += section_begin;
  for (std::size_t end = text.find(section_end); end != std::string_view::npos;
       end = text.find(section_end)) {
    out_ += text.substr(0, end + 2);
    out_ += section_end;
    out_ += section_begin;
    text.remove_prefix(end + 2);
  }
  out_ += text;
  out_ += section_end;
  end_ = out_.size();
}

std::size_t XmlSection::add_sign(std::string_view text) {
  if (!is_last()) return 0;
  for (const auto& [written, sign] : references) {
    if (!text.starts_with(written)) continue;
    if (sign == '>' && out_.ends_with("]]]]>")) return 0;
    add({&sign, 1});
    return written.size();
  }
  return 0;
}

}  // namespace fihrist
