// SPDX-License-Identifier: GPL-3.0-or-later
// One request with all that is needed to answer it.
#pragma once

#include <filesystem>

#include "searcher/searcher.hpp"
#include "web/filed_names.hpp"
#include "web/page.hpp"
#include "web/page_form.hpp"

namespace fihrist {

/// Lives as long as one answer is made; everything but the filed names is used by one thread.
struct Visit {
  const Request& request;
  Searcher& searcher;
  FiledNames& filed_names;
  const Templates& templates;
  const Wording& wording;
  const std::filesystem::path& archive;
  std::optional<DataForm> data = {};  ///< the page was asked for as data

  Response page(const PageFrame& frame, const std::string& template_name, const Model& model,
                int status = 200) const {
    return render_page(templates, wording, frame, templates.render(template_name, model, wording.shared),
                       status);
  }
};

}  // namespace fihrist
