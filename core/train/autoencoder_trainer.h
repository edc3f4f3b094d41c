// SPDX-License-Identifier: Apache-2.0
// Teaches the video autoencoder, or its decoder alone: stills first (sharp places and subjects cheaply), then clips of
// mixed lengths and crops. Losses: L1 + squares + gradients of the picture and from frame to frame, heavier where
// subjects are; a light KL term; latents must decode well with a little noise on them and, pooled to half, to half the
// picture, which makes them easy to diffuse.
#pragma once

#include "core/train/clip_source.h"
#include "core/train/starter_networks.h"
#include "core/train/train_config.h"

#include <memory>
#include <string>

namespace longtake {

class AutoencoderTrainer {
public:
    /// `source` gives clips of at least 33 frames. The networks' latents_mean and latents_std must be 0 and 1 while an
    /// encoder is taught. With decoder_only the encoder stops asking for gradients.
    AutoencoderTrainer(const TrainConfig& config,
                       const StarterNetworks& networks,
                       ClipSource& source,
                       torch::Device device);

    Optimiser& optimiser() { return *optimiser_; }
    /// Loss and gradients of step `step`.
    Result<double> learn(int64_t step);
    /// Writes truth and reconstruction side by side; the line says the PSNR on clips that are never trained on.
    Result<std::string> validate(const std::filesystem::path& sheet) const;

private:
    struct Shape {
        int64_t frames, height, width, count;
    };
    struct Batch {
        torch::Tensor truth;  ///< [B, 3, F, H, W] in [-1, 1]
        torch::Tensor weight; ///< [B, 1, F, H, W], heavier where subjects are
    };
    Shape shape_of(int64_t step, Random& random) const;
    Batch draw(int64_t step, Random& random);
    struct Encoded {
        torch::Tensor latents; ///< with a little noise
        torch::Tensor penalty; ///< the loss of the latents themselves
    };
    Encoded encode(const torch::Tensor& truth, Random& random) const;

    const TrainConfig& config_;
    std::shared_ptr<WanVae> vae_;
    ClipSource& source_;
    torch::Device device_;
    std::unique_ptr<Optimiser> optimiser_;
};

/// Mean and standard deviation per channel over latents [B, C, T, h, w], for the VAE's config.
struct LatentStatistics {
    std::vector<double> mean, deviation;
};
LatentStatistics measure_latents(const WanVae& vae, ClipSource& source, int64_t clips, torch::Device device);

} // namespace longtake
