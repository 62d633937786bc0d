// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the nesting of elements, builds a tree for each record, and lets go of it.
#include "indexer/readers/xml_records.hpp"

#include <algorithm>
#include <utility>

#include "indexer/readers/xml_base.hpp"
#include "indexer/readers/xml_decoder.hpp"
#include "indexer/readers/xml_mender.hpp"
#include "indexer/readers/xml_parser.hpp"

namespace fihrist {
namespace {

/// Of what stands beside records: titles and addresses, not pictures in base64.
constexpr std::size_t most_head_bytes = std::size_t{1024} * 1024;
/// A parser keeps every name that it meets; after this much input there is a new one.
constexpr std::size_t bytes_a_parser = std::size_t{16} * 1024 * 1024;

bool holds(std::span<const XmlName> names, XmlName name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view base_of(const std::vector<XmlTree::Attribute>& attributes) {
  for (const auto& [name, value] : attributes)
    if (name == XmlName{XmlSpace::xml, "base"}) return value;
  return {};
}

class RecordCutter final : public XmlEvents {
 public:
  RecordCutter(ByteSource& source, const std::string& path, const XmlVocabulary& vocabulary,
               const XmlRecordSink& sink)
      : decoder_(source),
        mender_(decoder_),
        parser_(*this),
        path_(path),
        vocabulary_(vocabulary),
        sink_(sink) {}

  void run() {
    std::size_t parsed = 0;
    for (std::string_view piece = mender_.next(); !piece.empty(); piece = mender_.next()) {
      ending_ = mender_.is_cut_short();
      if (!parser_.parse(piece))
        return reject("invalid_xml", "The parser gave up here; the rest was not read.");
      parsed += piece.size();
      if (parsed < bytes_a_parser || !mender_.is_at_tag()) continue;
      parsed = 0;
      parser_.restart(mender_.open_tags());
    }
    if (mender_.is_cut_short() && !told_of_end_)
      reject("truncated", "The input ends before what it began was closed.");
  }

  void start(XmlName name, const std::vector<XmlTree::Attribute>& attributes) override {
    ++depth_;
    const std::uint64_t offset = mender_.take_tag_offset();
    if (holds(vocabulary_.records, name)) {
      begin_record(name, attributes, offset);
    } else if (state_ == State::record) {
      start_within(name, attributes);
    } else if (state_ == State::head) {
      if (unkept_ == 0 && tree_.bytes() < most_head_bytes)
        tree_.open(name, attributes);
      else
        ++unkept_;
    } else {
      start_outside(name, attributes);
    }
  }

  void text(std::string_view text) override {
    if (state_ == State::outside || dropped_depth_ != 0 || too_long_ || unkept_ != 0) return;
    if (state_ == State::record) {
      tree_.add_text(text);
      watch_size();
    } else if (tree_.bytes() < most_head_bytes) {
      tree_.add_text(text);
    }
  }

  void end() override {
    if (state_ == State::outside) {
      if (!bases_.empty() && bases_.back().depth == depth_) bases_.pop_back();
    } else if (depth_ == begin_depth_) {
      finish();
    } else if (unkept_ != 0) {
      --unkept_;
    } else if (!too_long_) {
      tree_.close();
    }
    if (dropped_depth_ == depth_) dropped_depth_ = 0;
    --depth_;
  }

 private:
  enum class State { outside, head, record };
  struct Base {
    std::size_t depth;
    std::string uri;
  };

  void begin_record(XmlName name, const std::vector<XmlTree::Attribute>& attributes, std::uint64_t offset) {
    if (state_ == State::record) finish();
    state_ = State::record;
    begin_depth_ = depth_;
    offset_ = offset;
    too_long_ = false;
    unkept_ = 0;
    dropped_depth_ = 0;
    ++number_;
    tree_.clear();
    tree_.open(name, attributes);
  }

  void start_within(XmlName name, const std::vector<XmlTree::Attribute>& attributes) {
    if (too_long_) return;
    if (dropped_depth_ == 0 && holds(vocabulary_.dropped, name))
      dropped_depth_ = depth_;
    else if (dropped_depth_ != 0) {
      ++unkept_;
      return;
    }
    if (depth_ == begin_depth_ + 1 && holds(vocabulary_.last_counts, name)) tree_.drop_from(name);
    tree_.open(name, attributes);
    watch_size();
  }

  void start_outside(XmlName name, const std::vector<XmlTree::Attribute>& attributes) {
    const bool is_root = depth_ == 1;
    if (const std::string_view base = base_of(attributes);
        !base.empty() && (is_root || name.local == "channel"))
      bases_.push_back({depth_, resolved_uri(base, this->base())});
    if (is_root || (depth_ == 2 && name.local == "channel")) {
      if (!is_root || !sink_.document) return;
      tree_.clear();
      tree_.open(name, attributes);
      sink_.document(tree_.root());
      return;
    }
    state_ = State::head;
    begin_depth_ = depth_;
    unkept_ = 0;
    tree_.clear();
    tree_.open(name, attributes);
  }

  void watch_size() {
    if (tree_.bytes() <= max_xml_record_bytes) return;
    too_long_ = true;
    tree_ = XmlTree();
  }

  void finish() {
    const State was = std::exchange(state_, State::outside);
    if (was == State::head) {
      if (sink_.head) sink_.head(tree_.root());
    } else if (too_long_) {
      reject("too_long", "It is longer than 32 MiB.");
    } else if (ending_) {
      told_of_end_ = true;
      reject("truncated", "The input ends within it.");
    } else {
      sink_.record({tree_.root(), number_, offset_, base(), decoder_.replaced() > 0});
    }
  }

  std::string base() const { return bases_.empty() ? std::string() : bases_.back().uri; }

  void reject(const char* code, const char* message) {
    sink_.reject({.path = path_, .record = number_, .offset = offset_, .code = code, .message = message});
  }

  XmlDecoder decoder_;
  XmlMender mender_;
  XmlParser parser_;
  const std::string& path_;
  const XmlVocabulary& vocabulary_;
  const XmlRecordSink& sink_;
  State state_ = State::outside;
  XmlTree tree_;
  std::vector<Base> bases_;
  std::size_t depth_ = 0;        ///< of the element met last; the root has 1
  std::size_t begin_depth_ = 0;  ///< of the record or head
  std::size_t dropped_depth_ = 0;
  std::size_t unkept_ = 0;  ///< open elements that are not in the tree
  bool too_long_ = false;
  bool told_of_end_ = false;
  bool ending_ = false;  ///< what is closed from here on, is closed by the end of the input
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace

void read_xml_records(ByteSource& source, const std::string& path, const XmlVocabulary& vocabulary,
                      const XmlRecordSink& sink) {
  RecordCutter(source, path, vocabulary, sink).run();
}

}  // namespace fihrist
