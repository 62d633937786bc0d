// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of an archive: what fihrist.toml says where the command line says nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "searcher/ranking_options.hpp"
#include "searcher/shard_options.hpp"
#include "web/site_settings.hpp"

namespace fihrist {

/// A member without a value: the file says nothing about it.
struct IndexSettings {
  std::optional<std::string> source;
  std::optional<unsigned> jobs;
  std::optional<double> max_reject_ratio;
};

struct ServeSettings {
  std::optional<std::string> listen;
  std::optional<std::string> prefix;
  std::optional<unsigned> threads;
  std::optional<std::string> rate;           ///< as --rate takes it
  std::vector<std::string> trusted_proxies;  ///< as --trusted-proxy takes them; empty: nothing said
  std::optional<std::string> access_log;
  std::optional<bool> log_addresses;
};

struct Settings {
  SiteSettings site;  ///< without the prefix; what the file does not say is as shipped
  IndexSettings index;
  ServeSettings serve;
  RankingOptions ranking;  ///< what the file does not say is as shipped
  ShardOptions shards;     ///< no addresses: the archive's own index is searched
};

/// Reads DIR/fihrist.toml; an absent file says nothing. Throws Error(usage) for what is no TOML, an unknown
/// key (which is a typing error, and would be silence otherwise) and a value of the wrong kind.
Settings read_settings(const std::filesystem::path& archive);

}  // namespace fihrist
