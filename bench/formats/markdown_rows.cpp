// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every Markdown file below a folder and says which ones gave no article with a title and a body.
//
//   markdown_rows FOLDER
#include <filesystem>
#include <iostream>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/registry.hpp"

namespace fihrist {
namespace {

/// What is wrong with a file; empty when nothing is.
std::string complaint(const std::filesystem::path& file) {
  PeekedSource bytes(open_file(file));
  const Reader* reader = choose_reader(bytes.head(), file.string());
  if (reader == nullptr || reader->format() != "markdown") return "is not taken for Markdown";
  std::string complaint = "gives no article";
  reader->read(bytes, file.string(),
               {.article =
                    [&](ReadArticle&& read) {
                      complaint = read.article.title.empty()  ? "has no title"
                                  : read.article.text.empty() ? "has no text"
                                                              : "";
                    },
                .reject = [&](Reject&& reject) { complaint = reject.message; },
                .skip = [&](Skip&& skip) { complaint = skip.message; }});
  return complaint;
}

int read_all(const char* folder) {
  std::size_t all = 0;
  std::size_t right = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".md") continue;
    ++all;
    const std::string wrong = complaint(entry.path());
    if (wrong.empty()) ++right;
    if (!wrong.empty()) std::cout << entry.path().string() << ' ' << wrong << '\n';
  }
  std::cout << right << " of " << all << " files\n";
  return right == all && all > 0 ? 0 : 1;
}

}  // namespace
}  // namespace fihrist

int main(int count, char** arguments) {
  if (count == 2) return fihrist::read_all(arguments[1]);
  std::cerr << "usage: markdown_rows FOLDER\n";
  return 2;
}
