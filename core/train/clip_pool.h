// SPDX-License-Identifier: Apache-2.0
// Encoded clips, kept in memory and on disk: encoding costs more than a training step, so each clip is used several
// times. Clips have numbers; the pool holds the newest `capacity` of them. What a number encodes to never changes, so a
// training that was killed finds, or makes again, exactly the clips it had.
#pragma once

#include "core/base/result.h"
#include "core/train/clip_source.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace longtake {

/// Frames [B, 3, F, H, W] in [-1, 1] -> normalised latents [B, C, T, h, w].
using EncodeFrames = std::function<torch::Tensor(const torch::Tensor&)>;

struct EncodedClip {
    torch::Tensor latents; ///< bf16 [C, T, h, w]
    torch::Tensor mask;    ///< bf16 [T, h, w], how much a subject covers
};

class ClipPool {
public:
    /// `folder` keeps the encoded clips between sessions; `encoder_id` names what encoded them, others are ignored.
    ClipPool(ClipSource& source,
             EncodeFrames encode,
             std::filesystem::path folder,
             std::string encoder_id,
             int64_t capacity,
             torch::Device device);

    /// Makes sure that of all clips numbered below `count` (rounded up to a whole chunk) the newest are there.
    Result<void> grow_to(int64_t count);
    int64_t first() const;
    int64_t end() const { return end_; }
    /// `number` in [first(), end()).
    const EncodedClip& clip(int64_t number) const { return clips_[static_cast<size_t>(number % capacity_)]; }
    const ClipSource& source() const { return source_; }

private:
    Result<void> load_or_encode(int64_t chunk);
    std::vector<EncodedClip> encode_chunk(int64_t chunk);
    std::filesystem::path chunk_path(int64_t chunk) const;

    ClipSource& source_;
    EncodeFrames encode_;
    std::filesystem::path folder_;
    std::string encoder_id_;
    int64_t capacity_;
    torch::Device device_;
    int64_t end_ = 0;
    std::vector<EncodedClip> clips_;
};

/// Per pixel frame [F, h, w] -> per latent [T, h, w] (the largest of the frames a latent holds).
torch::Tensor latent_mask(const torch::Tensor& frame_mask, int64_t latents);

} // namespace longtake
