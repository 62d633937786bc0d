// SPDX-License-Identifier: GPL-3.0-or-later
// One function for the three kinds of results.
#include "indexer/readers/web_page_record.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace fihrist {

void give_web_page(const WebPage& page, const RecordPlace& place, const ReaderSink& sink) {
  std::visit(
      [&](auto result) {
        using Result = decltype(result);
        result.record = place.record;
        result.offset = place.offset;
        if constexpr (std::is_same_v<Result, ReadArticle>) {
          sink.article(std::move(result));
        } else {
          result.path = place.path;
          if constexpr (std::is_same_v<Result, Skip>) {
            sink.skip(std::move(result));
          } else {
            sink.reject(std::move(result));
          }
        }
      },
      read_web_page(page));
}

}  // namespace fihrist
