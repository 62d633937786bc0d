// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages say, in one language: patterns of ICU MessageFormat from web/messages/*.json.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "web/html.hpp"
#include "web/page_locale.hpp"
#include "web/theme.hpp"

namespace fihrist {

/// A value for a {name} of a pattern. Numbers choose plural forms and are written with the digits asked for.
struct MessageArgument {
  std::string_view name;
  std::variant<std::int64_t, std::string, Html> value;
};
using MessageArguments = std::vector<MessageArgument>;

/// One thread at a time: ICU's formats fill caches while they format.
class Messages {
 public:
  /// Throws what Theme::refuse() throws when a message file is not what it must be: JSON of texts, each a
  /// pattern that ICU reads, and in an owner's file only keys and {names} that the shipped one has.
  explicit Messages(Language language, Digits digits = Digits::european,
                    const Theme& theme = Theme::shipped());
  ~Messages();
  Messages(Messages&&) noexcept;
  Messages& operator=(Messages&&) noexcept;

  Language language() const noexcept { return language_; }

  /// The message as plain text. A key that is not in the file is std::logic_error.
  std::string text(std::string_view key, const MessageArguments& arguments = {}) const;
  /// The message as markup: its own words and text arguments escaped, Html arguments as they are.
  Html html(std::string_view key, const MessageArguments& arguments = {}) const;
  /// An integer as the language writes it: 12,480.
  std::string number(std::uint64_t value) const;
  /// The same digits, ungrouped, for years and the like: 2017 or ٢٠١٧.
  std::string digits(std::int64_t value) const { return in_digits(std::to_string(value)); }
  /// A text with its European digits written as asked for.
  std::string in_digits(std::string text) const;

  /// Messages that take no arguments, for templates: {{t.search}}.
  const std::map<std::string, std::string>& fixed() const noexcept { return fixed_; }

 private:
  struct Formats;
  void read(const Theme& theme);

  Language language_;
  Digits digits_;
  std::map<std::string, std::string> fixed_;
  std::unique_ptr<Formats> formats_;
};

/// What Messages needs of an unsigned count.
inline MessageArgument count_argument(std::string_view name, std::uint64_t value) {
  return {name, static_cast<std::int64_t>(value)};
}

}  // namespace fihrist
