// SPDX-License-Identifier: Apache-2.0
// The largest and smallest values a film may hold. Validation, the reference page and the window's controls share them.
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace longtake {

/// A closed range. NaN is in none.
template <typename Number> struct Range {
    Number least;
    Number most;

    constexpr bool contains(Number value) const { return value >= least && value <= most; }
};

inline constexpr Range<int64_t> kSides{16, 8192};
inline constexpr int64_t kSideStep = 8;
inline constexpr Range<double> kFrameRates{1.0, 240.0};
inline constexpr Range<int64_t> kSeeds{0, std::numeric_limits<int64_t>::max()};
inline constexpr Range<int64_t> kSteps{1, 1000};
inline constexpr Range<double> kGuidances{0.0, 100.0};
inline constexpr int64_t kMostFrames = 100'000; ///< of one shot
inline constexpr Seconds kLongestShot{3600.0};
inline constexpr Seconds kLongestDissolve{10.0};
inline constexpr int64_t kMostBlendLatents = 8;
inline constexpr int64_t kMostContextLatents = 64;
inline constexpr int64_t kMostStars = 5;
inline constexpr size_t kMostKeyframes = 64;
inline constexpr size_t kMostShots = 100'000;
inline constexpr size_t kLongestId = 64;         ///< bytes
inline constexpr size_t kLongestName = 100;      ///< bytes of a character's name
inline constexpr size_t kLongestLine = 4096;     ///< bytes of a title or camera text
inline constexpr size_t kLongestText = 4 << 20;  ///< bytes of a prompt or note
inline constexpr size_t kLargestFile = 32 << 20; ///< bytes of a .t2vproj

} // namespace longtake
