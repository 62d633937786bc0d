# SPDX-License-Identifier: GPL-3.0-or-later
# fihrist_fuzz_target(NAME file ROOM): the program fihrist_fuzz_NAME by libFuzzer, linked with that room and those below,
# and the CTest entry fuzz_NAME, which gives it its seed corpus (tests/fuzz/corpus/NAME) and then goes on for as many
# seconds as FIHRIST_FUZZ_SECONDS says (tests/fuzz/run). scripts/fuzz runs them all.

option(FIHRIST_FUZZ "Build the fuzzers too; needs clang" OFF)
if(FIHRIST_FUZZ AND NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR "The fuzzers are libFuzzer's, which only clang has: use `cmake --preset asan`.")
endif()

if(FIHRIST_FUZZ)
  add_custom_target(fihrist_fuzzers)
endif()

function(fihrist_fuzz_target name file room)
  add_executable(fihrist_fuzz_${name} ${file})
  target_link_libraries(fihrist_fuzz_${name} PRIVATE fihrist::${room} fihrist_flags)
  target_link_options(fihrist_fuzz_${name} PRIVATE -fsanitize=fuzzer)
  fihrist_precompile(fihrist_fuzz_${name})
  fihrist_complete(fihrist_fuzz_${name})
  add_dependencies(fihrist_fuzzers fihrist_fuzz_${name})
  add_test(NAME fuzz_${name} COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/run" $<TARGET_FILE:fihrist_fuzz_${name}>
           "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}" "${CMAKE_CURRENT_BINARY_DIR}/found/${name}")
  set_tests_properties(fuzz_${name} PROPERTIES LABELS fuzz TIMEOUT 14400)
endfunction()
