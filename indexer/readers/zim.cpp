// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of a ZIM file in the order in which they lie there.
#include "indexer/readers/zim.hpp"

#include <zim/archive.h>
#include <zim/entry.h>
#include <zim/item.h>

#include <exception>
#include <utility>

#include "indexer/plain_text.hpp"
#include "indexer/readers/web_page_record.hpp"

namespace fihrist {
namespace {

constexpr std::string_view magic = "ZIM\x04";

/// What the file says of itself; empty where it does not.
std::string metadata(const zim::Archive& archive, const char* name) {
  try {
    return tidy_line(archive.getMetadata(name));
  } catch (const std::exception&) {
    return {};
  }
}

bool is_page(std::string_view type) {
  return type.starts_with("text/html") || type.starts_with("application/xhtml+xml");
}

class ZimReading {
 public:
  ZimReading(const zim::Archive& archive, const std::string& path, const ReaderSink& sink)
      : archive_(archive),
        path_(path),
        sink_(sink),
        name_(metadata(archive, "Name")),
        title_(metadata(archive, "Title")),
        captured_(parse_date(metadata(archive, "Date"))),
        is_crawl_(metadata(archive, "Scraper").find("warc2zim") != std::string::npos) {
    if (name_.empty()) name_ = static_cast<std::string>(archive.getUuid());
  }

  void run() {
    for (const zim::Entry& entry : archive_.iterEfficient()) {
      ++record_;
      try {
        take(entry);
      } catch (const std::exception& error) {
        reject("unreadable", tidy_line(error.what()));
      }
    }
  }

 private:
  void take(const zim::Entry& entry) {
    if (entry.isRedirect()) return skip("redirect", "an entry that leads elsewhere");
    const zim::Item item = entry.getItem();
    if (!is_page(item.getMimetype())) return skip("not_article", "an entry that is no page in HTML");
    if (item.getSize() > longest_web_page) return reject("too_long", "It is longer than 16 MiB.");
    const zim::Blob content = item.getData();
    const std::string place = tidy_line(entry.getPath());
    const std::string url = address_of(place);
    const WebPage page{.bytes = {content.data(), content.size()}, .url = url, .captured = captured_};
    give_web_page(page, {.path = path_, .record = record_},
                  {.article =
                       [&](ReadArticle&& read) {
                         complete(read.article, tidy_line(entry.getTitle()), place);
                         sink_.article(std::move(read));
                       },
                   .reject = sink_.reject,
                   .skip = sink_.skip});
  }

  /// Crawls that were made ZIM files (warc2zim) have addresses without their scheme for paths, behind "A/" in
  /// old ones.
  std::string address_of(std::string_view place) const {
    if (!is_crawl_) return {};
    if (place.starts_with("A/")) place.remove_prefix(2);
    return "https://" + std::string(place);
  }

  void complete(Article& article, std::string title, const std::string& place) const {
    if (article.title.empty()) article.title = std::move(title);
    if (article.source.empty()) article.source = title_;
    // Names stay when a new edition of the file is made.
    if (article.url.empty()) article.id = name_ + "/" + place;
  }

  void skip(std::string code, std::string message) {
    sink_.skip({.path = path_, .record = record_, .code = std::move(code), .message = std::move(message)});
  }

  void reject(std::string code, std::string message) {
    sink_.reject({.path = path_, .record = record_, .code = std::move(code), .message = std::move(message)});
  }

  const zim::Archive& archive_;
  const std::string& path_;
  const ReaderSink& sink_;
  std::string name_;
  std::string title_;
  std::optional<Date> captured_;
  bool is_crawl_;
  std::uint64_t record_ = 0;
};

}  // namespace

int ZimReader::sniff(std::string_view head, std::string_view) const {
  return head.starts_with(magic) ? 100 : 0;
}

void ZimReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  const auto refuse = [&](std::string message) {
    sink.reject({.path = name, .record = 1, .code = "unreadable", .message = std::move(message)});
  };
  const auto descriptor = bytes.descriptor();
  if (!descriptor) return refuse("A ZIM file is read where it lies: unpack it, and name it as a file.");
  std::optional<zim::Archive> archive;
  try {
    archive.emplace(*descriptor);
  } catch (const std::exception& error) {
    return refuse("libzim says: " + tidy_line(error.what()));
  }
  ZimReading(*archive, name, sink).run();
}

}  // namespace fihrist
