// SPDX-License-Identifier: Apache-2.0
// A frame in at most 256 colours of its own: median cut (Heckbert, SIGGRAPH 1982) over a 15-bit histogram, and ordered
// dithering, which does not crawl from frame to frame the way error diffusion does.
#pragma once

#include "core/media/frame.h"

#include <array>
#include <cstdint>
#include <vector>

namespace longtake {

struct PalettePicture {
    std::array<uint32_t, 256> colours{}; ///< 0xFFrrggbb; unused entries are opaque black
    std::vector<uint8_t> indices;        ///< one a pixel, rows packed
};

PalettePicture to_palette(const Frame& frame);

} // namespace longtake
