// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the same page, and whose page it is.
#include "indexer/web_address.hpp"

#include <doctest/doctest.h>

namespace fihrist {

TEST_CASE("spellings of one address become the same") {
  struct Row {
    std::string given;
    std::string normalised;
  };
  for (const auto& [given, normalised] : {
           Row{"http://example.com/a", "https://example.com/a"},
           Row{"HTTPS://Example.COM/A", "https://example.com/A"},
           Row{"https://example.com/a#part", "https://example.com/a"},
           Row{"https://example.com/a/", "https://example.com/a"},
           Row{"https://example.com", "https://example.com"},
           Row{"https://example.com/", "https://example.com"},
           Row{"http://example.com:80/a", "https://example.com/a"},
           Row{"https://example.com:443/a", "https://example.com/a"},
           Row{"https://example.com:8080/a", "https://example.com:8080/a"},
           Row{"https://example.com:/a", "https://example.com/a"},
           Row{"https://example.com:80:443/a", "https://example.com/a"},
           Row{"https://example.com:443:80/a", "https://example.com/a"},
           Row{"https://example.com/a?utm_source=x&id=5&utm_medium=y&fbclid=z", "https://example.com/a?id=5"},
           Row{"https://example.com/a?utm_source=x", "https://example.com/a"},
           Row{"https://example.com/a.html?m=1", "https://example.com/a.html"},
           Row{"https://example.com/a?amp&m=0&id=5", "https://example.com/a?id=5"},
           Row{"https://example.com/a?m=12&amp=no", "https://example.com/a?m=12&amp=no"},
           Row{"https://example.com?id=5", "https://example.com?id=5"},
           Row{"https://user@example.com/a", "https://example.com/a"},
           Row{"https://example.com/%D8%B4%d8%a8", "https://example.com/شب"},
           Row{"https://example.com/a%2Fb%20c", "https://example.com/a%2Fb%20c"},
           Row{"https://example.com/a%2fb%7e%6A", "https://example.com/a%2Fb~j"},
           Row{"https://example.com/%%37E", "https://example.com/%%37E"},
           Row{"https://example.com/a?q=%D8%B4%2f", "https://example.com/a?q=ش%2F"},
           // Alef with a madda, as one character and as two.
           Row{"https://example.com/%D8%A7%D9%93%D8%A8", "https://example.com/\u0622\u0628"},
           Row{"https://example.com/%D8%A2%D8%A8", "https://example.com/\u0622\u0628"},
           Row{"https://example.com/%FF", "https://example.com/\xFF"},
           Row{"http://xn--mgbh0fb.xn--kgbechtv/a", "https://مثال.إختبار/a"},
           Row{"http://مثال.إختبار:8080/a", "https://مثال.إختبار:8080/a"},
           Row{"http://BÜCHER.example/", "https://bücher.example"},
           Row{"http://xn--a-ecp.ru/a", "https://xn--a-ecp.ru/a"},
           Row{"https://example.com./a", "https://example.com/a"},
           Row{"https://مثال。إختبار。/a", "https://مثال.إختبار/a"},
           // Full width signs that would be parts of an address.
           Row{"https://مثال／a.example", "https://مثال／a.example"},
       }) {
    CAPTURE(given);
    CHECK(normalised_url(given) == normalised);
    CHECK(normalised_url(normalised) == normalised);
  }
}

TEST_CASE("what is no web address stays as it is") {
  for (const std::string given :
       {"", "http", "HTTPS", "http://", "https:///a", "https://:443/a", "https://./a", "ftp://example.com/a",
        "example.com/a", "urn:x:1", "://", "http:/example.com", "هاتف"}) {
    CAPTURE(given);
    CHECK(normalised_url(given) == given);
    CHECK(site_of(given).empty());
  }
}

TEST_CASE("escapes that are cut short or no hexadecimal numbers stay as they are") {
  for (const std::string given :
       {"https://e.com/%", "https://e.com/%D", "https://e.com/%ZZ", "https://e.com/%-1"}) {
    CAPTURE(given);
    CHECK(normalised_url(given) == given);
  }
}

TEST_CASE("a site is its host without www. and port") {
  CHECK(site_of("http://www.Example.com:8080/a?b#c") == "example.com");
  CHECK(site_of("https://ar.example.com") == "ar.example.com");
  CHECK(site_of("https://www.example.com/http://other.org") == "example.com");
  CHECK(site_of("https://www.xn--mgbh0fb.xn--kgbechtv:8080/") == "مثال.إختبار");
}

}  // namespace fihrist
