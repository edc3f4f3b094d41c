// SPDX-License-Identifier: Apache-2.0
// Lets the compiler make several versions of a function, for different vector widths, one of which is picked when the
// program starts. Loops in such functions are plain and over contiguous memory; choices in them are written `a < b ? a
// : b`, which becomes a select where std::min, which returns a reference, stays a branch.
#pragma once

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) &&                           \
    !defined(__SANITIZE_ADDRESS__)
#if __GNUC__ >= 12
// Levels, not names of processors: those are asked for by maker too, and another maker's gets the slowest version.
#define LONGTAKE_TARGETS target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")
#else
#define LONGTAKE_TARGETS target_clones("avx512f", "avx2", "default")
#endif
// Comparisons that might trap would stay branches, too.
#define LONGTAKE_VECTORISED __attribute__((LONGTAKE_TARGETS, optimize("O3", "no-trapping-math")))
#else
#define LONGTAKE_VECTORISED
#endif

#if defined(__GNUC__)
#define LONGTAKE_INLINE inline __attribute__((always_inline))
#else
#define LONGTAKE_INLINE inline
#endif
