# SPDX-License-Identifier: GPL-3.0-or-later
# fihrist_room: one room of the house as one static library, with its headers proven to stand alone,
# and fihrist_room_tests: one doctest program a room, linked with that room only.

option(FIHRIST_WERROR "Treat warnings as errors" OFF)

add_library(fihrist_flags INTERFACE)
target_compile_options(fihrist_flags INTERFACE
  # In files that are read as one, what is hidden is the name of another file, which each by itself does not see.
  -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:$<TARGET_PROPERTY:FIHRIST_UNITED>>>:-Wshadow> -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wnull-dereference -Wdouble-promotion
  -Wimplicit-fallthrough -Wformat=2 $<$<CXX_COMPILER_ID:GNU>:-Wbidi-chars=any> -Wno-missing-field-initializers
  # g++ takes what is hidden in a file that is read by another one for what others could see.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:$<TARGET_PROPERTY:FIHRIST_UNITED>>>:-Wno-subobject-linkage>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations> # of libstdc++ by itself, in std::stable_sort
  $<$<BOOL:${FIHRIST_WERROR}>:-Werror>)

# Compiling takes most of a test run, so a build for tests optimises only the rooms that do the work in them.
set(FIHRIST_OPTIMISED_ROOMS "" CACHE STRING "Rooms that are compiled with -O1 whatever the kind of build says")

# The files of a folder read as one, in all presets but dev: the headers of libraries are walked once for all of them, and
# templates are made once. So no two files of a folder give one name to two things, in anonymous namespaces either. That
# each file includes what it needs shows in the builds without.
option(FIHRIST_UNITY "Read the product code of each folder as one source" OFF)
# fihrist_unite(OUT source…): OUT are files in the build directory, one a folder, that include the sources. They name these
# by no path of this checkout, so that the compiler's cache knows in one what another has compiled.
function(fihrist_unite out)
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE room)
  set(names "")
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "${room}/${folder}" name)
    string(REGEX REPLACE "_$" "" name "${name}")
    list(APPEND names "${name}")
    string(APPEND text_of_${name} "#include \"${room}/${source}\"\n")
  endforeach()
  list(REMOVE_DUPLICATES names)
  set(united "")
  foreach(name IN LISTS names)
    set(file "${CMAKE_CURRENT_BINARY_DIR}/united/${name}.cpp")
    file(CONFIGURE OUTPUT "${file}" CONTENT "${text_of_${name}}" @ONLY)
    list(APPEND united "${file}")
  endforeach()
  set(${out} ${united} PARENT_SCOPE)
endfunction()

# fihrist_room(NAME SOURCES … HEADERS … [USES room…] [PRIVATE lib…])
# USES are the rooms below that its headers show; PRIVATE are third parties that stay inside.
function(fihrist_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;HEADERS;USES;PRIVATE" ${ARGN})
  set(compiled ${ROOM_SOURCES})
  if(FIHRIST_UNITY)
    fihrist_unite(compiled ${ROOM_SOURCES})
  endif()
  add_library(fihrist_${name} STATIC ${compiled})
  add_library(fihrist::${name} ALIAS fihrist_${name})
  # A header that a source file of its name includes first stands alone if that file compiles; the others are compiled
  # by themselves (all_verify_interface_header_sets).
  set(sourceless ${ROOM_HEADERS})
  list(TRANSFORM ROOM_SOURCES REPLACE "\\.cpp$" ".hpp" OUTPUT_VARIABLE sourced)
  list(REMOVE_ITEM sourceless ${sourced})
  list(REMOVE_ITEM ROOM_HEADERS ${sourceless} "")
  target_sources(fihrist_${name}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ROOM_HEADERS}
    PUBLIC FILE_SET sourceless TYPE HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${sourceless})
  set_property(TARGET fihrist_${name} PROPERTY INTERFACE_HEADER_SETS_TO_VERIFY sourceless)
  target_include_directories(fihrist_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_compile_features(fihrist_${name} PUBLIC cxx_std_20)
  list(TRANSFORM ROOM_USES PREPEND fihrist::)
  target_link_libraries(fihrist_${name} PUBLIC ${ROOM_USES} PRIVATE fihrist_flags ${ROOM_PRIVATE})
  if(name IN_LIST FIHRIST_OPTIMISED_ROOMS)
    # With -O1, g++ 12 takes the value of an empty std::optional for one that is read.
    target_compile_options(fihrist_${name} PRIVATE -O1 $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  endif()
  if(FIHRIST_UNITY)
    set_target_properties(fihrist_${name} PROPERTIES FIHRIST_UNITED ON)
  else()
    fihrist_precompile(fihrist_${name})
  endif()
endfunction()

# fihrist_unit_suite(NAME): the program fihrist_NAME_tests is one CTest entry. fihrist_unit_tests builds all of them, and
# `all` none: they are run in the build with sanitizers, and compiled for that alone.
add_custom_target(fihrist_unit_tests)
function(fihrist_unit_suite name)
  fihrist_precompile(fihrist_${name}_tests)
  set_target_properties(fihrist_${name}_tests PROPERTIES EXCLUDE_FROM_ALL ON)
  add_dependencies(fihrist_unit_tests fihrist_${name}_tests)
  add_test(NAME ${name} COMMAND fihrist_${name}_tests)
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 3600)
endfunction()

# fihrist_room_tests(NAME SOURCES … [PRIVATE lib…]): the unit suite of a room, linked with that room only.
function(fihrist_room_tests name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PRIVATE" ${ARGN})
  add_executable(fihrist_${name}_tests ${ROOM_SOURCES})
  target_link_libraries(fihrist_${name}_tests
    PRIVATE fihrist_${name} fihrist_flags fihrist_doctest ${ROOM_PRIVATE})
  fihrist_unit_suite(${name})
endfunction()
