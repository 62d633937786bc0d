// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes readers of formats: what every reader owes whatever bytes it is given.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/utf8.hpp"
#include "indexer/readers/reader.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"

namespace fihrist {
namespace {

/// A text in pieces of `piece` bytes: what a reader makes of it may not depend on where they end.
class PiecewiseSource final : public ByteSource {
 public:
  PiecewiseSource(std::string_view text, std::size_t piece) : text_(text), piece_(piece) {}

  std::string_view read() override {
    const std::string_view given = text_.substr(at_, piece_);
    at_ += given.size();
    return given;
  }
  std::uint64_t bytes_read() const override { return at_; }

 private:
  std::string_view text_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

/// Valid, and without what may neither be stored nor shown (clean_utf8).
bool is_clean(const std::string& text) { return is_valid_utf8(text) && clean_utf8(text) == text; }

bool all_clean(const std::vector<std::string>& texts) {
  return std::all_of(texts.begin(), texts.end(), is_clean);
}

void check_article(const Article& article) {
  require_law(is_clean(article.id) && is_clean(article.title) && is_clean(article.text) &&
                  is_clean(article.summary) && is_clean(article.source) && is_clean(article.url),
              "the text of an article is clean UTF-8");
  require_law(all_clean(article.authors) && all_clean(article.alias_urls) && all_clean(article.tags),
              "the lists of an article are clean UTF-8");
  require_law(article.title.find('\n') == std::string::npos, "a title is one line");
}

/// Reads the input and holds the results to the laws. Gives how many articles, rejects and skips there were
/// in words, for comparing two readings.
std::string check_reading(const Reader& reader, std::string_view input, std::size_t piece) {
  std::uint64_t last_record = 0;
  std::uint64_t last_offset = 0;
  std::string outcome;
  const auto meet = [&](char kind, std::uint64_t record, std::uint64_t offset) {
    require_law(record >= last_record && offset >= last_offset, "records come in the order of the input");
    require_law(offset <= input.size(), "a record begins within the input");
    last_record = record;
    last_offset = offset;
    outcome += kind;
  };
  PiecewiseSource source(input, piece);
  reader.read(source, "input",
              {.article =
                   [&](ReadArticle&& read) {
                     meet('a', read.record, read.offset);
                     check_article(read.article);
                     outcome += read.article.title + '\n' + read.article.text + '\n';
                   },
               .reject =
                   [&](Reject&& reject) {
                     meet('r', reject.record, reject.offset);
                     require_law(!reject.code.empty() && is_clean(reject.message),
                                 "a reject gives a clean reason");
                   },
               .skip =
                   [&](Skip&& skip) {
                     meet('s', skip.record, skip.offset);
                     require_law(!skip.code.empty() && is_clean(skip.message), "a skip gives a clean reason");
                   },
               .listed =
                   [&](ListedPage&& page) {
                     require_law(!page.url.empty() && is_clean(page.url) && is_clean(page.title),
                                 "what a list says is clean UTF-8, and of an address");
                     outcome += page.url + '\n' + page.title + '\n';
                   }});
  return outcome;
}

}  // namespace

void check_reader(const Reader& reader, std::string_view input) {
  const int sure = reader.sniff(input, "input");
  require_law(sure >= 0 && sure <= 100, "sniffing gives 0 to 100");
  const std::string whole = check_reading(reader, input, std::max<std::size_t>(input.size(), 1));
  require_law(check_reading(reader, input, 7) == whole, "pieces of the input change nothing");
}

}  // namespace fihrist
