// SPDX-License-Identifier: GPL-3.0-or-later
// Message files read once and handed to ICU, whose plural rules know the six Arabic forms.
#include "web/messages.hpp"

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "analysis/utf8.hpp"
#include "web/embedded_files.hpp"

namespace fihrist {
namespace {

/// ICU 72 writes Arabic-Indic digits for "ar" where 78 writes European ones: said here, once.
icu::Locale locale_of(Language language) {
  return icu::Locale((std::string(code_of(language)) + "@numbers=latn").c_str());
}

/// Html arguments pass through ICU and escape() as private-use characters, which no message holds.
constexpr char32_t first_stand_in = 0xF0000;

std::string stand_in(std::size_t index) {
  std::string out;
  append_utf8(out, first_stand_in + static_cast<char32_t>(index));
  return out;
}

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
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

[[noreturn]] void refuse(Language language, std::string_view key, const std::string& why) {
  throw std::logic_error("message \"" + std::string(key) + "\" in " + std::string(code_of(language)) +
                         ".json: " + why);
}

}  // namespace

struct Messages::Formats {
  std::map<std::string, icu::MessageFormat, std::less<>> by_key;
  std::unique_ptr<icu::NumberFormat> number;
};

Messages::Messages(Language language) : language_(language), formats_(std::make_unique<Formats>()) {
  const icu::Locale locale = locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  formats_->number.reset(icu::NumberFormat::createInstance(locale, status));
  const auto file = embedded_file("messages/" + std::string(code_of(language)) + ".json");
  const auto patterns = nlohmann::json::parse(file);
  for (const auto& [key, value] : patterns.items()) {
    const std::string pattern = value.get<std::string>();
    if (pattern.find('{') == pattern.npos) {
      fixed_.emplace(key, pattern);
      continue;
    }
    formats_->by_key.try_emplace(key, to_icu(pattern), locale, status);
    if (U_FAILURE(status)) refuse(language, key, u_errorName(status));
  }
}

Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

std::string Messages::text(std::string_view key, const MessageArguments& arguments) const {
  if (const auto fixed = fixed_.find(std::string(key)); fixed != fixed_.end()) return fixed->second;
  const auto found = formats_->by_key.find(key);
  if (found == formats_->by_key.end()) refuse(language_, key, "missing");
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const MessageArgument& argument : arguments) {
    names.push_back(to_icu(argument.name));
    values.push_back(formattable(argument, values.size()));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString formatted;
  found->second.format(names.data(), values.data(), static_cast<int32_t>(names.size()), formatted, status);
  if (U_FAILURE(status)) refuse(language_, key, u_errorName(status));
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

std::string Messages::number(std::uint64_t value) const {
  icu::UnicodeString formatted;
  formats_->number->format(static_cast<int64_t>(value), formatted);
  std::string out;
  return formatted.toUTF8String(out);
}

}  // namespace fihrist
