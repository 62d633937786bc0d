// SPDX-License-Identifier: GPL-3.0-or-later
// A format: from bytes to articles, one after the other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.hpp"

namespace fihrist {

/// Why a record gave no article. `code` is a stable word for scripts: "invalid_json", "truncated",
/// "not_utf8", "no_text", "too_long", "unreadable", "invalid_field"; and for a whole input "unknown_format".
struct Reject {
  std::string path;
  std::uint64_t record = 0;  ///< from 1, within the input
  std::uint64_t offset = 0;  ///< byte where the record begins
  std::string code;
  std::string message;  ///< one sentence
  std::string excerpt;  ///< the record's first bytes, where the reader has them; cut by reject_excerpt()
};

/// The first 200 bytes of a rejected record, whole code points, without controls, for people to know it by.
std::string reject_excerpt(std::string_view record);

/// A record that was understood and is no article: settings of a blog, comments, redirects, lists of
/// articles. It is no fault of the input. `code` is a stable word for scripts: "not_article", "redirect",
/// "comment".
struct Skip {
  std::string path;
  std::uint64_t record = 0;
  std::uint64_t offset = 0;
  std::string code;
  std::string message;  ///< what it is and how that was seen, a few words; the same for all of a kind
};

/// One article as a format gave it, before it has an identity.
struct ReadArticle {
  Article article;
  std::uint64_t record = 0;
  std::uint64_t offset = 0;
  bool deleted = false;  ///< the source says that the article with this identity is to go
  /// Why the source does not show it: "draft", "private", "scheduled", "trashed", "password"; empty when it
  /// is published. It is not indexed, and what was indexed under its identity goes.
  std::string withheld;
  /// Where article.date was found: "field" (of a feed, an export, metadata), "text", "url", "file_name";
  /// empty without a date or where the format has only one place for it.
  std::string date_origin;
  /// When this copy of it was made, in seconds since 1970, UTC: of two copies the later one counts, where
  /// neither says when it was updated.
  std::optional<std::int64_t> captured;
  /// The text was taken out of a page, or of what a site's software sends, so that lines of the site may be
  /// left in it: those that many of its pages share are learned (site_line_study.hpp). False for texts that
  /// somebody wrote into fields.
  bool framed = false;
  /// Stable words for what was mended or lost on the way, each at most once: "bad_date" (kept without it),
  /// "replaced_bytes" (ill-formed text became U+FFFD), "repaired_encoding", "repaired_front_matter",
  /// "kept_whole". The run counts them in IndexReport::warnings.
  std::vector<std::string> warnings;
};

/// What a list says of a page that another input may hold: the entry of a sitemap, a line of the pages of a
/// WACZ. The article with this address takes from it what it does not say itself.
struct ListedPage {
  std::string url;
  std::string title;
  std::optional<Date> date;
};

/// Bytes of one input, from the beginning, a piece at a time; empty at the end. One thread at a time.
/// Throws Error(failed) when the input cannot be read.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::string_view read() = 0;  ///< the next piece; valid until the next call
  virtual std::uint64_t bytes_read() const = 0;
  /// Its bytes in all, where any of them can be gone to; nothing for what only flows.
  virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
  /// Makes the byte at `offset` the next one to be read; false when it cannot, and nothing moved.
  virtual bool seek([[maybe_unused]] std::uint64_t offset) { return false; }
  /// Of the file whose bytes these are, all of them, for libraries that read files only; valid as long as
  /// this is.
  virtual std::optional<int> descriptor() const { return std::nullopt; }
};

/// Where a reader's results go, in the order of the input.
struct ReaderSink {
  std::function<void(ReadArticle&&)> article;
  std::function<void(Reject&&)> reject;
  std::function<void(Skip&&)> skip;
  std::function<void(ListedPage&&)> listed = {};  ///< may be empty
};

/// Reads one format. A bad record is rejected and the next one read; only the input itself failing is an
/// exception. Stateless between calls; memory does not grow with the size of the input, only with that
/// of its largest record.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::string_view format() const = 0;  ///< as --format names it: "jsonl", "text"
  /// How sure the first bytes (up to 64 KiB) and the file's name make this reader that the input is its
  /// own: 0 not at all, 100 certainly. `name` breaks ties only.
  virtual int sniff(std::string_view head, std::string_view name) const = 0;
  /// `name` is the path as the operator wrote it, "-" for standard input.
  virtual void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const = 0;
};

}  // namespace fihrist
