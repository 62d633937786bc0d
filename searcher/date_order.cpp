// SPDX-License-Identifier: GPL-3.0-or-later
// Walking years, months and days from either end.
#include "searcher/date_order.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "schema/sort_key.hpp"
#include "searcher/calendar_terms.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

/// So many matches are sorted in the time that it takes to ask for another bucket or two: in a large archive
/// each lies in another chunk of values.
constexpr double few_matches = 50;
/// Over a network each bucket is a round trip or two, and sorting is what it was.
constexpr double few_matches_of_shards = 20'000;

bool is_undated(const std::string& key) {
  return key.compare(0, sort_key_time_bytes, std::string(sort_key_time_bytes, '\0')) == 0;
}

/// Of civil time, in seconds since 1970, its end left out.
struct Span {
  std::int64_t begin, end;
};

constexpr Span all_times{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};

Span span_of(int year) { return {first_second(year), first_second(year + 1)}; }

std::int64_t first_instant(int year, int month) {
  return civil_seconds({.year = static_cast<std::int16_t>(year), .month = static_cast<std::uint8_t>(month)});
}

Span span_of(int year, int month) {
  return {first_instant(year, month), month == 12 ? first_second(year + 1) : first_instant(year, month + 1)};
}

/// Of a day that the month may not have, too.
Span span_of(int year, int month, int day) {
  constexpr std::int64_t seconds_a_day = 86400;
  const std::int64_t begin = first_instant(year, month) + (day - 1) * seconds_a_day;
  return {begin, begin + seconds_a_day};
}

Xapian::Query dated_only(const IndexView& index) {
  return {Xapian::Query::OP_AND_NOT, every_article(), term_filter(index, undated_term())};
}

/// Lets pass what lies strictly behind a key. As a range of a query Xapian would often look at it first, and
/// so read the keys of the whole archive.
class BehindKey final : public Xapian::MatchDecider {
 public:
  BehindKey(const std::string& key, bool descending) : key_(key), descending_(descending) {}
  bool operator()(const Xapian::Document& document) const override {
    const std::string key = document.get_value(slot_number(Slot::sort_key));
    return descending_ ? key < key_ : key > key_;
  }

 private:
  const std::string& key_;
  bool descending_;
};

/// One pass over the calendar in one direction, gathering matches until there are enough. `density` is the
/// share of the articles that match: a bucket is taken whole when it holds few matches by that share, and by
/// its months or days when it holds many.
class Walk {
 public:
  Walk(const IndexView& index, const Xapian::Query& query, bool descending, double density,
       std::size_t wanted)
      : index_(index),
        query_(query),
        descending_(descending),
        density_(density),
        wanted_(wanted),
        few_(index.shards ? few_matches_of_shards : few_matches) {}

  /// Starts strictly behind this key.
  void start_at(const std::string& key) { limit_ = key; }

  /// All undated matches, by id.
  void undated() {
    if (!enough()) take(term_filter(index_, undated_term()), all_times);
  }

  /// All dated ones.
  void dated() {
    if (enough()) return;
    if (density_ * index_.database.get_doccount() <= few_) return take(dated_only(index_), all_times);
    std::vector<std::int16_t> years = *index_.years();
    if (descending_) std::reverse(years.begin(), years.end());
    for (const std::int16_t year : years) {
      if (enough()) return;
      if (!is_beyond(span_of(year))) this->year(year);
    }
  }

  bool enough() const { return found_.size() >= wanted_; }
  std::vector<DatedMatch> matches() && { return std::move(found_); }

 private:
  bool is_after_limit(const Span& span) const { return sort_key_floor(span.begin) > *limit_; }
  bool is_before_limit(const Span& span) const { return sort_key_floor(span.end) <= *limit_; }

  /// Wholly on the other side of the limit.
  bool is_beyond(const Span& span) const {
    return limit_ && (descending_ ? is_after_limit(span) : is_before_limit(span));
  }
  /// Wholly on this side of it.
  bool is_within(const Span& span) const {
    return !limit_ || (descending_ ? is_before_limit(span) : is_after_limit(span));
  }

  bool is_small(Xapian::doccount articles) const { return density_ * articles <= few_; }

  void year(int year) {
    const Xapian::doccount articles = index_.frequency(year_term(year));
    if (is_small(articles)) {
      take(term_filter(index_, year_term(year)), span_of(year));
      return learn(articles);
    }
    for (int i = 1; i <= 12 && !enough(); ++i) {
      const int month = descending_ ? 13 - i : i;
      if (!is_beyond(span_of(year, month))) this->month(year, month);
    }
  }

  /// Articles of which only the year is known sort with its first instant, so they belong to January.
  Xapian::Query month_bucket(int year, int month) const {
    const std::string term = month_term(year, month);
    if (month > 1 || index_.frequency(term) == articles_of(year, month)) return term_filter(index_, term);
    std::vector<Xapian::Query> later;
    for (int other = 2; other <= 12; ++other) later.push_back(term_filter(index_, month_term(year, other)));
    return {Xapian::Query::OP_AND_NOT, term_filter(index_, year_term(year)),
            Xapian::Query(Xapian::Query::OP_OR, later.begin(), later.end())};
  }

  Xapian::doccount articles_of(int year, int month) const {
    if (month > 1) return index_.frequency(month_term(year, month));
    std::vector<std::string> terms{year_term(year)};
    for (int other = 2; other <= 12; ++other) terms.push_back(month_term(year, other));
    index_.expect(terms);
    Xapian::doccount left = index_.frequency(year_term(year));
    for (int other = 2; other <= 12; ++other) left -= std::min(left, articles_of(year, other));
    return left;
  }

  void month(int year, int month) {
    const Xapian::doccount articles = articles_of(year, month);
    if (articles == 0) return;  // asking for its articles costs as much as asking for ten
    if (is_small(articles)) {
      take(month_bucket(year, month), span_of(year, month));
    } else {
      for (int i = 1; i <= 31 && !enough(); ++i) {
        const int day = descending_ ? 32 - i : i;
        if (!is_beyond(span_of(year, month, day))) this->day(year, month, day);
      }
    }
    learn(articles);
  }

  void day(int year, int month, int day) {
    if (day == 1)
      take(first_day_bucket(year, month), span_of(year, month, day));
    else if (const std::string term = day_term(year, month, day); index_.frequency(term) > 0)
      take(term_filter(index_, term), span_of(year, month, day));
  }

  /// Xapian can estimate far too many (of a phrase): what was met corrects it, or the walk would go on by
  /// days.
  void learn(Xapian::doccount articles) {
    constexpr double doubt = 3;
    examined_ += articles;
    density_ = std::min(density_, (static_cast<double>(found_.size()) + doubt) / std::max(1.0, examined_));
  }

  /// Articles of which only the month is known belong to its first day. Where there are none, nobody need
  /// look at the whole month for them.
  Xapian::Query first_day_bucket(int year, int month) const {
    std::vector<std::string> days;
    for (int day = 1; day <= 31; ++day) days.push_back(day_term(year, month, day));
    index_.expect(days);
    Xapian::doccount of_days = 0;
    for (const std::string& day : days) of_days += index_.frequency(day);
    if (of_days == articles_of(year, month)) return term_filter(index_, days.front());
    std::vector<Xapian::Query> later;
    for (std::size_t i = 1; i < days.size(); ++i) later.push_back(term_filter(index_, days[i]));
    return {Xapian::Query::OP_AND_NOT, month_bucket(year, month),
            Xapian::Query(Xapian::Query::OP_OR, later.begin(), later.end())};
  }

  /// What lies behind the limit, and the article at it, for servers of shards: deciders do not travel.
  Xapian::Query range() const {
    return {descending_ ? Xapian::Query::OP_VALUE_LE : Xapian::Query::OP_VALUE_GE,
            slot_number(Slot::sort_key), *limit_};
  }

  void take(const Xapian::Query& bucket, const Span& span) {
    const bool may_pass_limit = !is_within(span);
    Xapian::Query query(Xapian::Query::OP_FILTER, query_, bucket);
    if (may_pass_limit && index_.shards) query = Xapian::Query(Xapian::Query::OP_FILTER, query, range());
    Xapian::Enquire enquire(index_.database);
    enquire.set_query(query);
    weigh_nothing(index_, enquire);
    enquire.set_sort_by_value(slot_number(Slot::sort_key), descending_);
    // One more, for the article at the limit itself.
    const auto more = static_cast<Xapian::doccount>(wanted_ - found_.size() + 1);
    std::optional<BehindKey> behind;
    if (may_pass_limit && !index_.shards) behind.emplace(*limit_, descending_);
    const Xapian::MSet matches = enquire.get_mset(0, more, 0, nullptr, behind ? &*behind : nullptr);
    for (auto match = matches.begin(); match != matches.end() && !enough(); ++match) {
      std::string key = match.get_sort_key();
      if (!limit_ || key != *limit_) found_.push_back({*match, std::move(key)});
    }
  }

  const IndexView& index_;
  const Xapian::Query& query_;
  bool descending_;
  double density_;
  double examined_ = 0;  ///< articles of the buckets that were taken
  std::size_t wanted_;
  double few_;  ///< matches that are sorted at once
  std::optional<std::string> limit_;
  std::vector<DatedMatch> found_;
};

void append(std::vector<DatedMatch>& to, std::vector<DatedMatch> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

DateOrder::DateOrder(const IndexView& index, Xapian::Query query, Sort sort)
    : index_(index), query_(std::move(query)), sort_(sort) {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(query_);
  weigh_nothing(index_, enquire);
  constexpr Xapian::doccount looked_at = 10;
  const Xapian::MSet probe = enquire.get_mset(0, 0, looked_at);
  if (probe.get_matches_lower_bound() == probe.get_matches_upper_bound())
    total_ = probe.get_matches_lower_bound();
  density_ =
      probe.get_matches_estimated() / std::max(1.0, static_cast<double>(index_.database.get_doccount()));
}

std::vector<DatedMatch> DateOrder::from_start(std::size_t offset, std::size_t count) const {
  Walk dated(index_, query_, sort_ == Sort::newest, density_, offset + count);
  dated.dated();
  auto list = std::move(dated).matches();
  Walk undated(index_, query_, false, density_, offset + count - list.size());
  undated.undated();
  append(list, std::move(undated).matches());
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(offset, list.size())));
  return list;
}

std::vector<DatedMatch> DateOrder::behind(const std::string& key, std::size_t count) const {
  std::vector<DatedMatch> list;
  if (!is_undated(key)) {
    Walk dated(index_, query_, sort_ == Sort::newest, density_, count);
    dated.start_at(key);
    dated.dated();
    list = std::move(dated).matches();
  }
  Walk undated(index_, query_, false, density_, count - list.size());
  if (is_undated(key)) undated.start_at(key);
  undated.undated();
  append(list, std::move(undated).matches());
  return list;
}

std::vector<DatedMatch> DateOrder::before(const std::string& key, std::size_t count) const {
  std::vector<DatedMatch> list;
  if (is_undated(key)) {
    Walk undated(index_, query_, true, density_, count);
    undated.start_at(key);
    undated.undated();
    list = std::move(undated).matches();
  }
  Walk dated(index_, query_, sort_ == Sort::oldest, density_, count - list.size());
  if (!is_undated(key)) dated.start_at(key);
  dated.dated();
  append(list, std::move(dated).matches());
  std::reverse(list.begin(), list.end());
  return list;
}

}  // namespace fihrist
