// SPDX-License-Identifier: GPL-3.0-or-later
// A handler of parse events: keeps our fields, counts depth, and builds nothing else.
#include "indexer/readers/json_fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

namespace fihrist {
namespace {

constexpr std::array<std::string_view, 17> key_names{
    "id",   "title",  "text",    "html",     "author",  "date",        "updated",    "url", "alias_urls",
    "tags", "source", "summary", "comments", "deleted", "date_origin", "site_lines", ""};

/// Where lists of strings go; a single string is a list of one.
std::vector<std::string>* list_member(JsonFields& fields, JsonKey key) {
  switch (key) {
    case JsonKey::author:
      return &fields.authors;
    case JsonKey::alias_urls:
      return &fields.alias_urls;
    case JsonKey::tags:
      return &fields.tags;
    default:
      return nullptr;
  }
}

bool takes_numbers(JsonKey key) {
  return key == JsonKey::id || key == JsonKey::date || key == JsonKey::updated || key == JsonKey::comments;
}

/// Depth 1 is inside the object; a list of ours is read at depth 2. Steps return false to stop.
class FieldHandler final : public nlohmann::json_sax<nlohmann::json> {
 public:
  FieldHandler(JsonFields& fields, JsonOutcome& outcome) : fields_(fields), outcome_(outcome) {}

  bool null() override { return true; }

  bool boolean(bool value) override {
    if (!concerns_us()) return true;
    if (depth_ == 2 && key_ == JsonKey::comments) return count_comment();
    if (depth_ != 1 || key_ != JsonKey::deleted) return wrong();
    fields_.deleted = value;
    return true;
  }

  bool number_integer(number_integer_t value) override { return number(std::to_string(value), value < 0); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value), false); }
  bool number_float(number_float_t, const string_t&) override {
    if (depth_ == 2 && key_ == JsonKey::comments) return count_comment();
    return !concerns_us() || wrong();
  }

  bool string(string_t& value) override {
    if (!concerns_us()) return true;
    if (depth_ == 2 && key_ == JsonKey::comments) return count_comment();
    if (auto* list = list_member(fields_, key_)) {
      if (!value.empty()) list->push_back(std::move(value));
      return true;
    }
    auto* text = depth_ == 1 ? text_member(fields_, key_) : nullptr;
    if (text == nullptr) return wrong();
    *text = std::move(value);
    return true;
  }

  bool binary(binary_t&) override { return wrong(); }

  bool start_object(std::size_t) override {
    if (depth_ == 0) outcome_.is_object = true;
    if (concerns_us() && (depth_ != 2 || key_ != JsonKey::comments)) return wrong();
    if (concerns_us()) count_comment();
    return deeper();
  }
  bool end_object() override { return shallower(); }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    key_ = json_key(name);
    // The last one of equal keys counts, whatever its form.
    if (auto* list = list_member(fields_, key_)) list->clear();
    if (auto* text = text_member(fields_, key_)) text->clear();
    if (key_ == JsonKey::comments) fields_.comments.reset();
    if (key_ == JsonKey::site_lines) fields_.site_lines.clear();
    return true;
  }

  bool start_array(std::size_t) override {
    if (depth_ == 0) return false;
    if (concerns_us() && key_ == JsonKey::comments) {
      if (depth_ == 1) fields_.comments = 0;
      if (depth_ == 2) count_comment();
      return deeper();
    }
    const bool is_list = key_ == JsonKey::site_lines || list_member(fields_, key_) != nullptr;
    if (concerns_us() && (depth_ != 1 || !is_list)) return wrong();
    return deeper();
  }
  bool end_array() override { return shallower(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override {
    outcome_.syntax_error = error.what();
    outcome_.stopped_short = outcome_.syntax_error.find("unexpected end of input") != std::string::npos ||
                             outcome_.syntax_error.find("missing closing quote") != std::string::npos;
    return false;
  }

 private:
  /// At a value of one of our keys, and not deep in a list of comments, whose elements are only counted.
  bool concerns_us() const {
    return depth_ >= 1 && key_ != JsonKey::unknown && (key_ != JsonKey::comments || depth_ <= 2);
  }

  bool number(std::string digits, bool negative) {
    if (!concerns_us()) return true;
    if (depth_ == 2 && key_ == JsonKey::comments) return count_comment();
    const bool in_list = depth_ == 2 && key_ == JsonKey::site_lines;
    if (!in_list && (depth_ != 1 || !takes_numbers(key_))) return wrong();
    if (!in_list && key_ != JsonKey::comments) {
      *text_member(fields_, key_) = std::move(digits);
      return true;
    }
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (negative || error != std::errc()) return wrong();
    if (in_list)
      fields_.site_lines.push_back(value);
    else
      fields_.comments = value;
    return true;
  }

  bool count_comment() {
    fields_.comments = fields_.comments.value_or(0) + 1;
    return true;
  }

  bool wrong() {
    outcome_.wrong_type = key_;
    return false;
  }

  bool deeper() {
    outcome_.too_deep = ++depth_ > max_json_depth;
    return !outcome_.too_deep;
  }

  bool shallower() {
    --depth_;
    return true;
  }

  JsonFields& fields_;
  JsonOutcome& outcome_;
  std::size_t depth_ = 0;
  JsonKey key_ = JsonKey::unknown;
};

}  // namespace

JsonKey json_key(std::string_view name) {
  const auto last = key_names.end() - 1;
  return static_cast<JsonKey>(std::find(key_names.begin(), last, name) - key_names.begin());
}

std::string_view name_of(JsonKey key) { return key_names[static_cast<std::size_t>(key)]; }

std::string* text_member(JsonFields& fields, JsonKey key) {
  switch (key) {
    case JsonKey::id:
      return &fields.id;
    case JsonKey::title:
      return &fields.title;
    case JsonKey::text:
      return &fields.text;
    case JsonKey::html:
      return &fields.html;
    case JsonKey::date:
      return &fields.date;
    case JsonKey::updated:
      return &fields.updated;
    case JsonKey::url:
      return &fields.url;
    case JsonKey::source:
      return &fields.source;
    case JsonKey::summary:
      return &fields.summary;
    case JsonKey::date_origin:
      return &fields.date_origin;
    default:
      return nullptr;
  }
}

JsonOutcome read_json_fields(std::string_view object, JsonFields& fields) {
  JsonOutcome outcome;
  FieldHandler handler(fields, outcome);
  nlohmann::json::sax_parse(object.begin(), object.end(), &handler);
  return outcome;
}

}  // namespace fihrist
