// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of what counts as what.
#include "indexer/run_ledger.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "schema/record.hpp"

namespace fihrist {

Digest digest_of(std::string_view bytes) {
  Digest digest{};
  const std::string raw = record_digest(bytes);
  std::copy_n(raw.begin(), digest.size(), digest.begin());
  return digest;
}

std::size_t RunLedger::DigestHash::operator()(const Digest& digest) const noexcept {
  std::size_t hash = 0;
  std::memcpy(&hash, digest.data(), sizeof hash);
  return hash;
}

RunLedger::Ruling RunLedger::meet(const Meeting& meeting) {
  const auto [at, is_first] = states_.try_emplace(digest_of(meeting.id_term));
  State& state = at->second;
  const bool as_indexed = meeting.indexed == meeting.content;
  if (is_first) {
    const Outcome outcome = as_indexed        ? Outcome::unchanged
                            : meeting.indexed ? Outcome::updated
                                              : Outcome::added;
    return settle(state, meeting, outcome);
  }
  const bool gone = state.outcome == Outcome::removed || state.outcome == Outcome::skipped;
  if (!gone && state.content == meeting.content) {
    skip();
    return {.same_entry = state.entry};
  }
  // An addition or a change that is changed again counts for both; all else that is overtaken was in vain.
  if (gone || as_indexed || state.outcome == Outcome::unchanged) take_back(state);
  deleted_.erase(at->first);
  const Outcome outcome = as_indexed                 ? Outcome::unchanged
                          : gone && !meeting.indexed ? Outcome::added
                                                     : Outcome::updated;
  return settle(state, meeting, outcome);
}

RunLedger::Ruling RunLedger::meet_deletion(const Meeting& meeting) {
  const auto [at, is_first] = states_.try_emplace(digest_of(meeting.id_term));
  State& state = at->second;
  if (!is_first) take_back(state);
  const std::uint32_t replaced = withdraw(state);
  state.outcome = meeting.indexed ? Outcome::removed : Outcome::skipped;
  ++counter(state.outcome);
  if (meeting.indexed) deleted_[at->first] = std::string(meeting.id_term);
  return {.outcome = state.outcome, .replaced = replaced};
}

/// The version that is met becomes the one that stands.
RunLedger::Ruling RunLedger::settle(State& state, const Meeting& meeting, Outcome outcome) {
  Ruling ruling{.outcome = outcome, .keep = outcome != Outcome::unchanged, .replaced = withdraw(state)};
  state.content = meeting.content;
  state.outcome = outcome;
  ++counter(outcome);
  if (ruling.keep) {
    state.entry = static_cast<std::uint32_t>(superseded_.size());
    superseded_.push_back(false);
  }
  ruling.entry = state.entry;
  return ruling;
}

/// The version that stood goes out of the result. Returns its entry.
std::uint32_t RunLedger::withdraw(State& state) {
  if (state.entry != no_entry) superseded_[state.entry] = true;
  return std::exchange(state.entry, no_entry);
}

/// What was counted for it becomes something skipped.
void RunLedger::take_back(State& state) {
  --counter(state.outcome);
  skip();
}

bool RunLedger::holds(std::string_view id_term) const {
  const auto found = states_.find(digest_of(id_term));
  return found != states_.end() && found->second.outcome != Outcome::removed;
}

std::vector<std::string> RunLedger::deleted() const {
  std::vector<std::string> terms;
  for (const auto& [digest, term] : deleted_) terms.push_back(term);
  std::sort(terms.begin(), terms.end());
  return terms;
}

}  // namespace fihrist
