// SPDX-License-Identifier: GPL-3.0-or-later
// The term that marks where an article was read.
#include "indexer/run_state.hpp"

#include "schema/article.hpp"
#include "schema/fields.hpp"

namespace fihrist {

std::string origin_term(const Origin& origin) { return term_of(Field::origin, short_hash(origin.name)); }

}  // namespace fihrist
