// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a fresh fihrist.toml.
#include "indexer/archive_config.hpp"

#include <fmt/format.h>

#include <fstream>
#include <string_view>

#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::string_view config_template =
    R"(# Settings of this archive. What the command line or the environment says goes before them.
# Every key is shown with its default; take the # away to change it.

[archive]
# title = ""              # shown at the head of every page
# url = ""                # where readers find it, "https://example.org/archive"; "": as their browsers say
# language = "ar"         # of the pages for who asks for no other: ar, en, fr
# months = "eastern"      # eastern, levant, algeria-tunisia, morocco, mauritania
# digits = "european"     # european, arabic-indic
# indexable = true        # false asks search engines to leave every page
# originals_are_canonical = false  # true names the page an article was taken from as the true one

[index]
# source = ""             # for articles that name none
# jobs = 0                # threads; 0: as many as the machine has
# max_reject_ratio = 1.0  # above it nothing is written

[serve]
# listen = "127.0.0.1:8080"
# prefix = ""             # path below which a proxy shows the archive
# threads = 0
# rate = ""               # requests a second of one client, such as "5/s"; "": no limit
# trusted_proxies = []    # whose X-Forwarded-For is believed, such as ["127.0.0.1"]
# access_log = ""         # file of JSON lines, one for each answer; "": none
# log_addresses = false   # true writes the clients' addresses into it

[search]
# shards = []             # where xapian-tcpsrv serves parts of the archive: ["tcp:10.0.0.1:7001", …];
                          # []: the index in this directory is searched
# connect_timeout = 1.0   # seconds for a shard to take a connection
# answer_timeout = 5.0    # seconds for each of its answers, or results go without it and say so
# check_interval = 5.0    # seconds after which all are looked at again

[ranking]                 # weights of docs/arabic.md, section Ranking
# k1 = 1.2                # BM25: how much repetition counts
# b = 0.75                # BM25: how much length counts against an article
# title = 1.0             # the rest: what the second look adds; 0 leaves it out
# exact = 0.1
# four_grams = 0.5
# proximity = 0.3
# rerank_depth = 100      # how many of the best are looked at again
)";

}  // namespace

void write_config_template(const ArchiveLayout& layout) {
  if (std::filesystem::exists(layout.config())) return;
  std::ofstream file(layout.config());
  file << config_template;
  file.close();
  if (!file)
    throw Error(ErrorCode::failed, fmt::format("{} cannot be written", layout.config().string()),
                "See that the archive directory may be written to.");
}

}  // namespace fihrist
