// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by format and kind, with the first examples.
#include "indexer/coverage.hpp"

#include <algorithm>

namespace fihrist {

std::uint8_t Coverage::number_of(const std::string& format) {
  const std::string name = format.empty() ? "?" : format;
  const auto found = std::find_if(formats_.begin(), formats_.end(),
                                  [&](const FormatCoverage& one) { return one.format == name; });
  if (found != formats_.end()) return static_cast<std::uint8_t>(found - formats_.begin());
  formats_.push_back({.format = name});
  return static_cast<std::uint8_t>(formats_.size() - 1);
}

void Coverage::add(FormatCoverage& coverage, const std::string& what, CoverageExample&& example) {
  ++coverage.counts[what];
  auto& examples = coverage.examples[what];
  if (examples.size() < FormatCoverage::most_examples) examples.push_back(std::move(example));
}

void Coverage::met(std::uint8_t format, const ReadArticle& read, const std::string& path) {
  FormatCoverage& coverage = formats_[format];
  const Article& article = read.article;
  ++coverage.records;
  const auto tell = [&](const std::string& what, const std::string& text) {
    add(coverage, what, {.path = path, .record = read.record, .text = text});
  };
  const std::string& name = article.title.empty() ? article.id : article.title;
  if (!read.withheld.empty()) return tell("withheld", name + " (" + read.withheld + ")");
  if (read.deleted) return tell("deleted", name);
  ++coverage.articles;
  if (!article.date) tell("no_date", name);
  if (article.authors.empty()) tell("no_author", name);
  if (article.title.empty()) tell("no_title", name);
  if (article.url.empty()) tell("no_url", name);
  for (const std::string& warning : read.warnings) tell(warning, name);
}

void Coverage::skipped(std::uint8_t format, const Skip& skip) {
  ++formats_[format].records;
  add(formats_[format], "not_article", {.path = skip.path, .record = skip.record, .text = skip.message});
}

void Coverage::rejected(std::uint8_t format, const Reject& reject) {
  ++formats_[format].records;
  add(formats_[format], "rejected", {.path = reject.path, .record = reject.record, .text = reject.message});
}

void Coverage::found(std::uint8_t format, const std::string& what, const std::string& path,
                     std::uint64_t record) {
  FormatCoverage& coverage = formats_[format];
  if (--coverage.counts.at(what) == 0) coverage.counts.erase(what);
  auto& examples = coverage.examples[what];
  std::erase_if(examples,
                [&](const CoverageExample& one) { return one.path == path && one.record == record; });
  if (examples.empty()) coverage.examples.erase(what);
}

void Coverage::duplicate(std::uint8_t format, CoverageExample&& example) {
  add(formats_[format], "duplicate", std::move(example));
}

bool Coverage::wants_duplicates(std::uint8_t format) const {
  const auto found = formats_[format].examples.find("duplicate");
  return found == formats_[format].examples.end() || found->second.size() < FormatCoverage::most_examples;
}

}  // namespace fihrist
