// SPDX-License-Identifier: Apache-2.0
// Lets the compiler make several versions of a function, for different vector widths, one of which is picked when the program
// starts. Loops in such functions are plain and over contiguous memory.
#pragma once

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define LONGTAKE_VECTORISED __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default"), optimize("O3")))
#else
#define LONGTAKE_VECTORISED
#endif

#if defined(__GNUC__)
#define LONGTAKE_INLINE inline __attribute__((always_inline))
#else
#define LONGTAKE_INLINE inline
#endif
