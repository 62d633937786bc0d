// SPDX-License-Identifier: GPL-3.0-or-later
// Message files read once and handed to ICU, whose plural rules know the six Arabic forms.
#include "web/messages.hpp"

#include <fmt/format.h>
#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/strenum.h>

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "analysis/utf8.hpp"
#include "web/icu_text.hpp"

namespace fihrist {
namespace {

/// ICU 72 writes Arabic-Indic digits for "ar" where 78 writes European ones: said here, once.
icu::Locale locale_of(Language language, Digits digits) {
  const char* numbers = digits == Digits::arabic_indic ? "@numbers=arab" : "@numbers=latn";
  return icu::Locale((std::string(code_of(language)) + numbers).c_str());
}

constexpr char32_t arabic_indic_zero = 0x0660;

/// Html arguments pass through ICU and escape() as private-use characters, which no message holds.
constexpr char32_t first_stand_in = 0xF0000;

std::string stand_in(std::size_t index) {
  std::string out;
  append_utf8(out, first_stand_in + static_cast<char32_t>(index));
  return out;
}

icu::Formattable formattable(const MessageArgument& argument, std::size_t index) {
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return icu::Formattable(*number);
  if (const auto* text = std::get_if<std::string>(&argument.value)) return icu::Formattable(to_icu(*text));
  return icu::Formattable(to_icu(stand_in(index)));
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

std::string file_of(Language language) { return "messages/" + std::string(code_of(language)) + ".json"; }

/// The {names} of a pattern.
std::set<std::string> names_in(icu::MessageFormat pattern) {
  UErrorCode status = U_ZERO_ERROR;
  std::set<std::string> names;
  const std::unique_ptr<icu::StringEnumeration> all(pattern.getFormatNames(status));
  for (const icu::UnicodeString* name = all ? all->snext(status) : nullptr; name && U_SUCCESS(status);
       name = all->snext(status)) {
    std::string text;
    names.insert(name->toUTF8String(text));
  }
  return names;
}

}  // namespace

struct Messages::Formats {
  std::map<std::string, icu::MessageFormat, std::less<>> by_key;
  std::unique_ptr<icu::NumberFormat> number;
};

Messages::Messages(Language language, Digits digits, const Theme& theme)
    : language_(language), digits_(digits), formats_(std::make_unique<Formats>()) {
  UErrorCode status = U_ZERO_ERROR;
  formats_->number.reset(icu::NumberFormat::createInstance(locale_of(language, digits), status));
  read(theme);
}

void Messages::read(const Theme& theme) {
  const std::string file = file_of(language_);
  const icu::Locale locale = locale_of(language_, digits_);
  const auto pattern_of = [&](const std::string& key, const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::MessageFormat pattern(to_icu(text), locale, status);
    if (U_FAILURE(status)) theme.refuse(file, "message \"" + key + "\": " + u_errorName(status));
    return pattern;
  };
  const auto shipped = nlohmann::json::parse(Theme::shipped_messages(code_of(language_)));
  const std::string_view own_text = theme.own_messages(std::string(code_of(language_)));
  const auto own =
      own_text.empty() ? nlohmann::json::object() : nlohmann::json::parse(own_text, nullptr, false, true);
  if (!own.is_object()) theme.refuse(file, "is no JSON object of messages");
  for (const auto& [key, value] : own.items()) {
    if (!shipped.contains(key)) theme.refuse(file, "no page has a message \"" + key + "\"");
    if (!value.is_string()) theme.refuse(file, "message \"" + key + "\" is no text");
    const auto allowed = names_in(pattern_of(key, shipped[key].get<std::string>()));
    for (const std::string& name : names_in(pattern_of(key, value.get<std::string>())))
      if (!allowed.contains(name))
        theme.refuse(file, fmt::format("message \"{}\": it is told no {{{}}}", key, name));
  }
  for (const auto& [key, value] : shipped.items()) {
    const std::string text = own.contains(key) ? own[key].get<std::string>() : value.get<std::string>();
    if (text.find('{') == text.npos)
      fixed_.emplace(key, text);
    else
      formats_->by_key.try_emplace(key, pattern_of(key, text));
  }
}

Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

std::string Messages::text(std::string_view key, const MessageArguments& arguments) const {
  if (const auto fixed = fixed_.find(std::string(key)); fixed != fixed_.end()) return fixed->second;
  const auto found = formats_->by_key.find(key);
  if (found == formats_->by_key.end()) throw std::logic_error("no message " + std::string(key));
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const MessageArgument& argument : arguments) {
    names.push_back(to_icu(argument.name));
    values.push_back(formattable(argument, values.size()));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString formatted;
  found->second.format(names.data(), values.data(), static_cast<int32_t>(names.size()), formatted, status);
  if (U_FAILURE(status)) throw std::logic_error("message " + std::string(key) + ": " + u_errorName(status));
  std::string out;
  return formatted.toUTF8String(out);
}

Html Messages::html(std::string_view key, const MessageArguments& arguments) const {
  std::string markup = escape(text(key, arguments));
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (const auto* html = std::get_if<Html>(&arguments[i].value))
      replace_all(markup, stand_in(i), html->markup());
  return Html::trusted(std::move(markup));
}

std::string Messages::in_digits(std::string text) const {
  if (digits_ == Digits::european) return text;
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      append_utf8(out, arabic_indic_zero + static_cast<char32_t>(c - '0'));
    else
      out += c;
  }
  return out;
}

std::string Messages::number(std::uint64_t value) const {
  icu::UnicodeString formatted;
  formats_->number->format(static_cast<int64_t>(value), formatted);
  std::string out;
  return formatted.toUTF8String(out);
}

}  // namespace fihrist
