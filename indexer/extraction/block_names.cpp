// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words and pairs of words; a theme's word that is missing is added here.
#include "indexer/extraction/block_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/ascii.hpp"

namespace fihrist {
namespace {

/// A word, a beginning of a word ("related*"), or words in a row ("author bio").
using Words = std::string_view;

constexpr Words furniture[] = {
    "footer*",      "foot",        "masthead*",    "navbar*",       "navigation*",
    "nav",          "menu*",       "breadcrumb*",  "crumbs",        "pagination",
    "pager",        "paging",      "comment",      "comments*",     "commentlist*",
    "respond",      "disqus*",     "livefyre*",    "replies",       "cookie*",
    "consent*",     "gdpr*",       "modal*",       "popup*",        "overlay*",
    "lightbox*",    "newsletter*", "subscribe*",   "subscription",  "signup*",
    "sign up",      "login*",      "search",       "searchform*",   "toolbar*",
    "skip link",    "skiplink*",   "banner*",      "advert*",       "ad",
    "ads",          "adsense*",    "adsbygoogle*", "adunit*",       "adslot*",
    "dfp",          "sponsor*",    "promo*",       "taboola*",      "outbrain*",
    "widget*",      "trending*",   "popular*",     "most read",     "most viewed",
    "mostread*",    "related*",    "recommend*",   "recirc*",       "more from",
    "more stories", "also like",   "read next",    "up next",       "social*",
    "share",        "sharing",     "sharedaddy*",  "sharethis*",    "addthis*",
    "addtoany*",    "tagcloud*",   "tag cloud",    "blogroll*",     "archive list",
    "toc",          "print only",  "noprint",      "screen reader", "visually hidden",
    "sr only",      "teaser*",     "ticker*",      "tabs",          "dropdown*",
    "copyright",    "colophon",    "feedback*",    "rating*",       "poll"};

constexpr Words extra[] = {"share*",
                           "sharing",
                           "shares",
                           "social*",
                           "sharedaddy*",
                           "sharethis*",
                           "addthis*",
                           "addtoany*",
                           "ssba*",
                           "related*",
                           "jp relatedposts",
                           "yarpp*",
                           "crp related",
                           "recommend*",
                           "recirc*",
                           "read next",
                           "readnext*",
                           "read more",
                           "readmore*",
                           "read also",
                           "see also",
                           "also like",
                           "more from",
                           "more on",
                           "more stories",
                           "newsletter*",
                           "subscribe*",
                           "signup*",
                           "sign up",
                           "mailchimp*",
                           "author bio",
                           "author box",
                           "about author",
                           "author info",
                           "authorbox*",
                           "author card",
                           "bio",
                           "comments*",
                           "commentlist*",
                           "disqus*",
                           "breadcrumb*",
                           "pagination",
                           "navigation*",
                           "post nav",
                           "nav links",
                           "pager",
                           "cookie*",
                           "taboola*",
                           "outbrain*",
                           "ad",
                           "ads",
                           "advert*",
                           "adsbygoogle*",
                           "adsense*",
                           "sponsor*",
                           "promo*",
                           "banner*",
                           "tagcloud*",
                           "follow*",
                           "rating*",
                           "ratings*",
                           "print only",
                           "noprint",
                           "toc",
                           "ez toc",
                           "feedback*",
                           "teaser*",
                           "widget*",
                           "trending*",
                           "popular*",
                           "copyright",
                           "disclaimer",
                           "editsection",
                           "mw editsection",
                           "reflist",
                           "navbox*",
                           "inline link",
                           "pullquote*",
                           "pull quote"};

constexpr Words body[] = {
    "entry content",   "post content",    "post body",    "article body",   "articlebody*",    "story body",
    "article content", "articlecontent*", "entry body",   "story content",  "storytext*",      "article text",
    "articletext*",    "post text",       "post entry",   "news content",   "news body",       "newsbody*",
    "body content",    "content body",    "blog content", "single content", "td post content", "article main",
    "article detail",  "content text",    "text content", "story text",     "postbody*",       "postcontent*",
    "entrycontent*",   "entrytext*",      "post message", "rich text",      "richtext*"};

constexpr Words content[] = {"article*", "content*", "main", "post*",   "entry*", "story*", "text",   "body",
                             "hentry",   "blog*",    "page", "column*", "single", "news",   "detail*"};

/// Of a site, or boxes within a text.
constexpr Words sidebar[] = {"sidebar*", "side bar"};

constexpr Words caption[] = {"caption*",      "wp caption text", "image credit",  "photo credit",
                             "imagecaption*", "media caption",   "gallery*",      "slideshow*",
                             "carousel*",     "slider*",         "photo gallery", "image gallery",
                             "mediacaption*", "figcaption*"};

constexpr Words meta[] = {"byline*",      "post meta",   "entry meta",  "article meta", "meta",
                          "postmeta*",    "dateline",    "timestamp*",  "date",         "published",
                          "author",       "author name", "post info",   "entry footer", "entry info",
                          "post tags",    "tags*",       "tag list",    "taglist*",     "cat links",
                          "categories",   "post labels", "post footer", "post date",    "posted on",
                          "article info", "credits",     "credit",      "labels",       "entry utility"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// " entry content td post " : words in lower case, each between blanks; names are parted by " | ".
std::string words_of(std::string_view klass, std::string_view id) {
  std::string words = " ";
  const auto part = [&] {
    if (words.back() != ' ') words += ' ';
  };
  for (const std::string_view names : {klass, id}) {
    bool after_lower = false;
    for (const char c : names) {
      const bool letter = is_lower(c) || is_ascii_upper(c);
      if (!letter || (is_ascii_upper(c) && after_lower)) part();
      if (c == ' ' || c == '\t' || c == '\n') words += words.ends_with("| ") ? "" : "| ";
      if (letter) words += to_ascii_lower(c);
      after_lower = is_lower(c);
    }
    part();
    words += "| ";
  }
  return words;
}

bool holds(std::string_view words, Words wanted) {
  const bool beginning = wanted.ends_with('*');
  if (beginning) wanted.remove_suffix(1);
  for (std::size_t at = words.find(wanted, 1); at != std::string_view::npos; at = words.find(wanted, at + 1))
    if (words[at - 1] == ' ' && (beginning || words[at + wanted.size()] == ' ')) return true;
  return false;
}

template <std::size_t count>
bool holds_any(std::string_view words, const Words (&table)[count]) {
  return std::any_of(std::begin(table), std::end(table), [&](Words wanted) { return holds(words, wanted); });
}

}  // namespace

BlockName judge_block_name(std::string_view klass, std::string_view id) {
  if (klass.empty() && id.empty()) return {};
  const std::string words = words_of(klass, id);
  return {.furniture = holds_any(words, furniture),
          .extra = holds_any(words, extra),
          .body = holds_any(words, body),
          .content = holds_any(words, content),
          .meta = holds_any(words, meta),
          .sidebar = holds_any(words, sidebar),
          .caption = holds_any(words, caption)};
}

}  // namespace fihrist
