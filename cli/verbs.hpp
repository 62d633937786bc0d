// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs: each adds its own options to the program and, when it was asked for, leaves its work in
// `chosen`.
#pragma once

#include "cli/session.hpp"

namespace CLI {
class App;
}

namespace fihrist {

void add_index_verb(CLI::App& program, VerbAction& chosen);
void add_search_verb(CLI::App& program, VerbAction& chosen);
void add_show_verb(CLI::App& program, VerbAction& chosen);
void add_serve_verb(CLI::App& program, VerbAction& chosen);
void add_stats_verb(CLI::App& program, VerbAction& chosen);
void add_remove_verb(CLI::App& program, VerbAction& chosen);
void add_explain_verb(CLI::App& program, VerbAction& chosen);
void add_check_verb(CLI::App& program, VerbAction& chosen);
void add_test_verb(CLI::App& program, VerbAction& chosen);
void add_plurals_verb(CLI::App& program, VerbAction& chosen);
void add_export_verb(CLI::App& program, VerbAction& chosen);
void add_names_verb(CLI::App& program, VerbAction& chosen);
void add_rebuild_verb(CLI::App& program, VerbAction& chosen);
void add_swap_verb(CLI::App& program, VerbAction& chosen);
void add_rollback_verb(CLI::App& program, VerbAction& chosen);
void add_merge_verb(CLI::App& program, VerbAction& chosen);
void add_shard_verb(CLI::App& program, VerbAction& chosen);

}  // namespace fihrist
