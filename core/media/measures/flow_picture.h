// SPDX-License-Identifier: Apache-2.0
// The motion between two frames as a picture for people: hue is the direction, strength of colour the distance (the
// colour wheel of the Middlebury benchmark, Baker et al., IJCV 2011). Grey is stillness.
#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"

namespace longtake {

struct FlowPicture {
    Frame picture;          ///< no larger than 240 pixels on its shorter side
    double mean_motion = 0; ///< pixels of the given frames
};

/// DIS flow (Kroeger et al., ECCV 2016) from `first` to `second`. Refuses empty frames and frames of different sizes.
Result<FlowPicture> flow_picture(const Frame& first, const Frame& second);

} // namespace longtake
