// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of its own for a test: inputs are written, indexed, and looked at as the bytes of the index.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/indexer.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "schema/fields.hpp"
#include "schema/manifest.hpp"
#include "schema/record_codec.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist::test {

/// One line of JSON lines.
inline std::string line(const nlohmann::ordered_json& article) { return article.dump() + '\n'; }

inline std::string article_line(const std::string& id, const std::string& title, const std::string& text) {
  return line({{"id", id}, {"title", title}, {"text", text}, {"date", "2017-01-20"}, {"author", "سلمى"}});
}

class SampleArchive {
 public:
  std::filesystem::path path(const std::string& name) const { return directory_ / name; }
  std::filesystem::path archive() const { return path("archive"); }
  ArchiveLayout layout() const { return ArchiveLayout(archive()); }
  void write(const std::string& name, const std::string& text) const { write_file(path(name), text); }

  IndexRequest request(const std::vector<std::string>& inputs) const {
    IndexRequest request{.archive = archive(), .format = "jsonl", .jobs = 1};
    for (const std::string& input : inputs) request.paths.push_back(path(input).string());
    return request;
  }
  IndexReport index(const std::vector<std::string>& inputs) const { return run_index(request(inputs)); }

  Xapian::Database database() const {
    return Xapian::Database(layout().current_generation().value().string());
  }
  Manifest manifest() const { return parse_manifest(database().get_metadata(manifest_key)); }
  bool holds(const std::string& id) const { return database().term_exists(term_of(Field::id, id)); }
  Xapian::Document document(const std::string& id) const {
    const Xapian::Database all = database();
    return all.get_document(*all.postlist_begin(term_of(Field::id, id)));
  }

  /// The record of an article, as it was before it was compressed.
  std::string record(const std::string& id) const { return record_of(document(id)); }

  /// Everything that the index says, but for the time of the run: one text a document, sorted, then metadata.
  std::vector<std::string> dump() const {
    const Xapian::Database all = database();
    std::vector<std::string> parts;
    for (auto posting = all.postlist_begin(""); posting != all.postlist_end(""); ++posting)
      parts.push_back(text_of(all.get_document(*posting)));
    std::sort(parts.begin(), parts.end());
    for (auto key = all.metadata_keys_begin(); key != all.metadata_keys_end(); ++key) {
      Manifest manifest;
      if (*key != manifest_key) {
        parts.push_back(*key + '=' + all.get_metadata(*key));
        continue;
      }
      manifest = parse_manifest(all.get_metadata(*key));
      manifest.last_run.clear();
      parts.push_back(to_json(manifest));
    }
    return parts;
  }

 private:
  std::string record_of(const Xapian::Document& document) const {
    return RecordCodec(database().get_metadata(record_dictionary_key))
        .expand(document.get_value(static_cast<Xapian::valueno>(Slot::record)));
  }

  std::string text_of(const Xapian::Document& document) const {
    std::string text = record_of(document);
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      text += '\n' + *term + ' ' + std::to_string(term.get_wdf());
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      text += '\n' + std::to_string(value.get_valueno()) + '=' + *value;
    return text;
  }

  TemporaryDirectory directory_;
};

/// The code of the Error that `work` throws; 0 when it throws none.
template <typename Work>
int code_of(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return static_cast<int>(error.code());
  }
  return 0;
}

/// `count` different articles with a vocabulary that grows.
inline std::string many_articles(int count, int from = 0) {
  std::string lines;
  for (int i = from; i < from + count; ++i)
    lines += line({{"id", "m" + std::to_string(i)},
                   {"title", "هاتف رقم " + std::to_string(i)},
                   {"text", "الشبكات والهواتف في عام " + std::to_string(i) + " كلمه" +
                                std::to_string(i % 997) + " iPhone" + std::to_string(i)},
                   {"date", std::to_string(2000 + i % 20) + "-01-02"},
                   {"tags", {"وسم" + std::to_string(i % 7)}}});
  return lines;
}

}  // namespace fihrist::test
