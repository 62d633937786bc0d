// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing a stem is not being a form of the same noun.
#include "analysis/noun_forms.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "analysis/fold.hpp"

using namespace fihrist;

namespace {

/// A collection that writes عملة with the article.
class Currencies final : public Evidence {
 public:
  std::uint32_t document_frequency(std::string_view word) const override { return word == "عمله" ? 40 : 0; }
  std::uint32_t definite_frequency(std::string_view word) const override { return word == "عمله" ? 20 : 0; }
  std::uint32_t hamza_frequency(std::string_view) const override { return 0; }
  double hamza_below_share(std::string_view) const override { return 0; }
};

struct Form {
  const char *word, *noun;
};

}  // namespace

TEST_CASE("a noun with clitics, article, possessive or number ending is a form of it") {
  const Form forms[]{
      {"عمل", "عمل"},    {"العمل", "عمل"},     {"وبالعمل", "عمل"},     {"للعمل", "عمل"},   {"عملها", "عمل"},
      {"وعملنا", "عمل"}, {"عملين", "عمل"},     {"عملا", "عمل"},        {"مبناها", "مبنى"}, {"شبكتها", "شبكة"},
      {"شبكات", "شبكة"}, {"الشبكتين", "شبكة"}, {"أصدقاؤنا", "أصدقاء"}, {"للغات", "لغة"},
  };
  for (const Form& form : forms) {
    CAPTURE(form.word);
    CHECK(is_form_of(fold_key(form.word), fold_key(form.noun), Currencies()));
  }
}

TEST_CASE("another noun of the same stem is no form of it") {
  for (const char* word : {"عملة", "العملة", "عملتها", "عملات", "والعملات"}) {
    CAPTURE(word);
    CHECK_FALSE(is_form_of(fold_key(word), "عمل", Currencies()));
    CHECK(is_form_of(fold_key(word), "عمله", Currencies()));
  }
  CHECK_FALSE(is_form_of("معمل", "عمل", Currencies()));
  CHECK_FALSE(is_form_of("", "عمل", Currencies()));
}

TEST_CASE("where no feminine noun is in use, its endings are those of the noun") {
  CHECK(is_form_of("عملات", "عمل", NoEvidence()));
}
