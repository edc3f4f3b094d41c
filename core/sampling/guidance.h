// SPDX-License-Identifier: Apache-2.0
// Guidance: how a prediction with the prompt and one with the negative prompt become the velocity that is followed.
// Plain classifier-free guidance as WanPipeline does it, rescaling (Lin et al. 2023, arXiv 2305.08891, section 3.4),
// CFG-Zero* (Fan et al. 2025, arXiv 2503.18886) and adaptive projected guidance (Sadat et al. 2024, arXiv 2410.02416);
// formulas match diffusers' guiders.
#pragma once

#include "core/base/result.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longtake {

enum class GuidanceMode {
    Plain,
    ZeroStar,  ///< rescales the negative prediction to fit best, holds still during the first steps
    Projected, ///< works on clean estimates and drops what only raises contrast
};

struct GuidanceConfig {
    GuidanceMode mode = GuidanceMode::Plain;
    double scale = 1.0;          ///< guidance acts above 1; at or below, only the prompt is evaluated
    double rescale = 0.0;        ///< share in [0, 1] of the result brought back to the prompt prediction's deviation
    int64_t zero_init_steps = 1; ///< ZeroStar: steps without movement
    double eta = 0.0;            ///< Projected: how much of the parallel part stays
    double momentum = 0.0;       ///< Projected: weight of earlier differences; the paper uses about -0.5
    double norm_threshold = 0.0; ///< Projected: longest difference allowed, 0 for no limit

    bool operator==(const GuidanceConfig&) const = default;
};

/// "plain", "rescale", "zero" or "apg" with that mode's usual settings and `scale`.
Result<GuidanceConfig> parse_guidance_mode(std::string_view name, double scale);

/// Guidance of one sampling run. Projected guidance remembers earlier steps; history() is what a checkpoint stores.
class Guidance {
public:
    enum class Needs { Nothing, Prompt, Both };

    explicit Guidance(const GuidanceConfig& config)
        : config_(config) {}

    /// Which predictions step `index` needs: fewer forwards where guidance has no effect.
    Needs needs(int64_t index) const;
    /// The velocity to follow at `sample` and level `sigma` > 0. All tensors [1, C, T, h, w] fp32; `negative` is read
    /// only when needs(index) is Both, `prompt` unless it is Nothing.
    torch::Tensor velocity(const torch::Tensor& prompt,
                           const torch::Tensor& negative,
                           const torch::Tensor& sample,
                           double sigma,
                           int64_t index);

    std::vector<std::pair<std::string, torch::Tensor>> history() const;
    void restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& history);

private:
    GuidanceConfig config_;
    torch::Tensor running_difference_; ///< of projected guidance with momentum
};

/// `guided` with the share `rescale` of it scaled to the standard deviation of `prompt`.
torch::Tensor rescaled_to(const torch::Tensor& prompt, const torch::Tensor& guided, double rescale);
/// The factor on `negative` that brings it closest to `prompt`.
torch::Tensor best_negative_scale(const torch::Tensor& prompt, const torch::Tensor& negative);
/// `negative` + scale * (part of `difference` across `prompt` + eta * part along it), after shortening `difference` to
/// at most `norm_threshold` (0: no limit).
torch::Tensor projected(const torch::Tensor& prompt,
                        const torch::Tensor& negative,
                        torch::Tensor difference,
                        const GuidanceConfig& config);

} // namespace longtake
