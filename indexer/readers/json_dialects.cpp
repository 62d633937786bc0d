// SPDX-License-Identifier: GPL-3.0-or-later
// One function a dialect; what is missing or of another type is left out.
#include "indexer/readers/json_dialects.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/html_text.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::json;

constexpr std::string_view telling_keys[] = {
    "\"rendered\"", "\"$t\"", "\"content_html\"", "\"content_text\"", "\"date_published\"", "\"blogger#"};

const Json& null_value() {
  static const Json null;
  return null;
}

/// The value at a path of keys; null where it leads nowhere.
const Json& at(const Json& object, std::initializer_list<const char*> path) {
  const Json* value = &object;
  for (const char* key : path) {
    if (!value->is_object()) return null_value();
    const auto found = value->find(key);
    if (found == value->end()) return null_value();
    value = &*found;
  }
  return *value;
}

/// Strings as they are, numbers as they are written; empty for anything else.
std::string text_of_json(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

std::string text_at(const Json& object, std::initializer_list<const char*> path) {
  return text_of_json(at(object, path));
}

void add(std::vector<std::string>& texts, std::string text) {
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
    texts.push_back(std::move(text));
}

/// What `text` makes of each element of a list; one value is a list of one.
template <typename Text>
void add_each(std::vector<std::string>& texts, const Json& list, Text text) {
  if (!list.is_array()) return add(texts, text(list));
  for (const Json& one : list) add(texts, text(one));
}

DialectFields from_json_feed(const Json& item) {
  DialectFields read;
  JsonFields& fields = read.fields;
  fields.id = text_at(item, {"id"});
  fields.title = text_at(item, {"title"});
  fields.html = text_at(item, {"content_html"});
  if (fields.html.empty()) fields.text = text_at(item, {"content_text"});
  fields.summary = text_at(item, {"summary"});
  fields.date = text_at(item, {"date_published"});
  fields.updated = text_at(item, {"date_modified"});
  fields.url = text_at(item, {"url"});
  add(fields.alias_urls, text_at(item, {"external_url"}));
  if (fields.url.empty() && !fields.alias_urls.empty()) {
    fields.url = fields.alias_urls.front();
    fields.alias_urls.clear();
  }
  // Ids are unique within one feed only; where there is an address, that is the identity.
  if (!fields.url.empty()) fields.id.clear();
  const auto name = [](const Json& person) { return text_at(person, {"name"}); };
  add_each(fields.authors, at(item, {"authors"}), name);
  if (fields.authors.empty()) add_each(fields.authors, at(item, {"author"}), name);
  add_each(fields.tags, at(item, {"tags"}), text_of_json);
  return read;
}

std::string wordpress_withheld(const Json& post) {
  const std::string status = text_at(post, {"status"});
  if (at(post, {"content", "protected"}) == true) return "password";
  if (status == "private") return "private";
  if (status == "future") return "scheduled";
  if (status == "trash") return "trashed";
  return status == "draft" || status == "pending" || status == "auto-draft" ? "draft" : "";
}

/// Local time and UTC stand in two keys, both without a zone.
std::string wordpress_date(const Json& post, const char* local, const char* gmt) {
  const std::string utc = text_at(post, {gmt});
  return utc.empty() ? text_at(post, {local}) : utc + (utc.ends_with('Z') ? "" : "Z");
}

/// Numbers of authors and tags mean nothing without the lists that ?_embed adds.
void add_embedded(const Json& post, JsonFields& fields) {
  const auto name = [](const Json& one) { return text_at(one, {"name"}); };
  add_each(fields.authors, at(post, {"_embedded", "author"}), name);
  if (fields.authors.empty()) add(fields.authors, text_at(post, {"yoast_head_json", "author"}));
  const Json& taxonomies = at(post, {"_embedded", "wp:term"});
  if (!taxonomies.is_array()) return;
  for (const Json& terms : taxonomies) add_each(fields.tags, terms, name);
}

DialectFields from_wordpress(const Json& post) {
  DialectFields read{.withheld = wordpress_withheld(post), .framed = true};
  const std::string type = text_at(post, {"type"});
  read.is_article = type != "attachment" && type != "nav_menu_item" && type != "wp_block";
  JsonFields& fields = read.fields;
  fields.title = html_to_text(text_at(post, {"title", "rendered"}));
  fields.html = text_at(post, {"content", "rendered"});
  fields.summary = html_to_text(text_at(post, {"excerpt", "rendered"}));
  fields.date = wordpress_date(post, "date", "date_gmt");
  fields.updated = wordpress_date(post, "modified", "modified_gmt");
  fields.url = text_at(post, {"link"});
  fields.source = text_at(post, {"yoast_head_json", "og_site_name"});
  add(fields.alias_urls, text_at(post, {"guid", "rendered"}));
  if (fields.url.empty()) fields.id = text_at(post, {"id"});
  add_embedded(post, fields);
  return read;
}

DialectFields from_blogger_entry(const Json& entry) {
  DialectFields read;
  JsonFields& fields = read.fields;
  fields.id = text_at(entry, {"id", "$t"});
  fields.title = text_at(entry, {"title", "$t"});
  fields.html = text_at(entry, {"content", "$t"});
  if (fields.html.empty()) fields.html = text_at(entry, {"summary", "$t"});
  fields.date = text_at(entry, {"published", "$t"});
  fields.updated = text_at(entry, {"updated", "$t"});
  add_each(fields.authors, at(entry, {"author"}), [](const Json& one) {
    return text_at(one, {"name", "$t"});
  });
  add_each(fields.tags, at(entry, {"category"}), [](const Json& one) {
    const std::string scheme = text_at(one, {"scheme"});
    return scheme.find("#kind") == std::string::npos ? text_at(one, {"term"}) : std::string();
  });
  const Json& links = at(entry, {"link"});
  if (links.is_array())
    for (const Json& link : links)
      if (text_at(link, {"rel"}) == "alternate") fields.url = text_at(link, {"href"});
  read.is_article =
      fields.id.find(".settings.") == std::string::npos && fields.id.find(".layout") == std::string::npos;
  return read;
}

DialectFields from_blogger_api(const Json& post) {
  DialectFields read;
  const std::string kind = text_at(post, {"kind"});
  read.is_article = kind == "blogger#post" || kind == "blogger#page";
  const std::string status = text_at(post, {"status"});
  if (status == "DRAFT" || status == "SCHEDULED") read.withheld = status == "DRAFT" ? "draft" : "scheduled";
  if (status == "SOFT_TRASHED") read.withheld = "trashed";
  JsonFields& fields = read.fields;
  fields.title = text_at(post, {"title"});
  fields.html = text_at(post, {"content"});
  fields.date = text_at(post, {"published"});
  fields.updated = text_at(post, {"updated"});
  fields.url = text_at(post, {"url"});
  if (fields.url.empty()) fields.id = text_at(post, {"id"});
  add(fields.authors, text_at(post, {"author", "displayName"}));
  add_each(fields.tags, at(post, {"labels"}), text_of_json);
  const std::string comments = text_at(post, {"replies", "totalItems"});
  if (!comments.empty() && comments.size() < 9 &&
      comments.find_first_not_of("0123456789") == std::string::npos)
    fields.comments = static_cast<std::uint32_t>(std::stoul(comments));
  return read;
}

bool has(const Json& object, const char* key) { return object.find(key) != object.end(); }

}  // namespace

bool may_be_dialect(std::string_view object) {
  return std::any_of(std::begin(telling_keys), std::end(telling_keys),
                     [&](std::string_view key) { return object.find(key) != std::string_view::npos; });
}

std::optional<DialectFields> read_dialect(std::string_view object) {
  const auto not_too_deep = [](int depth, Json::parse_event_t, Json&) {
    return depth <= static_cast<int>(max_json_depth);
  };
  const Json root = Json::parse(object, not_too_deep, false);
  if (!root.is_object()) return std::nullopt;
  if (text_at(root, {"kind"}).starts_with("blogger#")) return from_blogger_api(root);
  if (at(root, {"title", "rendered"}).is_string() || at(root, {"content", "rendered"}).is_string())
    return from_wordpress(root);
  if (at(root, {"title", "$t"}).is_string() || at(root, {"content", "$t"}).is_string())
    return from_blogger_entry(root);
  if (has(root, "content_html") || has(root, "content_text") || has(root, "date_published"))
    return from_json_feed(root);
  return std::nullopt;
}

}  // namespace fihrist
