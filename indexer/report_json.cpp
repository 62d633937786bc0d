// SPDX-License-Identifier: GPL-3.0-or-later
// Reports and rejects as JSON.
#include "indexer/report_json.hpp"

#include <nlohmann/json.hpp>

#include "indexer/indexer.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

/// Paths need not be UTF-8.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Reject& reject) {
  return {{"path", reject.path}, {"record", reject.record},   {"offset", reject.offset},
          {"code", reject.code}, {"message", reject.message}, {"excerpt", reject.excerpt}};
}

Json json_of(const FormatCoverage& coverage) {
  Json examples = Json::object();
  for (const auto& [what, some] : coverage.examples)
    for (const CoverageExample& one : some)
      examples[what].push_back({{"path", one.path}, {"record", one.record}, {"text", one.text}});
  return {{"format", coverage.format},
          {"records", coverage.records},
          {"articles", coverage.articles},
          {"counts", Json(coverage.counts)},
          {"examples", std::move(examples)}};
}

}  // namespace

std::string to_json_line(const Reject& reject) { return dump(json_of(reject)); }

std::string to_json(const IndexReport& report) {
  Json rejects = Json::array();
  for (const Reject& reject : report.rejects) rejects.push_back(json_of(reject));
  Json formats = Json::array();
  for (const FormatCoverage& coverage : report.formats) formats.push_back(json_of(coverage));
  return dump({{"added", report.added},
               {"updated", report.updated},
               {"unchanged", report.unchanged},
               {"removed", report.removed},
               {"skipped", report.skipped},
               {"rejected", report.rejected},
               {"articles", report.articles},
               {"bytes_read", report.bytes_read},
               {"seconds", report.seconds},
               {"warnings", Json(report.warnings)},
               {"rejects", std::move(rejects)},
               {"notes", report.notes},
               {"formats", std::move(formats)},
               {"site_lines",
                {{"learned", report.site_lines.learned},
                 {"articles", report.site_lines.articles},
                 {"lines", report.site_lines.lines}}},
               {"near_copies", report.near_copies},
               {"resumed", report.resumed},
               {"interrupted", report.interrupted}});
}

}  // namespace fihrist
