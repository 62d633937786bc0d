// SPDX-License-Identifier: GPL-3.0-or-later
// The article extraction benchmark: pages of news as they were served, and the text that people took out.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "bench/extraction/measure.hpp"
#include "bench/extraction/shingles.hpp"
#include "indexer/extraction/web_page.hpp"

namespace fihrist::bench {
namespace {

using Json = nlohmann::json;

std::string gunzipped(const std::filesystem::path& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) throw std::runtime_error("cannot open " + path.string());
  std::string text;
  std::string piece(64 * 1024, '\0');
  int size = 0;
  while ((size = gzread(file.get(), piece.data(), static_cast<unsigned>(piece.size()))) > 0)
    text.append(piece, 0, static_cast<std::size_t>(size));
  if (size < 0) throw std::runtime_error("cannot read " + path.string());
  return text;
}

struct Page {
  std::string key;
  std::string url;
  std::string wanted;
  std::string html;
  std::string extracted;
};

std::vector<Page> load(const std::filesystem::path& folder) {
  std::ifstream file(folder / "ground-truth.json");
  std::vector<Page> pages;
  const Json truth = Json::parse(file);
  for (const auto& [key, value] : truth.items())
    pages.push_back({.key = key,
                     .url = value.value("url", std::string()),
                     .wanted = value.value("articleBody", std::string()),
                     .html = gunzipped(folder / "html" / (key + ".html.gz"))});
  return pages;
}

/// What is no article to us is an empty text here.
std::string text_of(const Page& page) {
  const WebPageResult result = read_web_page({.bytes = page.html, .url = page.url});
  const auto* const read = std::get_if<ReadArticle>(&result);
  return read == nullptr ? std::string() : read->article.text;
}

void write_predictions(const std::vector<Page>& pages, const std::filesystem::path& path) {
  Json predictions = Json::object();
  for (const Page& page : pages) predictions[page.key] = {{"articleBody", page.extracted}};
  std::ofstream(path) << predictions.dump();
}

void print_each(std::vector<Page>& pages) {
  const auto f1 = [](const Page& page) { return f1_of(compare(page.wanted, page.extracted)); };
  std::stable_sort(pages.begin(), pages.end(), [&](const Page& a, const Page& b) { return f1(a) < f1(b); });
  for (const Page& page : pages) {
    const Overlap overlap = compare(page.wanted, page.extracted);
    fmt::print("{:.3f}  surplus {:.3f}  missed {:.3f}  {}  {}\n", f1_of(overlap), overlap.surplus,
               overlap.missed, page.key.substr(0, 8), page.url);
  }
}

}  // namespace

bool measure_benchmark(const BenchmarkRequest& request) {
  std::vector<Page> pages = load(request.folder);
  const std::clock_t begin = std::clock();
  for (Page& page : pages) page.extracted = text_of(page);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::vector<Overlap> overlaps;
  for (const Page& page : pages) overlaps.push_back(compare(page.wanted, page.extracted));
  if (request.each) print_each(pages);
  if (!request.predictions.empty()) write_predictions(pages, request.predictions);
  const Quality quality = quality_of(overlaps);
  fmt::print("pages {}  F1 {:.4f}  precision {:.4f}  recall {:.4f}  pages a second of one core {:.0f}\n",
             pages.size(), quality.f1, quality.precision, quality.recall,
             static_cast<double>(pages.size()) / seconds);
  return quality.f1 >= request.floor;
}

}  // namespace fihrist::bench
