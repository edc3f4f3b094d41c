// SPDX-License-Identifier: Apache-2.0
// verify --render: makes a take again under the conditions of its receipt and says whether it is the same.
#pragma once

#include "app/cli/film_session.h"
#include "core/cache/take_store.h"
#include "core/render/remake.h"

#include <string>

namespace longtake {

/// The device, dtype and threads the take was made with.
DeviceChoice conditions_of(const Receipt& receipt);

/// `model`: where the model is now; empty: by the name in the receipt. Refuses a model with other weights (Model).
/// Cancelled by Ctrl-C. Shows progress on a terminal.
Result<Remake>
verify_by_rendering(TakeStore& store, const Receipt& receipt, const DeviceChoice& choice, const std::string& model);

} // namespace longtake
