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
#include "web/language.hpp"

namespace fihrist {

/// A value for a {name} of a pattern. Numbers choose plural forms and are written with European digits.
struct MessageArgument {
  std::string_view name;
  std::variant<std::int64_t, std::string, Html> value;
};
using MessageArguments = std::vector<MessageArgument>;

/// One thread at a time: ICU's formats fill caches while they format.
class Messages {
 public:
  /// Throws std::logic_error when a message file is not what it must be: they are part of the program.
  explicit Messages(Language language);
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

  /// Messages that take no arguments, for templates: {{t.search}}.
  const std::map<std::string, std::string>& fixed() const noexcept { return fixed_; }

 private:
  struct Formats;
  Language language_;
  std::map<std::string, std::string> fixed_;
  std::unique_ptr<Formats> formats_;
};

/// What Messages needs of an unsigned count.
inline MessageArgument count_argument(std::string_view name, std::uint64_t value) {
  return {name, static_cast<std::int64_t>(value)};
}

}  // namespace fihrist
