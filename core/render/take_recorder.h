// SPDX-License-Identifier: Apache-2.0
// Writes a shot to disk while it is made: frames are encoded as they are decoded, and when the last latent is there the
// take is committed as a whole. Until then nothing of it can be seen by anybody.
#pragma once

#include "core/base/result.h"
#include "core/cache/take_store.h"
#include "core/media/video_encoder.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace longtake {

/// Frames [1, 3, f, H, W] in [-1, 1] as 8-bit pictures, rounded to nearest.
std::vector<Frame> to_frames(const torch::Tensor& frames);

/// SHA-256 of a tensor's bytes in C order.
std::string tensor_sha256(const torch::Tensor& tensor);

class TakeRecorder {
public:
    /// A take of `size` at `rate` begun in `store` for the recipe with `key`.
    static Result<TakeRecorder> begin(TakeStore& store, const std::string& key, Size size, FrameRate rate);

    /// Appends decoded frames [1, 3, f, H, W] in [-1, 1].
    Result<void> add(const torch::Tensor& frames);
    int64_t frame_count() const { return encoder_.frame_count(); }

    /// Writes latents [1, C, T, h, w], thumbnail and receipt and makes the take visible. Files, checksums, key and id
    /// in `receipt` are filled in here.
    Result<Receipt> commit(TakeStore& store, const torch::Tensor& latents, Receipt receipt) &&;

private:
    TakeRecorder(NewTake take, VideoEncoder encoder)
        : take_(std::move(take))
        , encoder_(std::move(encoder)) {}

    NewTake take_;
    VideoEncoder encoder_;
    Frame thumbnail_;
};

} // namespace longtake
