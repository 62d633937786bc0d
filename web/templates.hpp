// SPDX-License-Identifier: GPL-3.0-or-later
// The mustache templates of web/templates/, parsed once.
#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "web/html.hpp"
#include "web/theme.hpp"

namespace fihrist {

class Model;
using ModelList = std::vector<Model>;

/// What a template is filled with. Strings are escaped by {{name}}; markup enters by set_html() only. What is
/// put in is moved there: the library itself would copy a list, and all that is in it, each time.
class Model : public kainjow::mustache::data {
 public:
  using kainjow::mustache::data::data;
  Model() = default;
  Model(ModelList list);
  Model(const Model&) = default;
  Model(Model&&) noexcept = default;  // the library does not say noexcept, and a growing list would copy
  Model& operator=(Model&&) noexcept = default;
  ~Model() = default;

  /// In place of a value of the same name.
  void set(const std::string& name, Model value);
};

/// Puts markup into a model. The name ends with "_html", and only such names stand in {{{ }}}:
/// another name is std::logic_error.
void set_html(Model& model, const std::string& name, const Html& html);

/// One thread at a time: a template keeps state while it is rendered.
class Templates {
 public:
  /// Parses every template; {{> name}} is replaced by the text of that template first. Throws what
  /// Theme::refuse() throws for one that cannot be parsed, asks for a partial or a message that is not there,
  /// puts text in unescaped, or leaves out what a page cannot do without.
  explicit Templates(const Theme& theme = Theme::shipped());

  /// A template filled with a model; names that it does not hold are looked up in `shared`.
  Html render(std::string_view name, const Model& model, const Model& shared) const;

 private:
  mutable std::map<std::string, kainjow::mustache::mustache, std::less<>> parsed_;
};

}  // namespace fihrist
