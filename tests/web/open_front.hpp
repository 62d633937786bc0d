// SPDX-License-Identifier: GPL-3.0-or-later
// A front on a real archive, asked without a socket.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/web/indexed_archive.hpp"
#include "web/front.hpp"

namespace fihrist::test {

/// What asks for an address, with what else the request brings.
inline Request request_for(const std::string& target, Request request = {}) {
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  request.parameters = parse_parameters(target.substr(std::min(question + 1, target.size())));
  return request;
}

struct OpenFront {
  explicit OpenFront(const FrontOptions& options = {}, const std::string& lines = some_articles)
      : archive(lines), front(archive.path(), options) {}

  Response get(const std::string& target) { return ask(target); }
  Response ask(const std::string& target, Request request = {}) {
    return front.respond(request_for(target, std::move(request)));
  }
  nlohmann::json json(const std::string& target) { return nlohmann::json::parse(get(target).body); }

  IndexedArchive archive;
  Front front;
};

/// One for all tests of a file that do not change the archive.
inline OpenFront& shared() {
  static OpenFront front;
  return front;
}

inline std::string encoded(const std::string& text) { return percent_encode(text); }

}  // namespace fihrist::test
