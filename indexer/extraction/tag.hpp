// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of HTML that extraction tells apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace fihrist {

enum class Tag : std::uint8_t {
  text,   ///< no element: a piece of text
  other,  ///< an element that means nothing here
  html,
  head,
  title,
  meta,
  link,
  script,
  body,
  article,
  main,
  section,
  div,
  center,
  p,
  pre,
  blockquote,
  header,
  footer,
  nav,
  aside,
  form,
  fieldset,
  address,
  hgroup,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  menu,
  table,
  caption,
  thead,
  tbody,
  tfoot,
  tr,
  td,
  th,
  figure,
  figcaption,
  details,
  summary,
  hr,
  br,
  a,
  span,
  b,
  strong,
  i,
  em,
  u,
  font,
  code,
  time,
  img,
  label,
  frameset,
  last
};

/// By the name in lower case; Tag::other for those not listed.
Tag tag_named(std::string_view name);
/// "div"; "text" and "other" for what is none.
std::string_view name_of(Tag tag);

/// Elements that begin a new line.
bool is_block(Tag tag);
inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }
inline bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::menu; }

}  // namespace fihrist
