// SPDX-License-Identifier: GPL-3.0-or-later
// The endings under which a page is to be had as data: .json, .csv and .txt behind its own address, and for
// an article .bib and .ris.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

enum class DataForm { json, csv, text, bibtex, ris };

struct DataEnding {
  DataForm form;
  std::string_view ending, name, content_type;
  bool is_for_lists = true;  ///< else for articles only
};

inline constexpr std::array data_endings{
    DataEnding{DataForm::json, ".json", "JSON", "application/json; charset=utf-8"},
    DataEnding{DataForm::csv, ".csv", "CSV", "text/csv; charset=utf-8"},
    DataEnding{DataForm::text, ".txt", "TXT", "text/plain; charset=utf-8"},
    DataEnding{DataForm::bibtex, ".bib", "BibTeX", "application/x-bibtex; charset=utf-8", false},
    DataEnding{DataForm::ris, ".ris", "RIS", "application/x-research-info-systems; charset=utf-8", false},
};

constexpr const DataEnding* data_ending_of(std::string_view path) {
  for (const DataEnding& row : data_endings)
    if (path.ends_with(row.ending)) return &row;
  return nullptr;
}

/// The URL of a page with an ending behind its path.
inline std::string with_ending(std::string_view url, std::string_view ending) {
  const std::string_view path = url.substr(0, url.find('?'));
  return std::string(path) + std::string(ending) + std::string(url.substr(path.size()));
}

}  // namespace fihrist
