// SPDX-License-Identifier: GPL-3.0-or-later
// A line an article.
#include "bench/race/article_lines.hpp"

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace fihrist::bench {
namespace {

class Lines {
 public:
  explicit Lines(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  std::optional<Article> next() {
    for (std::string line;;) {
      if (file_.is_open() && std::getline(file_, line)) return article(line);
      if (at_ == paths_.size()) return std::nullopt;
      file_ = std::ifstream(paths_[at_]);
      if (!file_) throw std::runtime_error("cannot read " + paths_[at_]);
      ++at_;
    }
  }

 private:
  static Article article(const std::string& line) {
    const nlohmann::json record = nlohmann::json::parse(line);
    return {.id = record.value("id", ""),
            .title = record.value("title", ""),
            .text = record.value("text", ""),
            .date = parse_date(record.value("date", ""))};
  }

  std::vector<std::string> paths_;
  std::size_t at_ = 0;
  std::ifstream file_;
};

}  // namespace

ArticleSource articles_of(std::vector<std::string> paths) {
  return [lines = std::make_shared<Lines>(std::move(paths))] { return lines->next(); };
}

std::vector<Article> read_articles(const std::vector<std::string>& paths) {
  std::vector<Article> articles;
  const ArticleSource next = articles_of(paths);
  while (std::optional<Article> article = next()) articles.push_back(std::move(*article));
  return articles;
}

}  // namespace fihrist::bench
