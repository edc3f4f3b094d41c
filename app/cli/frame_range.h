// SPDX-License-Identifier: Apache-2.0
// A part of a film as a person writes it: frames "10..47", seconds "1.5s..3s", or shots "s1..s3" by their ids.
#pragma once

#include "core/base/result.h"
#include "core/film/exporter.h"
#include "core/project/project.h"
#include "core/project/timeline.h"

#include <string>

namespace longtake {

/// Both ends are included; one end alone means that frame, second or shot. A second's range ends before its last
/// moment, so 0s..1s and 1s..2s share no frame. Refuses ends that are not in the film, and an end before its beginning.
Result<FrameRange> parse_range(const std::string& text, const Project& project, const Timeline& timeline);

} // namespace longtake
