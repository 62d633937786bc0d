// SPDX-License-Identifier: GPL-3.0-or-later
// One template for all errors; its words are messages named after the status.
#include "web/error_page.hpp"

#include <nlohmann/json.hpp>

namespace fihrist {
namespace {

std::string reason_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

/// Statuses that have words of their own; the others are told as 500, or 400 for a client's fault.
std::string message_key(int status) {
  switch (status) {
    case 400:
    case 404:
    case 405:
    case 410:
    case 414:
    case 429:
    case 500:
    case 503:
      return std::to_string(status);
    default:
      return status < 500 ? "400" : "500";
  }
}

Model error_model(int status, const Wording& wording) {
  const std::string key = "error_" + message_key(status);
  Model model;
  model.set("status", std::to_string(status));
  model.set("error_title", wording.messages.text(key + "_title"));
  model.set("error_text", wording.messages.text(key + "_text"));
  model.set("bad_dates", Model(ModelList{}));
  return model;
}

ModelList bad_date_texts(const SearchAddress& address, const Wording& wording) {
  ModelList texts;
  for (const std::string& name : bad_dates(address)) {
    Model text;
    set_html(text, "bad_date_html",
             wording.messages.html("bad_date", {{"value", isolated_html(name == "from" ? address.from
                                                                        : name == "to" ? address.to
                                                                                       : address.jump)}}));
    texts.push_back(std::move(text));
  }
  return texts;
}

Response render_error(const Templates& templates, const Wording& wording, const SearchAddress& search,
                      const Model& model, int status) {
  const PageFrame frame{.title = wording.messages.text("error_" + message_key(status) + "_title"),
                        .search = search,
                        .indexable = false};
  Response response =
      render_page(templates, wording, frame, templates.render("error", model, wording.shared), status);
  set_error_headers(response);
  return response;
}

}  // namespace

Response error_page(const Templates& templates, const Wording& wording, int status,
                    const SearchAddress& search) {
  return render_error(templates, wording, search, error_model(status, wording), status);
}

Response show_bad_date(const Visit& visit, const SearchAddress& address) {
  Model model = error_model(400, visit.wording);
  model.set("bad_dates", Model(bad_date_texts(address, visit.wording)));
  return render_error(visit.templates, visit.wording, address, model, 400);
}

bool is_for_programs(std::string_view path) {
  return path.starts_with("/api/") || data_ending_of(path) != nullptr;
}

Response problem(int status, const std::string& detail) {
  nlohmann::ordered_json json{{"type", "about:blank"}, {"title", reason_of(status)}, {"status", status}};
  if (!detail.empty()) json["detail"] = detail;
  Response response{
      .status = status,
      .content_type = "application/problem+json; charset=utf-8",
      .body = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n'};
  set_error_headers(response);
  return response;
}

void set_error_headers(Response& response) {
  response.headers.emplace_back("Cache-Control", "no-store");
  if (response.status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
  if (response.status == 503) response.headers.emplace_back("Retry-After", "5");
}

}  // namespace fihrist
