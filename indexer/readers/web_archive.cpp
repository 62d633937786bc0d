// SPDX-License-Identifier: GPL-3.0-or-later
// Which records are pages, and which capture of a page is the newest.
#include "indexer/readers/web_archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "analysis/date.hpp"
#include "analysis/utf8.hpp"
#include "indexer/extraction/web_page.hpp"
#include "indexer/readers/html_page.hpp"
#include "indexer/readers/http_answer.hpp"
#include "indexer/readers/warc_records.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

/// Headers of answers are found within so many bytes.
constexpr std::size_t longest_header = std::size_t{256} * 1024;
constexpr int sure_of_html = 90;

/// wget writes «<http://example.com/>».
std::string_view without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) return uri.substr(1, uri.size() - 2);
  return uri;
}

bool may_be_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml" || type.empty() || type == "no-type" ||
         type == "unk" || type == "application/octet-stream";
}

/// A record whose content is wanted as far as it was read.
struct Capture {
  const WarcRecord& record;
  std::string url;
  std::optional<Date> captured;
  std::string content;
};

class ArchiveReading {
 public:
  ArchiveReading(ByteSource& bytes, const std::string& path, const ReaderSink& sink)
      : records_(bytes), path_(path), sink_(sink) {}

  void run() {
    while (const auto record = records_.next()) {
      tell_damage(*record);
      last_ = {.number = record->number,
               .packed = record->packed,
               .member_offset = record->member_offset,
               .offset = record->offset};
      if (record->type.empty())
        reject(*record, "not_a_record", "These bytes are no record of a web archive.");
      else
        take(*record);
    }
    tell_damage({});
  }

 private:
  /// Once for neighbours: one damaged place may look like many members.
  void tell_damage(const WarcRecord& next) {
    if (records_.damaged_members() == damaged_ || (next.type.empty() && next.member_offset > 0)) return;
    damaged_ = records_.damaged_members();
    reject(last_, "unreadable", "What is compressed here is damaged or ends too early.");
  }

  void take(const WarcRecord& record) {
    if (record.type == "revisit") return skip(record, "copy", "a capture that says: as before");
    if (record.type != "response" && record.type != "resource") return;
    Capture capture{.record = record, .url = clean_utf8(without_brackets(record.uri))};
    if (!is_web_address(capture.url)) return;
    capture.captured = parse_date(record.date);
    record.type == "response" ? take_answer(capture) : take_resource(capture);
  }

  void take_answer(Capture& capture) {
    read_until(capture, [](std::string_view content) {
      return content.size() >= longest_header || content.find("\r\n\r\n") != std::string_view::npos ||
             content.find("\n\n") != std::string_view::npos;
    });
    const auto answer = read_http_header(capture.content);
    if (!answer) return skip(capture.record, "not_article", "an answer without a header");
    if (answer->status >= 300 && answer->status < 400)
      return skip(capture.record, "redirect", "an answer that leads elsewhere");
    if (answer->status != 200)
      return skip(capture.record, "not_article", "an answer that failed (404 and others)");
    const std::string_view type = field_of(answer->fields, "content-type");
    if (!may_be_page(media_type(type)))
      return skip(capture.record, "not_article", "an answer that is no page in HTML");
    if (is_older(capture)) return skip(capture.record, "copy", "an older capture of a page");
    if (!read_all(capture)) return;
    const std::string_view body = std::string_view(capture.content).substr(answer->header_bytes);
    take_page(capture, decode_body(body, answer->fields, longest_web_page + 1), type);
  }

  void take_resource(Capture& capture) {
    const std::string_view type = field_of(capture.record.fields, "content-type");
    if (!may_be_page(media_type(type)))
      return skip(capture.record, "not_article", "a resource that is no page in HTML");
    if (is_older(capture)) return skip(capture.record, "copy", "an older capture of a page");
    if (!read_all(capture)) return;
    const std::string content = std::move(capture.content);
    take_page(capture, {.bytes = content}, type);
  }

  void take_page(const Capture& capture, const DecodedBody& body, std::string_view type) {
    if (body.bytes.empty()) return cannot_use(capture, "The answer is empty.");
    if (media_type(type) != "text/html" &&
        HtmlPageReader().sniff(body.bytes.substr(0, longest_header), "") < sure_of_html)
      return skip(capture.record, "not_article", "an answer that is no page in HTML");
    const std::string charset = charset_of(type);
    WebPageResult result = read_web_page(
        {.bytes = body.bytes, .charset = charset, .url = capture.url, .captured = capture.captured});
    if (auto* read = std::get_if<ReadArticle>(&result)) return give(capture, std::move(*read));
    if (auto* skipped = std::get_if<Skip>(&result))
      return skip(capture.record, skipped->code, skipped->message);
    const Reject& refused = std::get<Reject>(result);
    reject(capture.record, refused.code, refused.message);
  }

  void give(const Capture& capture, ReadArticle&& read) {
    read.record = capture.record.number;
    read.offset = offset_of(capture.record);
    if (read.article.url.empty()) read.article.url = capture.url;
    if (!records_.complete())
      reject(capture.record, "truncated", "The page ends too early; what is there was read.");
    sink_.article(std::move(read));
  }

  void cannot_use(const Capture& capture, const char* why) {
    if (records_.complete()) return skip(capture.record, "not_article", "an answer without a body");
    reject(capture.record, "truncated", why);
  }

  /// Told by the URL and the time of the record alone, before its content costs anything.
  bool is_older(const Capture& capture) {
    if (!capture.captured) return false;
    const std::int64_t time = civil_seconds(*capture.captured);
    const auto [seen, is_new] = newest_.emplace(std::hash<std::string>{}(normalised_url(capture.url)), time);
    const bool older = !is_new && seen->second > time;
    seen->second = std::max(seen->second, time);
    return older;
  }

  template <typename Enough>
  void read_until(Capture& capture, Enough enough) {
    while (!enough(capture.content)) {
      const std::string_view piece = records_.read();
      if (piece.empty()) return;
      capture.content += piece;
    }
  }

  bool read_all(Capture& capture) {
    read_until(capture, [](std::string_view content) { return content.size() > longest_answer; });
    if (capture.content.size() <= longest_answer) return true;
    reject(capture.record, "too_long", "It is longer than 32 MiB.");
    return false;
  }

  /// Where a tool would look for it: the member, or the record in a file that is not compressed.
  static std::uint64_t offset_of(const WarcRecord& record) {
    return record.packed ? record.member_offset : record.offset;
  }

  void skip(const WarcRecord& record, std::string code, std::string message) {
    sink_.skip({.path = path_,
                .record = record.number,
                .offset = offset_of(record),
                .code = std::move(code),
                .message = std::move(message)});
  }

  void reject(const WarcRecord& record, std::string code, std::string message) {
    sink_.reject({.path = path_,
                  .record = record.number,
                  .offset = offset_of(record),
                  .code = std::move(code),
                  .message = std::move(message)});
  }

  WarcRecords records_;
  const std::string& path_;
  const ReaderSink& sink_;
  WarcRecord last_;
  std::uint64_t damaged_ = 0;
  std::unordered_map<std::uint64_t, std::int64_t> newest_;
};

}  // namespace

int WebArchiveReader::sniff(std::string_view head, std::string_view) const {
  return begins_web_archive(head) ? 100 : 0;
}

void WebArchiveReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  ArchiveReading(bytes, name, sink).run();
}

}  // namespace fihrist
