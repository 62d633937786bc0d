// SPDX-License-Identifier: GPL-3.0-or-later
// doctest's runner, compiled once for every test program.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
