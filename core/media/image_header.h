// SPDX-License-Identifier: Apache-2.0
// The size of a picture file from its first bytes, before anything is decoded: a picture that claims to be enormous is
// refused without allocating it.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <string_view>

namespace longtake {

/// Knows PNG, JPEG, WebP and BMP. Refuses other bytes and headers cut short.
Result<Size> image_size(std::string_view bytes);

} // namespace longtake
