// SPDX-License-Identifier: GPL-3.0-or-later
// The scanner of the query language.
#include "searcher/query_lexer.hpp"

#include <array>
#include <utility>

#include "analysis/fold.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

struct LimitName {
  std::string_view name;
  std::string_view arabic_name;
  Qualifier::Limit limit;
};
constexpr std::array limit_names{
    LimitName{"before", "قبل", Qualifier::Limit::before},
    LimitName{"after", "بعد", Qualifier::Limit::after},
};

bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x3000;
}

/// Directional marks come along when text is pasted; they would hide an operator or a quote.
bool is_directional(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Quotes by family: keyboards differ in which of a pair they type first, so either opens and closes.
enum class QuoteFamily : std::uint8_t { straight, guillemet, curly, none };
QuoteFamily quote_family(char32_t c) {
  switch (c) {
    case U'"':
      return QuoteFamily::straight;
    case 0x00AB:
    case 0x00BB:
      return QuoteFamily::guillemet;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return QuoteFamily::curly;
    default:
      return QuoteFamily::none;
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (is_directional(c)) continue;
      text_.push_back(c);
      bytes_.push_back(begin);
    }
    bytes_.push_back(text.size());
  }

  std::vector<Lexeme> run() {
    while (at_ < text_.size()) step();
    return std::move(lexemes_);
  }

 private:
  void step() {
    const char32_t c = text_[at_];
    if (is_blank(c)) {
      ++at_;
    } else if (c == U'(' || c == U')') {
      ++at_;
      add(c == U'(' ? Lexeme::Kind::open : Lexeme::Kind::close, std::string(1, static_cast<char>(c)));
    } else if (quote_family(c) != QuoteFamily::none) {
      quoted({});
    } else if ((c == U'-' || c == 0x2212) && starts_word(at_ + 1)) {
      ++at_;
      add(Lexeme::Kind::exclude, "-");
    } else {
      word();
    }
  }

  bool starts_word(std::size_t at) const {
    return at < text_.size() && !is_blank(text_[at]) && text_[at] != U'-' && text_[at] != U')';
  }

  bool ends_word(std::size_t at) const {
    return at >= text_.size() || is_blank(text_[at]) || text_[at] == U'(' || text_[at] == U')' ||
           quote_family(text_[at]) != QuoteFamily::none;
  }

  std::string utf8(std::size_t begin, std::size_t end) const {
    return to_utf8(std::u32string_view(text_).substr(begin, end - begin));
  }

  void put_text(Lexeme& lexeme, std::size_t begin, std::size_t end) const {
    lexeme.text = utf8(begin, end);
    lexeme.begin = bytes_[begin];
    lexeme.end = bytes_[end];
  }

  void add(Lexeme::Kind kind, std::string text) {
    lexemes_.push_back({.kind = kind, .text = std::move(text)});
  }

  /// Where the quote that opens at at_ is closed; the end of the text when it never is. That answer holds for
  /// every later quote of the family, so it is remembered and 10,000 quotes stay linear.
  std::size_t closing(QuoteFamily family) {
    bool& unclosed = unclosed_[static_cast<std::size_t>(family)];
    for (std::size_t at = at_ + 1; !unclosed && at < text_.size(); ++at)
      if (quote_family(text_[at]) == family) return at;
    unclosed = true;
    return text_.size();
  }

  void quoted(Lexeme lexeme) {
    const std::size_t end = closing(quote_family(text_[at_]));
    if (end == text_.size()) {
      ++at_;
      if (lexeme.qualifier && !ends_word(at_)) qualified_word(std::move(lexeme));
      return;
    }
    lexeme.kind = Lexeme::Kind::quoted;
    put_text(lexeme, at_ + 1, end);
    at_ = end + 1;
    lexemes_.push_back(std::move(lexeme));
  }

  void qualified_word(Lexeme lexeme) {
    const std::size_t begin = at_;
    while (!ends_word(at_)) ++at_;
    put_text(lexeme, begin, at_);
    lexemes_.push_back(std::move(lexeme));
  }

  void word() {
    const std::size_t begin = at_;
    for (; !ends_word(at_); ++at_)
      if (text_[at_] == U':' && qualified(begin)) return;
    Lexeme lexeme;
    put_text(lexeme, begin, at_);
    name_operator(lexeme);
    lexemes_.push_back(std::move(lexeme));
  }

  /// At the first colon of a word: takes name:value when the name is a field's and a value follows at once.
  bool qualified(std::size_t begin) {
    std::string name = utf8(begin, at_);
    const auto qualifier = qualifier_named(name);
    const std::size_t value = at_ + 1;
    const bool has_quote = value < text_.size() && quote_family(text_[value]) != QuoteFamily::none;
    if (!qualifier || (ends_word(value) && !has_quote)) return false;
    at_ = value;
    Lexeme lexeme{.qualifier = qualifier, .qualifier_name = std::move(name)};
    if (has_quote)
      quoted(std::move(lexeme));
    else
      qualified_word(std::move(lexeme));
    return true;
  }

  static void name_operator(Lexeme& lexeme) {
    if (lexeme.text == "OR") lexeme.kind = Lexeme::Kind::either;
    if (lexeme.text == "AND") lexeme.kind = Lexeme::Kind::both;
    if (lexeme.text == "NOT") lexeme.kind = Lexeme::Kind::except;
    // Readers leave the hamza of أو out as often as not, and folding forgives it everywhere else.
    const std::string key = fold_key(lexeme.text);
    if (key == fold_key("أو")) lexeme.kind = Lexeme::Kind::either;
    if (key == fold_key("ليس")) lexeme.kind = Lexeme::Kind::except;
  }

  std::u32string text_;
  std::vector<std::size_t> bytes_;  ///< where each code point of it begins in the query, and the query's end
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
  std::array<bool, 3> unclosed_{};
};

}  // namespace

std::vector<Lexeme> query_lexemes(std::string_view text) { return Scanner(text).run(); }

std::optional<Qualifier> qualifier_named(std::string_view name) {
  const std::string key = fold_key(name);
  if (key.empty()) return std::nullopt;
  for (const FieldRow& row : field_table)
    if (!row.name.empty() && (key == row.name || key == fold_key(row.arabic_name)))
      return Qualifier{.field = row.field};
  for (const LimitName& row : limit_names)
    if (key == row.name || key == fold_key(row.arabic_name)) return Qualifier{.limit = row.limit};
  return std::nullopt;
}

}  // namespace fihrist
