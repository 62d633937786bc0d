// SPDX-License-Identifier: GPL-3.0-or-later
// Reads fihrist.toml strictly: each key is taken, and what is left over is an error.
#include "cli/settings.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <functional>
#include <limits>
#include <map>
#include <type_traits>

#include "cli/nearest_word.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "web/url.hpp"

namespace fihrist {
namespace {

constexpr double most_weight = 10'000;

/// Puts a value where it belongs; false when it is of the wrong kind.
using Taker = std::function<bool(const toml::node&)>;

template <typename Value>
Taker into(std::optional<Value>& member) {
  return [&member](const toml::node& node) {
    if constexpr (std::is_same_v<Value, unsigned>) {
      const auto number = node.value_exact<std::int64_t>();
      if (!number || *number < 0 || *number > std::numeric_limits<unsigned>::max()) return false;
      member = static_cast<unsigned>(*number);
    } else {
      member = node.value<Value>();
    }
    return member.has_value();
  };
}

Taker into(std::vector<std::string>& member) {
  return [&member](const toml::node& node) {
    const toml::array* values = node.as_array();
    if (values == nullptr) return false;
    member.clear();
    for (const toml::node& value : *values) {
      const auto text = value.value<std::string>();
      if (!text) return false;
      member.push_back(*text);
    }
    return true;
  };
}

/// Weights and parameters of formulas: none makes sense below zero.
template <typename Number>
Taker into_number(Number& member) {
  return [&member](const toml::node& node) {
    const auto number = node.value<double>();
    if (!number || !(*number >= 0) || *number > most_weight) return false;
    member = static_cast<Number>(*number);
    return true;
  };
}

Taker into(std::string& member) {
  return [&member](const toml::node& node) {
    const auto text = node.value<std::string>();
    if (text) member = *text;
    return text.has_value();
  };
}

Taker into(bool& member) {
  return [&member](const toml::node& node) {
    const auto value = node.value_exact<bool>();
    if (value) member = *value;
    return value.has_value();
  };
}

/// Seconds, of which none are no time to wait.
Taker into_seconds(std::chrono::milliseconds& member) {
  return [&member](const toml::node& node) {
    constexpr double longest = 3600, milliseconds = 1000;
    const auto seconds = node.value<double>();
    if (!seconds || !(*seconds * milliseconds >= 1) || *seconds > longest) return false;
    member = std::chrono::milliseconds(static_cast<std::int64_t>(*seconds * milliseconds));
    return true;
  };
}

/// A value that is one of a few names.
template <typename Value, typename Named>
Taker into_named(Value& member, Named&& named) {
  return [&member, named](const toml::node& node) {
    const auto value = named(node.value<std::string>().value_or(""));
    if (value) member = *value;
    return value.has_value();
  };
}

/// An address that pages can be put behind: http or https, without a slash at its end.
Taker into_url(std::string& member) {
  return [&member](const toml::node& node) {
    std::string url = node.value<std::string>().value_or("?");
    while (url.ends_with('/')) url.pop_back();
    if (!url.empty() && web_link(url) != url) return false;
    member = url;
    return true;
  };
}

std::map<std::string, Taker> takers(Settings& settings) {
  return {{"archive.title", into(settings.site.title)},
          {"archive.url", into_url(settings.site.public_url)},
          {"archive.language", into_named(settings.site.locale.language, language_coded)},
          {"archive.months", into_named(settings.site.locale.months, month_names_called)},
          {"archive.digits", into_named(settings.site.locale.digits, digits_called)},
          {"archive.indexable", into(settings.site.is_indexable)},
          {"archive.originals_are_canonical", into(settings.site.originals_are_canonical)},
          {"index.source", into(settings.index.source)},
          {"index.jobs", into(settings.index.jobs)},
          {"index.max_reject_ratio", into(settings.index.max_reject_ratio)},
          {"serve.listen", into(settings.serve.listen)},
          {"serve.prefix", into(settings.serve.prefix)},
          {"serve.threads", into(settings.serve.threads)},
          {"serve.rate", into(settings.serve.rate)},
          {"serve.trusted_proxies", into(settings.serve.trusted_proxies)},
          {"serve.access_log", into(settings.serve.access_log)},
          {"serve.log_addresses", into(settings.serve.log_addresses)},
          {"search.shards", into(settings.shards.addresses)},
          {"search.connect_timeout", into_seconds(settings.shards.connect_timeout)},
          {"search.answer_timeout", into_seconds(settings.shards.answer_timeout)},
          {"search.check_interval", into_seconds(settings.shards.check_interval)},
          {"ranking.k1", into_number(settings.ranking.k1)},
          {"ranking.b", into_number(settings.ranking.b)},
          {"ranking.title", into_number(settings.ranking.title)},
          {"ranking.exact", into_number(settings.ranking.exact)},
          {"ranking.four_grams", into_number(settings.ranking.four_grams)},
          {"ranking.proximity", into_number(settings.ranking.proximity)},
          {"ranking.rerank_depth", into_number(settings.ranking.rerank_depth)}};
}

[[noreturn]] void refuse(const std::filesystem::path& file, const toml::source_region& where,
                         const std::string& what, const std::string& hint = {}) {
  throw Error(ErrorCode::usage, fmt::format("{}, line {}: {}", file.string(), where.begin.line, what), hint);
}

std::string hint_for(const std::string& key, const std::map<std::string, Taker>& known) {
  std::vector<std::string> names;
  for (const auto& [name, taker] : known) names.push_back(name);
  const auto meant = nearest_word(key, names);
  return meant ? fmt::format("Did you mean {}?", *meant) : std::string();
}

void take(const std::filesystem::path& file, const std::map<std::string, Taker>& known,
          const std::string& key, const toml::node& value) {
  const auto taker = known.find(key);
  if (taker == known.end())
    refuse(file, value.source(), fmt::format("unknown key {}", key), hint_for(key, known));
  if (!taker->second(value))
    refuse(file, value.source(), fmt::format("the value of {} is of the wrong kind", key));
}

toml::table parse(const std::filesystem::path& file) {
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    refuse(file, error.source(), std::string(error.description()), "The file is TOML: https://toml.io");
  }
}

}  // namespace

Settings read_settings(const std::filesystem::path& archive) {
  Settings settings;
  const std::filesystem::path file = ArchiveLayout(archive).config();
  if (!std::filesystem::exists(file)) return settings;
  const auto known = takers(settings);
  const toml::table sections = parse(file);
  for (const auto& [section, node] : sections) {
    const toml::table* keys = node.as_table();
    if (keys == nullptr)
      refuse(file, node.source(), fmt::format("unknown key {}", std::string_view(section)));
    for (const auto& [key, value] : *keys)
      take(file, known, fmt::format("{}.{}", std::string_view(section), std::string_view(key)), value);
  }
  return settings;
}

}  // namespace fihrist
