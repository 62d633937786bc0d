// SPDX-License-Identifier: GPL-3.0-or-later
// The field table: which terms and values an article becomes, and the names readers type for them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fihrist {

enum class Field : std::uint8_t {
  text,
  title,
  id,
  author,
  source,
  site,
  tag,
  year,
  month,
  day,
  undated,
  origin,
  other_id
};

/// One row. Terms are prefix + value; stems of the text have no prefix (they never begin with an
/// upper-case letter, because folding lower-cases Latin).
struct FieldRow {
  Field field;
  std::string_view prefix;
  std::string_view name;         ///< typed in a query before ':', and the key in JSON; empty: not typed
  std::string_view arabic_name;  ///< the same in Arabic
  std::string_view meaning;
};

inline constexpr std::array field_table{
    FieldRow{Field::text, "", "", "",
             "stem of a word of title or text; wdf counts it, the title's words more"},
    FieldRow{Field::title, "S", "title", "عنوان", "stem of a word of the title; wdf counts it"},
    FieldRow{Field::id, "Q", "", "", "the article's id; unique"},
    FieldRow{Field::author, "XA", "author", "كاتب", "fold_key of an author; boolean"},
    FieldRow{Field::source, "XS", "source", "مصدر", "fold_key of the source; boolean"},
    FieldRow{Field::site, "XH", "site", "موقع", "host of the URL without www., lower case; boolean"},
    FieldRow{Field::tag, "XT", "tag", "وسم", "fold_key of a tag; boolean"},
    FieldRow{Field::year, "XY", "year", "سنة", "civil year of publication, YYYY; boolean"},
    FieldRow{Field::month, "XM", "month", "شهر", "civil month, YYYYMM; boolean; absent at year precision"},
    FieldRow{Field::day, "XD", "", "", "civil day, YYYYMMDD; boolean; absent at year or month precision"},
    FieldRow{Field::undated, "XN", "", "", "present, with no value, on articles without a date; boolean"},
    FieldRow{Field::origin, "XO", "", "",
             "short_hash of the input it was read from: what --prune compares; boolean"},
    FieldRow{Field::other_id, "XI", "", "", "id of another article that turned out to be this one; boolean"},
};

/// Value slots of a document.
enum class Slot : std::uint32_t {
  sort_key = 0,  ///< see sort_key.hpp
  words = 1,     ///< see word_sequence.hpp
  hash = 2,      ///< 16 raw bytes: record_digest() of the article as its own source gave it
  facets = 3,    ///< see facet_values.hpp
  likeness = 4,  ///< see likeness.hpp: what copies of the article are known by
  cluster = 5,   ///< 8 bytes, the same on articles that are nearly the same; none on all others
  record = 6,  ///< see record.hpp and record_codec.hpp; the data of a document would be compressed once more
};

constexpr const FieldRow& row_of(Field field) { return field_table[static_cast<std::size_t>(field)]; }

/// The term of a field: prefix + value, cut so that it stays within Xapian's 245 bytes: a longer value is
/// cut on a code point boundary and its short_hash appended, so that it stays unique.
///
/// Terms of stems (text and title) have one byte, 0x80 to 0xBF, for each of the letters U+0620 to U+065F, and
/// UTF-8 for all others: a twentieth of the index, since each of them lies in two tables.
std::string term_of(Field field, std::string_view value);

namespace detail {
constexpr bool table_is_ordered() {
  for (std::size_t i = 0; i < field_table.size(); ++i)
    if (static_cast<std::size_t>(field_table[i].field) != i) return false;
  return true;
}
constexpr bool prefixes_are_distinct() {
  for (std::size_t i = 0; i < field_table.size(); ++i)
    for (std::size_t j = i + 1; j < field_table.size(); ++j)
      if (field_table[i].prefix == field_table[j].prefix) return false;
  return true;
}
}  // namespace detail
static_assert(detail::table_is_ordered(), "row_of() indexes the table by Field");
static_assert(detail::prefixes_are_distinct(), "two fields would share their terms");

}  // namespace fihrist
