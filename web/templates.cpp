// SPDX-License-Identifier: GPL-3.0-or-later
// Partials are pasted in before parsing: the library would parse them again for every item of a list.
#include "web/templates.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "web/messages.hpp"

namespace fihrist {
namespace {

constexpr std::array page_templates{"layout", "home",  "results", "concordance", "article", "year",
                                    "list",   "error", "help",    "names",       "timeline"};

/// Partials within partials; more is a circle.
constexpr int deepest_partial = 8;

std::string file_of(const std::string& name) { return "templates/" + name + ".mustache"; }

std::string source_of(const Theme& theme, const std::string& name, int depth = 0) {
  std::string source(theme.template_text(name));
  constexpr std::string_view opening = "{{> ";
  for (std::size_t at = source.find(opening); at != source.npos; at = source.find(opening, at)) {
    const std::size_t end = source.find("}}", at);
    const std::string partial = source.substr(at + opening.size(), end - at - opening.size());
    if (depth == deepest_partial) theme.refuse(file_of(name), "includes itself by {{> " + partial + "}}");
    const std::string text = source_of(theme, partial, depth + 1);
    source.replace(at, end + 2 - at, text);
    at += text.size();
  }
  return source;
}

/// The tags of a source: what stands between {{ and }}, without a third brace.
template <typename See>
void for_each_tag(const std::string& source, See&& see) {
  for (std::size_t at = source.find("{{"); at != source.npos; at = source.find("{{", at)) {
    const bool is_triple = source.compare(at, 3, "{{{") == 0;
    const std::size_t begin = at + (is_triple ? 3 : 2);
    const std::size_t end = std::min(source.find("}}", begin), source.size());
    see(source.substr(begin, end - begin), is_triple);
    at = end;
  }
}

/// A partial's name in its tag, "> name".
std::string partial_of(const std::string& tag) {
  return tag.starts_with("> ") ? tag.substr(2) : std::string{};
}

/// What the library would take without a word, and what would be wrong on a page nonetheless.
void judge(const Theme& theme, const std::string& name, const std::map<std::string, std::string>& texts) {
  const auto refuse = [&](const std::string& why) { theme.refuse(file_of(name), why); };
  const std::string source(theme.template_text(name));
  const kainjow::mustache::mustache parsed(source);
  if (!parsed.is_valid()) refuse(parsed.error_message());
  bool holds_content = false;
  for_each_tag(source, [&](const std::string& tag, bool is_triple) {
    constexpr std::string_view message = "t.";
    if (tag.starts_with('=') || (tag.starts_with('>') && partial_of(tag).empty()))
      refuse("{{" + tag + "}}: write {{> name}} with one blank, and no other delimiters");
    if (tag.starts_with('>') && theme.template_text(partial_of(tag)).empty())
      refuse("there is no template " + partial_of(tag));
    if (tag.starts_with('&') || (is_triple && !tag.ends_with("_html")))
      refuse(tag + " would stand unescaped: only names that end with _html may");
    if (tag.starts_with(message) && !texts.contains(tag.substr(message.size())))
      refuse("there is no message \"" + tag.substr(message.size()) + "\"");
    holds_content = holds_content || (is_triple && tag == "content_html");
  });
  if (name == "layout" && !holds_content) refuse("{{{content_html}}} is missing: pages would be empty");
}

/// A stream as the library wants one.
struct Rendered {
  std::string text;

  Rendered& operator<<(const std::string& part) {
    text += part;
    return *this;
  }
};

}  // namespace

/// The library takes lists only as copies: places are made first, and the models moved there.
Model::Model(ModelList list) : basic_data(type::list) {
  for (std::size_t i = 0; i < list.size(); ++i) push_back(basic_data(false));
  for (std::size_t i = 0; i < list.size(); ++i) const_cast<basic_data&>(list_value()[i]) = std::move(list[i]);
}

void Model::set(const std::string& name, Model value) { (*this)[name] = std::move(value); }

void set_html(Model& model, const std::string& name, const Html& html) {
  if (!name.ends_with("_html")) throw std::logic_error("markup under the name " + name);
  model.set(name, html.markup());
}

Templates::Templates(const Theme& theme) {
  const Messages messages(Language::arabic, Digits::european, theme);
  for (const std::string& name : Theme::template_names()) judge(theme, name, messages.fixed());
  for (const std::string name : page_templates) parsed_.try_emplace(name, source_of(theme, name));
}

Html Templates::render(std::string_view name, const Model& model, const Model& shared) const {
  const auto found = parsed_.find(name);
  if (found == parsed_.end()) throw std::logic_error("no template " + std::string(name));
  kainjow::mustache::context<std::string> context(&shared);
  context.push(&model);
  Rendered rendered;
  found->second.render(context, rendered);
  return Html::trusted(std::move(rendered.text));
}

}  // namespace fihrist
