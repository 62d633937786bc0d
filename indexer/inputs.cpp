// SPDX-License-Identifier: GPL-3.0-or-later
// Containers, walked: what an entry is, and whose fault it is that it cannot be read.
#include "indexer/inputs.hpp"

#include <string_view>
#include <utility>

#include "indexer/container.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/side_files.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr std::string_view into = "!/";

class Opening {
 public:
  Opening(const InputSink& sink, const ByteSource& outermost) : sink_(sink), allowance_(outermost) {}

  void open(PeekedSource& bytes, const FoundInput& input, int depth) {
    const std::string_view side = input.found ? side_file_kind(input.name, bytes.head()) : std::string_view();
    if (!side.empty()) {
      sink_.pass_over(std::string(side), input.name);
    } else if (!Container::recognises(bytes.head()) || reads_compressed(bytes.head())) {
      sink_.input(bytes, input.name);
    } else if (depth == max_container_depth) {
      reject(input.name, "nested_too_deep", "It is a container within two others.");
    } else {
      open_container(bytes, input.name, depth);
    }
  }

 private:
  void open_container(PeekedSource& bytes, const std::string& name, int depth) {
    try {
      Container container(bytes, name, allowance_);
      while (!allowance_.exhausted() && take_next(container, name, depth)) {
      }
    } catch (const Error& error) {
      reject(name, allowance_.exhausted() ? "expands_too_far" : "unreadable", error.what());
    }
  }

  /// False at the end. An entry that cannot be read by itself is its own reject; a container that is broken
  /// within an entry has told so there, and is over.
  bool take_next(Container& container, const std::string& name, int depth) {
    const auto entry = container.next();
    if (!entry) return false;
    const std::string inner = name + std::string(into) + entry->name;
    if (entry->kind == ContainerEntry::Kind::other) sink_.pass_over("a link or a device, passed over", inner);
    if (entry->kind == ContainerEntry::Kind::file && entry->encrypted)
      reject(inner, "encrypted", "It is locked by a password.");
    else if (entry->kind == ContainerEntry::Kind::file)
      take_file(container, inner, depth);
    return !container.broken();
  }

  void take_file(Container& container, const std::string& inner, int depth) {
    try {
      PeekedSource bytes(container.content());
      open(bytes, {.name = inner, .found = true}, depth + 1);
    } catch (const Error& error) {
      reject(inner, allowance_.exhausted() ? "expands_too_far" : "unreadable", error.what());
    }
  }

  void reject(const std::string& name, std::string code, std::string message) {
    sink_.reject({.path = name, .code = std::move(code), .message = std::move(message)});
  }

  const InputSink& sink_;
  Allowance allowance_;
};

}  // namespace

void open_inputs(PeekedSource& bytes, const FoundInput& input, const InputSink& sink) {
  Opening(sink, bytes).open(bytes, input, 0);
}

}  // namespace fihrist
