// SPDX-License-Identifier: GPL-3.0-or-later
// /help: the query language, by examples that can be clicked.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

Response show_help(const Visit& visit);

}  // namespace fihrist
