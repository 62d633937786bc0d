// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of finding a name's two spellings side by side.
#include "analysis/name_sightings.hpp"

#include <doctest/doctest.h>

#include "analysis/tokenizer.hpp"

namespace fihrist {
namespace {

std::vector<NameSighting> sightings(const std::string& text) { return name_sightings(text, tokenize(text)); }

struct Seen {
  const char* text;
  const char* arabic;
  const char* latin;
  bool bracketed;
};

TEST_CASE("a name is seen in both scripts, in brackets or without, whichever comes first") {
  for (const auto& [text, arabic, latin, bracketed] : {
           Seen{"منصة شوبيفاي (Shopify) الكندية", "شوبيفاي", "shopify", true},
           {"منصة «شوبيفاي» (\"Shopify\") الكندية", "شوبيفاي", "shopify", true},
           {"عبر Shopify (شوبيفاي) اليوم", "شوبيفاي", "shopify", true},
           {"منصة شوبيفاي Shopify الكندية", "شوبيفاي", "shopify", false},
           {"منصة Shopify شوبيفاي الكندية", "شوبيفاي", "shopify", false},
           {"منصة شوبيفاي/Shopify", "شوبيفاي", "shopify", false},
           {"وبالشوبيفاي (Shopify)", "شوبيفاي", "shopify", true},
           {"أغنية موبا ليجيندز (Moba Legends)", "موبا ليجيندز", "moba legends", true},
           {"تطبيق سناب شات (Snapchat)", "سناب شات", "snapchat", true},
           {"تطبيق سنابشات (Snap Chat)", "سنابشات", "snap chat", true},
       }) {
    CAPTURE(text);
    const auto seen = sightings(text);
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().arabic == arabic);
    CHECK(seen.front().latin == latin);
    CHECK(seen.front().bracketed == bracketed);
    CHECK(seen.front().distance <= farthest_sighting);
  }
}

TEST_CASE("what only stands near, means something else or is an ordinary word is not seen") {
  for (const char* text : {"", "Shopify", "شوبيفاي",
                           "منصة شوبيفاي.\nShopify",     // two lines
                           "منصة شوبيفاي، Shopify",      // a list
                           "شوبيفاي (تطبيق Shopify)",    // does not fill the brackets
                           "شوبيفاي (Shopify الكندية)",  //
                           "شوبيفاي و Shopify",          // a word between
                           "طلب سحب (Pull Request)",     // a translation
                           "توصيل المحتوى (CDN)",        //
                           "شركة أوبر (Uber)",           // two consonants
                           "بالـShopify",                // one word
                           "ترجمة لكل locale",           // ordinary behind its clitic
                           "فرست from",                  // English in between
                           "كتاب kitab", "مكتب (maktab)"}) {
    CAPTURE(text);
    CHECK(sightings(text).empty());
  }
}

TEST_CASE("every place is seen, in order") {
  const auto seen = sightings("شوبيفاي (Shopify) وكاسبرسكي (Kaspersky) ثم شوبيفاي (Shopify)");
  REQUIRE(seen.size() == 3);
  CHECK(seen[1].arabic == "كاسبرسكي");
  CHECK(seen[2].latin == "shopify");
}

}  // namespace
}  // namespace fihrist
