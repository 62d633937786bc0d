// SPDX-License-Identifier: GPL-3.0-or-later
// Walks JSON-LD without a processor for it: pages use a handful of its forms.
#include "indexer/extraction/json_ld.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/html_text.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::json;

constexpr int deepest_json = 64;
constexpr std::size_t most_objects = 2000;

constexpr std::array<std::string_view, 14> article_types{"Article",
                                                         "NewsArticle",
                                                         "BlogPosting",
                                                         "TechArticle",
                                                         "Report",
                                                         "ReportageNewsArticle",
                                                         "AnalysisNewsArticle",
                                                         "OpinionNewsArticle",
                                                         "ReviewNewsArticle",
                                                         "BackgroundNewsArticle",
                                                         "LiveBlogPosting",
                                                         "SocialMediaPosting",
                                                         "DiscussionForumPosting",
                                                         "ScholarlyArticle"};
constexpr std::array<std::string_view, 3> list_types{"CollectionPage", "SearchResultsPage", "ProfilePage"};

template <typename Types>
bool is_of(const Json& object, const Types& types) {
  const auto named = [&](const Json& type) {
    if (!type.is_string()) return false;
    std::string_view name = type.get_ref<const std::string&>();
    name.remove_prefix(name.rfind('/') + 1);
    return std::find(types.begin(), types.end(), name) != types.end();
  };
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  return type->is_array() ? std::any_of(type->begin(), type->end(), named) : named(*type);
}

/// Nested deeper than pages do is no metadata; nlohmann's parser itself does not recurse.
Json parsed(std::string_view text) {
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= deepest_json; };
  Json made = Json::parse(text.begin(), text.end(), shallow, false, true);
  return made;
}

class JsonLdReader {
 public:
  explicit JsonLdReader(PageMetadata& found) : found_(found) {}

  void add(const Json& document) { collect(document); }

  void read() {
    const Json* article = nullptr;
    for (const Json* object : objects_) {
      if (article == nullptr && is_of(*object, article_types)) article = object;
      if (found_.kind == DeclaredKind::unknown && is_of(*object, list_types))
        found_.kind = DeclaredKind::list;
    }
    if (article == nullptr) return;
    found_.kind = DeclaredKind::article;
    read_article(*article);
  }

 private:
  void collect(const Json& document) {
    std::vector<const Json*> open{&document};
    while (!open.empty() && objects_.size() < most_objects) {
      const Json* const value = open.back();
      open.pop_back();
      if (value->is_object()) {
        objects_.push_back(value);
        if (const auto id = value->find("@id"); id != value->end() && id->is_string() && value->size() > 1)
          by_id_.emplace(id->get_ref<const std::string&>(), value);
      }
      if (value->is_structured())
        for (auto child = value->rbegin(); child != value->rend(); ++child)
          if (child->is_structured()) open.push_back(&*child);
    }
  }

  /// A string, or what an object names itself.
  std::string text_of(const Json& value) const {
    if (value.is_string()) return html_to_text(value.get_ref<const std::string&>());
    if (value.is_array()) return value.empty() ? std::string() : text_of(value.front());
    if (!value.is_object()) return {};
    for (const char* key : {"name", "@value"})
      if (const auto named = value.find(key); named != value.end()) return text_of(*named);
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return {};
    const auto target = by_id_.find(id->get_ref<const std::string&>());
    return target == by_id_.end() || target->second == &value || !target->second->contains("name")
               ? std::string()
               : text_of((*target->second)["name"]);
  }

  std::string text_at(const Json& object, const char* key) const {
    const auto value = object.find(key);
    return value == object.end() ? std::string() : text_of(*value);
  }

  static std::string address_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_object()) return {};
    for (const char* key : {"@id", "url"})
      if (const auto id = value.find(key); id != value.end() && id->is_string())
        return id->get<std::string>();
    return {};
  }

  void read_article(const Json& article) {
    Article& to = found_.article;
    found_.fill(to.title, "title", text_at(article, "headline"), "JSON-LD");
    found_.fill(to.title, "title", text_at(article, "name"), "JSON-LD");
    found_.fill_date(to.date, "date", text_at(article, "datePublished"), "JSON-LD");
    found_.fill_date(to.updated, "updated", text_at(article, "dateModified"), "JSON-LD");
    found_.fill(to.summary, "summary", text_at(article, "description"), "JSON-LD");
    found_.fill(to.source, "source", text_at(article, "publisher"), "JSON-LD");
    read_list(article, "author", to.authors, false);
    read_list(article, "keywords", to.tags, true);
    for (const char* key : {"url", "mainEntityOfPage"})
      if (const auto value = article.find(key); value != article.end())
        if (const std::string address = address_of(*value); address.starts_with("http"))
          found_.fill(to.url, "url", address, "JSON-LD");
    if (const auto count = article.find("commentCount");
        count != article.end() && count->is_number_unsigned())
      to.comments = count->get<std::uint32_t>();
    if (const auto body = article.find("articleBody"); body != article.end() && body->is_string())
      found_.article_body = body->get<std::string>();
  }

  void read_list(const Json& article, const char* key, std::vector<std::string>& to, bool at_commas) {
    const auto value = article.find(key);
    if (value == article.end()) return;
    std::vector<std::string> names;
    if (value->is_array()) {
      for (const Json& one : *value) names.push_back(text_of(one));
    } else {
      names.push_back(text_of(*value));
    }
    for (const std::string& name : names) add_names(name, to, at_commas);
    if (!to.empty()) found_.origins.push_back({at_commas ? "tags" : "author", "JSON-LD"});
  }

  static void add_names(std::string_view names, std::vector<std::string>& to, bool at_commas) {
    while (!names.empty()) {
      const std::size_t cut = at_commas ? std::min(names.find(','), names.size()) : names.size();
      const std::string name = tidy_line(names.substr(0, cut));
      names.remove_prefix(std::min(cut + 1, names.size()));
      if (name.empty() || name.starts_with("http") || std::find(to.begin(), to.end(), name) != to.end())
        continue;
      to.push_back(name);
    }
  }

  PageMetadata& found_;
  std::vector<const Json*> objects_;
  std::unordered_map<std::string, const Json*> by_id_;
};

}  // namespace

void read_json_ld(const PageTree& tree, PageMetadata& found) {
  std::vector<Json> documents;
  for (NodeIndex node = 0; node < tree.size(); ++node)
    if (tree.tag(node) == Tag::script && tree.first_child(node) != no_node) {
      Json document = parsed(tree.text(tree.first_child(node)));
      if (document.is_structured()) documents.push_back(std::move(document));
    }
  JsonLdReader reader(found);
  for (const Json& document : documents) reader.add(document);
  reader.read();
}

}  // namespace fihrist
