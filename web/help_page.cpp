// SPDX-License-Identifier: GPL-3.0-or-later
// Every row is a query of the language (searcher/query_parser.hpp) and what it means.
#include "web/help_page.hpp"

#include <array>

namespace fihrist {
namespace {

struct Example {
  const char* query;
  const char* message;
};

constexpr std::array examples{
    Example{"هاتف Galaxy", "help_words"},
    Example{"«الذكاء الاصطناعي»", "help_phrase"},
    Example{"هاتف -نوكيا", "help_without"},
    Example{"أندرويد أو آيفون", "help_either"},
    Example{"(أندرويد أو آيفون) تحديث", "help_group"},
    Example{"برمج*", "help_prefix"},
    Example{"عنوان:سامسونج", "help_title"},
    Example{"كاتب:\"أحمد منصور\"", "help_author"},
    Example{"وسم:أمن", "help_tag"},
    Example{"مصدر:\"The Verge\"", "help_source"},
    Example{"موقع:example.org", "help_site"},
    Example{"سنة:2017", "help_year"},
    Example{"شهر:2017-01", "help_month"},
    Example{"بعد:2016-06 قبل:2017-01-20", "help_range"},
};

}  // namespace

Response show_help(const Visit& visit) {
  const Wording& wording = visit.wording;
  ModelList rows;
  for (const Example& example : examples) {
    Model row;
    set_html(row, "example_html", inline_html(example.query));
    row.set("example_url", wording.links.search({.text = example.query}));
    row.set("example_meaning", wording.messages.text(example.message));
    rows.push_back(std::move(row));
  }
  Model model;
  model.set("examples", Model(std::move(rows)));
  return visit.page({.title = wording.messages.text("help"), .self_url = wording.links.help()}, "help",
                    model);
}

}  // namespace fihrist
