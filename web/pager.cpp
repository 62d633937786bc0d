// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as the GOV.UK pagination has them; dates by cursor, equally cheap at any depth.
#include "web/pager.hpp"

#include <algorithm>
#include <set>

namespace fihrist {
namespace {

std::string url_of_page(SearchAddress address, std::uint32_t page, const Wording& wording) {
  address.page = page;
  return wording.links.search(address);
}

Model number_model(std::uint32_t number, const SearchAddress& address, const Wording& wording) {
  Model model;
  model.set("is_gap", number == 0);
  model.set("is_current", number == address.page);
  model.set("is_page", number != 0 && number != address.page);
  model.set("page_number", wording.messages.number(number));
  model.set("page_url", number == 0 ? std::string{} : url_of_page(address, number, wording));
  return model;
}

void set_step(Model& model, const std::string& name, const std::string& url) {
  model.set("has_" + name, !url.empty());
  model.set(name + "_url", url);
}

void set_page_numbers(Model& model, std::uint32_t last, const SearchAddress& address,
                      const Wording& wording) {
  ModelList numbers;
  for (const std::uint32_t number : page_numbers(address.page, last))
    numbers.push_back(number_model(number, address, wording));
  model.set("numbers", Model(std::move(numbers)));
  set_step(model, "previous", address.page > 1 ? url_of_page(address, address.page - 1, wording) : "");
  set_step(model, "next", address.page < last ? url_of_page(address, address.page + 1, wording) : "");
}

}  // namespace

std::vector<std::uint32_t> page_numbers(std::uint32_t current, std::uint32_t last) {
  const std::uint32_t first_near = current > 1 ? current - 1 : 1;
  std::set<std::uint32_t> shown{1, last};
  for (std::uint32_t page = first_near; page <= std::min(current + 1, last); ++page) shown.insert(page);
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t page : shown) {
    if (!numbers.empty() && page == numbers.back() + 2) numbers.push_back(page - 1);
    if (!numbers.empty() && page > numbers.back() + 1) numbers.push_back(0);
    numbers.push_back(page);
  }
  return numbers;
}

std::uint32_t last_page(std::uint64_t total, std::uint32_t page_size) {
  const std::uint64_t pages = std::max<std::uint64_t>(1, (total + page_size - 1) / page_size);
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(pages, SearchRequest::max_offset / page_size + 1));
}

void set_date_steps(Model& model, const DateSteps& steps) {
  model.set("by_date", !steps.newer_url.empty() || !steps.older_url.empty());
  set_step(model, "newer", steps.newer_url);
  set_step(model, "older", steps.older_url);
  set_step(model, "newest", steps.newest_url);
  set_step(model, "oldest", steps.oldest_url);
}

void set_jump(Model& model, const SearchResults& results, const std::string& url, const Wording& wording) {
  const bool goes_on = results.next || results.previous;
  model.set("can_jump", !url.empty() && goes_on);
  if (url.empty() || !goes_on) return;
  const std::size_t question = std::min(url.find('?'), url.size());
  model.set("jump_path", url.substr(0, question));
  ModelList fields;
  for (const auto& [name, value] :
       parse_parameters(std::string_view(url).substr(std::min(question + 1, url.size())))) {
    Model field;
    field.set("field_name", name);
    field.set("field_value", value);
    fields.push_back(std::move(field));
  }
  model.set("jump_fields", Model(std::move(fields)));
  model.set("jump_label", wording.messages.text("jump_to_month"));
}

void set_pager(Model& model, const SearchResults& results, const SearchAddress& address,
               const Wording& wording) {
  const std::uint32_t last = last_page(results.listed(), std::max(results.limit, 1U));
  const bool by_number = results.sort == Sort::relevance && last > 1;
  model.set("by_number", by_number);
  if (by_number) set_page_numbers(model, last, address, wording);
  set_date_steps(
      model, date_steps(results, address, [&](const SearchAddress& to) { return wording.links.search(to); }));
}

}  // namespace fihrist
