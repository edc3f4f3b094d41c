// SPDX-License-Identifier: Apache-2.0
// What the sampler sees, after every step, almost for free: one matrix maps latents to RGB. It is fitted once per video
// autoencoder by least squares over synthetic pictures and kept in a cache folder under the fingerprint of the weights.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"
#include "core/weights/model_dir.h"

#include <torch/types.h>

#include <filesystem>
#include <string>

namespace longtake {

/// rgb = latent . matrix + bias, in [0, 1] before clamping.
struct LatentToRgb {
    torch::Tensor matrix; ///< [C, 3] fp32
    torch::Tensor bias;   ///< [3] fp32

    /// Latents [1, C, T, h, w] -> pictures [T, 3, h, w] fp32 in [0, 1], on the CPU; one per latent frame.
    torch::Tensor pictures(const torch::Tensor& latents) const;
};

/// Encodes synthetic pictures with `model` and solves for the matrix. Deterministic. Costs one small encode.
/// Errors: Model when the model has no encoder.
Result<LatentToRgb> fit_latent_to_rgb(VideoModel& model);

/// The same from `cache_folder`/preview/<fingerprint>.safetensors; fits and stores it when it is not there or damaged.
/// That it cannot be stored is no error.
Result<LatentToRgb>
cached_latent_to_rgb(VideoModel& model, const std::filesystem::path& cache_folder, const std::string& fingerprint);

/// Names a component's weights: hash of every tensor's name, dtype, shape and first bytes. Reads little of the file.
Result<std::string> weights_fingerprint(const ModelDirectory& directory, const std::string& component);

/// Pictures [T, 3, h, w] in [0, 1] side by side as one PNG, enlarged so that small ones can be looked at.
std::string encode_strip(const torch::Tensor& pictures);

/// Writes the current strip after each step to `folder`/step-0001.png and so on, each file appearing whole.
class PreviewFolder {
public:
    /// Makes `folder` if needed. Errors: BadInput.
    static Result<PreviewFolder> create(const std::filesystem::path& folder, const LatentToRgb& to_rgb);

    Result<void> write(int64_t step, const torch::Tensor& clean) const;

private:
    PreviewFolder(std::filesystem::path folder, LatentToRgb to_rgb)
        : folder_(std::move(folder))
        , to_rgb_(std::move(to_rgb)) {}

    std::filesystem::path folder_;
    LatentToRgb to_rgb_;
};

} // namespace longtake
