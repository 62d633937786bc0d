// SPDX-License-Identifier: GPL-3.0-or-later
// Names of authors in feeds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/xml_tree.hpp"

namespace fihrist {

/// The name in what RSS calls an author: "writer@example.org (محمد حبش)", "محمد حبش <writer@example.org>";
/// the address when there is nothing else.
std::string person_name(std::string_view written);

/// The name of an Atom person, else what its element says as text.
std::string person_of(XmlNode person);

/// Authors of an item: its own, else dc:creator, else what a podcast says. In their order; may hold
/// repetitions.
std::vector<std::string> authors_of(XmlNode item);

}  // namespace fihrist
