# SPDX-License-Identifier: GPL-3.0-or-later
# fihrist_fuzz_target(NAME file ROOM): the program fihrist_fuzz_NAME by libFuzzer, linked with that room and those below,
# and the CTest entry fuzz_NAME, which runs its seed corpus (tests/fuzz/corpus/NAME) once.
#
#   cmake --preset fuzz && cmake --build --preset fuzz && ctest --preset fuzz   (builds nothing but the fuzzers)
#   build/fuzz/tests/fuzz/fihrist_fuzz_NAME -max_total_time=600 found/ tests/fuzz/corpus/NAME

option(FIHRIST_FUZZ "Build the fuzzers instead of the programs; needs clang" OFF)
if(FIHRIST_FUZZ AND NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR "The fuzzers are libFuzzer's, which only clang has: use `cmake --preset fuzz`.")
endif()

if(FIHRIST_FUZZ)
  add_custom_target(fihrist_fuzzers)
endif()

function(fihrist_fuzz_target name file room)
  add_executable(fihrist_fuzz_${name} ${file})
  target_link_libraries(fihrist_fuzz_${name} PRIVATE fihrist::${room} fihrist_flags)
  target_link_options(fihrist_fuzz_${name} PRIVATE -fsanitize=fuzzer)
  # Not the folder itself: a corpus that is missing would be an empty run, and pass.
  file(GLOB seeds CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}/*")
  if(NOT seeds)
    message(FATAL_ERROR "The fuzzer ${name} has no seeds in tests/fuzz/corpus/${name}.")
  endif()
  add_dependencies(fihrist_fuzzers fihrist_fuzz_${name})
  add_test(NAME fuzz_${name} COMMAND fihrist_fuzz_${name} ${seeds})
endfunction()
