// SPDX-License-Identifier: GPL-3.0-or-later
// gumbo takes its memory from an arena that jumps out of the parser when the budget is spent.
#include "indexer/extraction/guarded_gumbo.hpp"

#include <csetjmp>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <vector>

namespace fihrist {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 20;
constexpr std::size_t alignment = alignof(std::max_align_t);
/// The clock is a system call; gumbo asks for memory with every token, so that this is often enough.
constexpr unsigned requests_between_clocks = 256;

std::chrono::nanoseconds thread_time() {
  timespec now{};
  static_cast<void>(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now));  // which every Linux has
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

struct FreeChunk {
  void operator()(char* chunk) const noexcept { std::free(chunk); }
};

/// Gives memory and takes nothing back before its own end: gumbo has no other way to let go of a tree that
/// it was interrupted in, and destroying a finished one is recursive and overflows the stack on deep pages.
class Arena {
 public:
  explicit Arena(const ParseBudget& budget) : budget_(budget), deadline_(thread_time() + budget.time) {}

  /// Where the parser is left by; set before parsing, in the frame that calls it.
  std::jmp_buf exit;
  volatile ParseEnd end = ParseEnd::complete;

  void* allocate(std::size_t bytes) {
    bytes = (bytes + alignment - 1) / alignment * alignment;
    if (++requests_ % requests_between_clocks == 0 && thread_time() > deadline_) leave(ParseEnd::out_of_time);
    if (bytes > left_) grow(bytes);
    char* const memory = next_;
    next_ += bytes;
    left_ -= bytes;
    return memory;
  }

 private:
  void grow(std::size_t bytes) {
    const std::size_t size = bytes > chunk_bytes ? bytes : chunk_bytes;
    if (size > budget_.arena_bytes - used_) leave(ParseEnd::out_of_memory);
    char* const chunk = static_cast<char*>(std::malloc(size));
    if (chunk == nullptr) leave(ParseEnd::out_of_memory);
    chunks_.emplace_back(chunk);
    used_ += size;
    next_ = chunk;
    left_ = size;
  }

  /// Only frames of gumbo, which is C, and of this class, which own nothing, are jumped over.
  [[noreturn]] void leave(ParseEnd why) {
    end = why;
    std::longjmp(exit, 1);  // NOLINT(cert-err52-cpp): an exception cannot pass through C
  }

  ParseBudget budget_;
  std::chrono::nanoseconds deadline_;
  std::vector<std::unique_ptr<char, FreeChunk>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  unsigned requests_ = 0;
};

void* allocate_from(void* arena, std::size_t bytes) { return static_cast<Arena*>(arena)->allocate(bytes); }

void keep(void*, void*) {}

/// Null when the budget was spent. Nothing in this frame has a destructor: longjmp comes back here.
const GumboOutput* parse_in(Arena& arena, const char* html, std::size_t bytes, FragmentContext fragment) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate_from;
  options.deallocator = keep;
  options.userdata = &arena;
  options.max_errors = 0;
  options.fragment_context = fragment.tag;
  options.fragment_namespace = fragment.space;
  if (setjmp(arena.exit) != 0) return nullptr;  // NOLINT(cert-err52-cpp): as above
  return gumbo_parse_with_options(&options, html, bytes);
}

}  // namespace

ParseEnd parse_guarded(std::string_view html, const ParseBudget& budget,
                       const std::function<void(const GumboNode& document)>& use, FragmentContext fragment) {
  const auto arena = std::make_unique<Arena>(budget);
  const GumboOutput* const output = parse_in(*arena, html.data(), html.size(), fragment);
  if (output == nullptr) return arena->end;
  use(*output->document);
  return ParseEnd::complete;
}

}  // namespace fihrist
