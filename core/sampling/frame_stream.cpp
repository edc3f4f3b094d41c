// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/frame_stream.h"

#include "core/nn/device.h"

#include <torch/torch.h>

namespace longtake {

Result<void> FrameStream::decode(const torch::Tensor& latents, const FrameSink& sink, std::stop_token stop) {
    return guard_compute("decoding frames", [&]() -> Result<void> {
        const c10::InferenceMode inference;
        for (int64_t t = 0; t < latents.size(2); ++t) {
            if (stop.stop_requested()) {
                return Error{ErrorCode::Cancelled,
                             "cancelled while decoding latent frame " + std::to_string(t + 1) + " of " +
                                 std::to_string(latents.size(2)),
                             {}};
            }
            const torch::Tensor frames = model_.decode_next(latents.slice(2, t, t + 1), state_);
            if (auto taken = sink(frames); !taken) {
                return taken;
            }
        }
        return {};
    });
}

torch::Tensor frames_to_unit(const torch::Tensor& frames) {
    return (frames * 0.5 + 0.5).clamp(0, 1).squeeze(0).transpose(0, 1).to(torch::kCPU, torch::kFloat32).contiguous();
}

torch::Tensor frames_to_bytes(const torch::Tensor& frames) {
    return (frames_to_unit(frames) * 255).round().to(torch::kUInt8).permute({0, 2, 3, 1}).contiguous();
}

} // namespace longtake
