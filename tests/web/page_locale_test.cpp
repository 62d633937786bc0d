// SPDX-License-Identifier: GPL-3.0-or-later
// A link goes before the browser's wish, and that before the archive's own language.
#include "web/page_locale.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("a language tag chooses language, months and digits") {
  struct Row {
    const char* tag;
    PageLocale locale;
  };
  const Row rows[] = {
      {"ar", {}},
      {"en", {.language = Language::english}},
      {"fr-CA", {.language = Language::french}},
      {"ar-SY", {.months = MonthNames::levant}},
      {"ar-iq", {.months = MonthNames::levant}},
      {"ar-TN", {.months = MonthNames::algeria_tunisia}},
      {"ar-MA", {.months = MonthNames::morocco}},
      {"ar-MR", {.months = MonthNames::mauritania}},
      {"ar-SA", {}},
      {"ar-XX", {}},
      {"ar-u-nu-arab", {.digits = Digits::arabic_indic}},
      {"ar-LB-u-nu-arab", {.months = MonthNames::levant, .digits = Digits::arabic_indic}},
      {"ar-u-nu-thai", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tag);
    CHECK(locale_tagged(row.tag, {}) == row.locale);
  }
  for (const char* none : {"", "de", "-", "arabic", "x-ar", "ar\"><script>x"}) {
    CAPTURE(none);
    CHECK((!locale_tagged(none, {}) || locale_tagged(none, {})->language == Language::arabic));
  }
  CHECK_FALSE(locale_tagged("de", {}));
}

TEST_CASE("every locale comes back from its tag, whatever the archive's own is") {
  for (const MonthNames own : all_month_names)
    for (const MonthNames months : all_month_names)
      for (const Digits digits : {Digits::european, Digits::arabic_indic}) {
        const PageLocale otherwise{.months = own};
        const PageLocale locale{.months = months, .digits = digits};
        CAPTURE(tag_of(locale, otherwise));
        CHECK(locale_tagged(tag_of(locale, otherwise), otherwise) == locale);
      }
}

TEST_CASE("of the languages a browser lists, the first that we have is spoken") {
  struct Row {
    const char* header;
    Language language;
  };
  const Row rows[] = {
      {"", Language::arabic},
      {"de, ja;q=0.5", Language::arabic},
      {"en", Language::english},
      {"fr-FR,fr;q=0.9,en;q=0.8", Language::french},
      {"de,en;q=0.7,ar;q=0.8", Language::arabic},
      {"ar;q=0.1, en;q=0.2", Language::english},
      {"en;q=0, fr;q=0.1", Language::french},
      {"*", Language::arabic},
      {"EN-gb", Language::english},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CHECK(preferred_locale(row.header, {}).language == row.language);
  }
}

TEST_CASE("a page speaks as the link says, else as the browser wishes, and links keep what a link chose") {
  const auto head = [&](const std::string& target, const char* accepted) {
    const Response response = shared().ask(target, {.accept_language = accepted});
    CHECK(response.header("Vary").find("Accept-Language") != std::string_view::npos);
    return response.body;
  };
  CHECK(head("/", "").find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
  CHECK(head("/", "fr").find("<html lang=\"fr\" dir=\"ltr\">") != std::string::npos);
  CHECK(head("/?lang=en", "fr").find("<html lang=\"en\" dir=\"ltr\">") != std::string::npos);
  CHECK(head("/?lang=ar", "fr").find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
  CHECK(head("/?lang=ar", "fr").find("href=\"/2017?lang=ar\"") != std::string::npos);
  CHECK(head("/", "fr").find("href=\"/2017\"") != std::string::npos);
  CHECK(head("/?lang=xx", "fr").find("<html lang=\"fr\"") != std::string::npos);
}

TEST_CASE("months and digits follow the country of the link, in the Gregorian calendar") {
  CHECK(shared().get("/2017/01?lang=ar-SY").body.find("كانون الثاني 2017: 3 مقالات") != std::string::npos);
  CHECK(shared().get("/2017/01?lang=ar-DZ").body.find("جانفي 2017") != std::string::npos);
  CHECK(shared().get("/2017/01?lang=ar-u-nu-arab").body.find("يناير ٢٠١٧: ٣ مقالات") != std::string::npos);
  CHECK(shared().get("/2017?lang=ar-MR").body.find("أغشت") != std::string::npos);
}

TEST_CASE("what the archive's owner says goes for who chooses nothing") {
  OpenFront levant({.site = {.locale = {.months = MonthNames::levant, .digits = Digits::arabic_indic}}});
  CHECK(levant.get("/2017/01").body.find("كانون الثاني ٢٠١٧") != std::string::npos);
  CHECK(levant.get("/2017/01?lang=ar-EG-u-nu-latn").body.find("يناير 2017") != std::string::npos);
  OpenFront english({.site = {.locale = {.language = Language::english}}});
  CHECK(english.get("/").body.find("<html lang=\"en\"") != std::string::npos);
  CHECK(english.ask("/", {.accept_language = "ar"}).body.find("<html lang=\"ar\"") != std::string::npos);
}
