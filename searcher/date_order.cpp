// SPDX-License-Identifier: GPL-3.0-or-later
// Walking years, months and days from either end.
#include "searcher/date_order.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "schema/sort_key.hpp"
#include "searcher/calendar_terms.hpp"

namespace fihrist {
namespace {

using Xapian::Query;

/// Below this many articles sorting is as quick as finding smaller buckets (about 0.2 ms).
constexpr Xapian::doccount small_bucket = 4000;
constexpr std::size_t time_bytes = 8;

bool is_undated(const std::string& key) {
  return key.compare(0, time_bytes, std::string(time_bytes, '\0')) == 0;
}

Query dated_only() { return {Query::OP_AND_NOT, Query::MatchAll, Query(undated_term())}; }

/// One pass over the calendar in one direction, gathering matches until there are enough.
class Walk {
 public:
  Walk(const Xapian::Database& database, const Query& query, bool descending, std::size_t wanted)
      : database_(database), query_(query), descending_(descending), wanted_(wanted) {}

  /// Starts strictly behind this key.
  void start_at(const std::string& key) {
    limit_ = key;
    // Keys are unique and the limit is one: the article itself is left out by its whole key.
    bound_ = descending_ ? Query(Query::OP_VALUE_LE, slot_number(Slot::sort_key), key)
                         : Query(Query::OP_VALUE_GE, slot_number(Slot::sort_key), key);
  }

  /// All undated matches, by id.
  void undated() {
    if (!enough()) take(Query(undated_term()));
  }

  /// All dated ones; `few` of them are sorted at once.
  void dated(bool few) {
    if (few) return enough() ? void() : take(dated_only());
    auto years = years_in(database_);
    if (descending_) std::reverse(years.begin(), years.end());
    for (const std::int16_t year : years) {
      if (enough()) return;
      if (!beyond(first_second(year), first_second(year + 1))) this->year(year);
    }
  }

  bool enough() const { return found_.size() >= wanted_; }
  std::vector<DatedMatch> matches() && { return std::move(found_); }

 private:
  /// A span of time that lies wholly on the other side of the limit.
  bool beyond(std::int64_t begin, std::int64_t end) const {
    if (!limit_) return false;
    return descending_ ? sort_key_floor(begin) > *limit_ : sort_key_floor(end) <= *limit_;
  }

  bool is_small(const std::string& term) const { return database_.get_termfreq(term) <= small_bucket; }

  void year(int year) {
    if (is_small(year_term(year))) return take(Query(year_term(year)));
    for (int i = 1; i <= 12 && !enough(); ++i) {
      const int month = descending_ ? 13 - i : i;
      if (!beyond(first_instant(year, month, 1), month_end(year, month))) this->month(year, month);
    }
  }

  /// Articles of which only the year is known sort with its first instant, so they belong to January.
  Query month_bucket(int year, int month) const {
    if (month > 1) return Query(month_term(year, month));
    std::vector<Query> later;
    for (int other = 2; other <= 12; ++other) later.emplace_back(month_term(year, other));
    return {Query::OP_AND_NOT, Query(year_term(year)), Query(Query::OP_OR, later.begin(), later.end())};
  }

  void month(int year, int month) {
    if (is_small(month_term(year, month))) return take(month_bucket(year, month));
    for (int i = 1; i <= 31 && !enough(); ++i) {
      const int day = descending_ ? 32 - i : i;
      take(day == 1 ? first_day_bucket(year, month) : Query(day_term(year, month, day)));
    }
  }

  Query first_day_bucket(int year, int month) const {
    std::vector<Query> later;
    for (int day = 2; day <= 31; ++day) later.emplace_back(day_term(year, month, day));
    return {Query::OP_AND_NOT, month_bucket(year, month), Query(Query::OP_OR, later.begin(), later.end())};
  }

  static std::int64_t first_instant(int year, int month, int day) {
    return civil_seconds({.year = static_cast<std::int16_t>(year),
                          .month = static_cast<std::uint8_t>(month),
                          .day = static_cast<std::uint8_t>(day)});
  }
  static std::int64_t month_end(int year, int month) {
    return month == 12 ? first_second(year + 1) : first_instant(year, month + 1, 1);
  }

  void take(const Query& bucket) {
    Query query(Query::OP_FILTER, query_, bucket);
    if (limit_) query = Query(Query::OP_FILTER, query, bound_);
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(slot_number(Slot::sort_key), descending_);
    // One more, for the article at the limit itself.
    const auto more = static_cast<Xapian::doccount>(wanted_ - found_.size() + 1);
    const Xapian::MSet matches = enquire.get_mset(0, more);
    for (auto match = matches.begin(); match != matches.end() && !enough(); ++match) {
      std::string key = match.get_document().get_value(slot_number(Slot::sort_key));
      if (!limit_ || key != *limit_) found_.push_back({*match, std::move(key)});
    }
  }

  const Xapian::Database& database_;
  const Query& query_;
  bool descending_;
  std::size_t wanted_;
  std::optional<std::string> limit_;
  Query bound_;
  std::vector<DatedMatch> found_;
};

void append(std::vector<DatedMatch>& to, std::vector<DatedMatch> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

DateOrder::DateOrder(const Xapian::Database& database, Xapian::Query query, Sort sort)
    : database_(database), query_(std::move(query)), sort_(sort) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  few_ = enquire.get_mset(0, 0, 10).get_matches_upper_bound() <= small_bucket;
}

std::vector<DatedMatch> DateOrder::from_start(std::size_t offset, std::size_t count) const {
  Walk dated(database_, query_, sort_ == Sort::newest, offset + count);
  dated.dated(few_);
  auto list = std::move(dated).matches();
  Walk undated(database_, query_, false, offset + count - list.size());
  undated.undated();
  append(list, std::move(undated).matches());
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(offset, list.size())));
  return list;
}

std::vector<DatedMatch> DateOrder::behind(const std::string& key, std::size_t count) const {
  std::vector<DatedMatch> list;
  if (!is_undated(key)) {
    Walk dated(database_, query_, sort_ == Sort::newest, count);
    dated.start_at(key);
    dated.dated(few_);
    list = std::move(dated).matches();
  }
  Walk undated(database_, query_, false, count - list.size());
  if (is_undated(key)) undated.start_at(key);
  undated.undated();
  append(list, std::move(undated).matches());
  return list;
}

std::vector<DatedMatch> DateOrder::before(const std::string& key, std::size_t count) const {
  std::vector<DatedMatch> list;
  if (is_undated(key)) {
    Walk undated(database_, query_, true, count);
    undated.start_at(key);
    undated.undated();
    list = std::move(undated).matches();
  }
  Walk dated(database_, query_, sort_ == Sort::oldest, count - list.size());
  if (!is_undated(key)) dated.start_at(key);
  dated.dated(few_);
  append(list, std::move(dated).matches());
  std::reverse(list.begin(), list.end());
  return list;
}

}  // namespace fihrist
