# SPDX-License-Identifier: Apache-2.0
# One interface target, longtake_options, carries the language level, warnings and include root of every target of ours.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT MSVC)
  # Executables are compiled as libraries are, so that they can use the libraries' precompiled headers.
  set(CMAKE_CXX_COMPILE_OPTIONS_PIE "-fPIC")
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness is what ccache's manual asks for with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE_PROGRAM})
endif()

add_library(longtake_options INTERFACE)
target_include_directories(longtake_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_features(longtake_options INTERFACE cxx_std_20)
find_package(Threads REQUIRED)
target_link_libraries(longtake_options INTERFACE Threads::Threads)
if(MSVC)
  target_compile_options(longtake_options INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${LONGTAKE_WERROR}>:/WX>)
  target_compile_definitions(longtake_options INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
  target_compile_options(longtake_options INTERFACE -Wall -Wextra -Wno-unknown-pragmas $<$<BOOL:${LONGTAKE_WERROR}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # PCH validity must not depend on the file's mtime, so that ccache may serve it.
    # -Wrestrict reports nonsense on std::string concatenation in GCC 12 (GCC bug 105651).
    target_compile_options(longtake_options INTERFACE -fpch-preprocess -Wno-restrict)
  endif()
endif()
