# SPDX-License-Identifier: Apache-2.0
# Fails where a source is not formatted as .clang-format says. The version of clang-format is that of the reference
# environment: others break lines elsewhere.
find_program(CLANG_FORMAT clang-format PATHS "${REFERENCE}/bin" "${REFERENCE}/Scripts" NO_DEFAULT_PATH)
if(NOT CLANG_FORMAT)
  message(FATAL_ERROR "clang-format is not in ${REFERENCE}. ./dev setup installs it.")
endif()
set(sources "")
foreach(folder core app ui tests)
  file(GLOB_RECURSE found "${SOURCE_DIR}/${folder}/*.h" "${SOURCE_DIR}/${folder}/*.cpp")
  list(APPEND sources ${found})
endforeach()
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${sources} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "./dev format mends it.")
endif()
