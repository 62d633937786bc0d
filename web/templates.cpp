// SPDX-License-Identifier: GPL-3.0-or-later
// Partials are pasted in before parsing: the library would parse them again for every item of a list.
#include "web/templates.hpp"

#include <array>
#include <stdexcept>

#include "web/embedded_files.hpp"

namespace fihrist {
namespace {

constexpr std::array page_templates{"layout", "home", "results", "concordance", "article",
                                    "year",   "list", "error",   "help"};

std::string source_of(const std::string& name) {
  std::string source(embedded_file("templates/" + name + ".mustache"));
  constexpr std::string_view opening = "{{> ";
  for (std::size_t at = source.find(opening); at != source.npos; at = source.find(opening, at)) {
    const std::size_t end = source.find("}}", at);
    if (end == source.npos) throw std::logic_error("unclosed tag in template " + name);
    const std::string partial = source.substr(at + opening.size(), end - at - opening.size());
    source.replace(at, end + 2 - at, source_of(partial));
  }
  return source;
}

}  // namespace

void set_html(Model& model, const std::string& name, const Html& html) {
  if (!name.ends_with("_html")) throw std::logic_error("markup under the name " + name);
  model.set(name, html.markup());
}

Templates::Templates() {
  for (const std::string name : page_templates) {
    const auto [entry, added] = parsed_.try_emplace(name, source_of(name));
    if (!entry->second.is_valid())
      throw std::logic_error("template " + name + ": " + entry->second.error_message());
  }
}

Html Templates::render(std::string_view name, const Model& model, const Model& shared) const {
  const auto found = parsed_.find(name);
  if (found == parsed_.end()) throw std::logic_error("no template " + std::string(name));
  kainjow::mustache::context<std::string> context(&shared);
  context.push(&model);
  return Html::trusted(found->second.render(context));
}

}  // namespace fihrist
