// SPDX-License-Identifier: Apache-2.0
// A take made again from its receipt and compared with what is stored: the proof that a receipt says everything.
// Nothing of the new take stays.
#pragma once

#include "core/base/result.h"
#include "core/cache/take_store.h"
#include "core/models/family.h"
#include "core/render/shot_maker.h"

#include <stop_token>
#include <string>
#include <vector>

namespace longtake {

struct Remake {
    bool has_same_latents = false; ///< bit for bit
    bool has_same_frames = false;  ///< the encoded file, byte for byte
    double latents_error = 0.0;    ///< |new - stored| / |stored|; 0 when they are the same
    double frames_psnr_db = 0.0;   ///< of the decoded pictures; infinite when they are the same
    /// Where the conditions are not those of the receipt ("4 threads instead of 2"): why the last bits may differ.
    std::vector<std::string> other_conditions;

    bool is_same() const { return has_same_latents && has_same_frames; }
};

/// Renders the recipe of `receipt` with `model` behind the takes it continues from, with the memory savings it was made
/// with, and compares. Where memory runs out all the same, the savings that help are among the other conditions.
/// `images` holds the keyframe pictures by hash. The model must be the recipe's own: the caller has compared the
/// weights' hash. Errors: those of rendering; takes it continues from that are missing or damaged.
Result<Remake> remake_take(VideoModel& model,
                           TakeStore& store,
                           const Receipt& receipt,
                           const KeyframeFiles& images,
                           const ShotObserver& observer,
                           const std::stop_token& stop);

} // namespace longtake
