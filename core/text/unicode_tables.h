// SPDX-License-Identifier: Apache-2.0
// The parts of the Unicode Character Database that normalisation form C and width folding need.
#pragma once

#include <cstdint>
#include <span>

namespace longtake {

/// `composite` is canonically (or, for widths, by NFKC) `first` and, unless 0, `second`.
struct CanonicalMapping {
    char32_t composite;
    char32_t first;
    char32_t second;
};

/// Code points with a canonical combining class other than 0.
struct CombiningRange {
    char32_t first;
    char32_t last;
    uint8_t combining_class;
};

extern const std::span<const CanonicalMapping> kCompositions;         ///< sorted; used in both directions
extern const std::span<const CanonicalMapping> kOneWayDecompositions; ///< sorted; never composed again
extern const std::span<const CombiningRange> kCombiningRanges;        ///< sorted
extern const std::span<const CanonicalMapping> kWidthFolds;           ///< sorted; fullwidth and halfwidth forms

} // namespace longtake
