# SPDX-License-Identifier: GPL-3.0-or-later
# fihrist_precompile(TARGET): its files begin with headers that are compiled once, where FIHRIST_PRECOMPILED asks for it.
# fihrist_complete(TARGET): a program that is no suite gets what those headers need.
#
# Reading the headers of libraries is half of what clang does with a file of ours. Builds without it show whether each
# file includes what it needs.
option(FIHRIST_PRECOMPILED "Compile the headers of libraries once; needs clang" OFF)
if(FIHRIST_PRECOMPILED AND NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR "FIHRIST_PRECOMPILED is for clang: g++ reads all of such a file for each of ours.")
endif()

# The compiler's cache knows what was compiled by this file beside it: the headers and no paths, which are others in each
# checkout.
function(fihrist_write_sum target)
  list(TRANSFORM ARGN REPLACE "^.+$" "#include \\0" OUTPUT_VARIABLE includes)
  list(JOIN includes "\n" text)
  set(source "${CMAKE_BINARY_DIR}/precompiled_headers.cpp")
  file(WRITE "${source}" "${text}\n")
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -E -P "${source}" OUTPUT_VARIABLE seen COMMAND_ERROR_IS_FATAL ANY)
  string(SHA256 sum "${CMAKE_CXX_COMPILER_VERSION} ${seen}")
  file(WRITE "${CMAKE_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.pch.sum" "${sum}")
endfunction()

if(FIHRIST_PRECOMPILED)
  # The precompiled file is enough. CMake names the header that it was made of too, by its whole path, for which the
  # compiler's cache would take what another checkout compiled for something else.
  set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -Xclang -include-pch -Xclang <PCH_FILE>)
  set(headers
    <algorithm> <array> <charconv> <filesystem> <functional> <map> <memory> <optional> <string> <string_view>
    <unordered_map> <vector> <fmt/format.h> <atomic> <chrono> <condition_variable> <fstream> <mutex> <random> <set> <span>
    <sstream> <thread> <tuple> <unordered_set> <variant> <doctest/doctest.h> <fmt/chrono.h> <fmt/ranges.h>
    <nlohmann/json.hpp> <xapian.h>)
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/precompiled.cpp" CONTENT "")
  foreach(level IN ITEMS plain optimised) # levels of optimisation, which decide what headers mean
    set(precompiled fihrist_precompiled_${level})
    add_library(${precompiled} OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
    target_compile_features(${precompiled} PRIVATE cxx_std_20)
    # A time in it would make the compiler's cache take it for another one each time.
    target_compile_options(${precompiled} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    target_link_libraries(${precompiled} PRIVATE fihrist_flags fmt::fmt)
    target_precompile_headers(${precompiled} PRIVATE ${headers})
    fihrist_write_sum(${precompiled} ${headers})
  endforeach()
  target_compile_options(fihrist_precompiled_optimised PRIVATE -O1)

  # doctest's header defines a variable in each file, whose making is in its library; suites have that with their main().
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/doctest_library.cpp"
       CONTENT "#define DOCTEST_CONFIG_IMPLEMENT\n#include <doctest/doctest.h>\n")
  add_library(fihrist_doctest_library STATIC EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/doctest_library.cpp")
endif()

function(fihrist_complete target)
  if(FIHRIST_PRECOMPILED)
    target_link_libraries(${target} PRIVATE fihrist_doctest_library)
  endif()
endfunction()

function(fihrist_precompile target)
  if(NOT FIHRIST_PRECOMPILED)
    return()
  endif()
  get_target_property(options ${target} COMPILE_OPTIONS)
  set(level plain)
  if("-O1" IN_LIST options)
    set(level optimised)
  endif()
  target_precompile_headers(${target} REUSE_FROM fihrist_precompiled_${level})
  target_link_libraries(${target} PRIVATE fmt::fmt) # what is defined has to be the same
endfunction()
