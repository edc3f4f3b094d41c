// SPDX-License-Identifier: Apache-2.0
// What a receipt says about the machine and the moment.
#pragma once

#include "core/cache/receipt.h"
#include "core/models/family.h"

#include <string>

namespace longtake {

/// Program, device, dtype, threads, versions of the libraries that compute and the memory savings `model` has on.
MadeWith made_with(const VideoModel& model, const std::string& program);

/// Now, as "2026-11-21T05:00:00Z".
std::string utc_now();

} // namespace longtake
