// SPDX-License-Identifier: Apache-2.0
#include "core/cache/cost_estimate.h"

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

constexpr double kModestFlops = 1e11;       ///< fp32 on a few processor cores
constexpr double kFrameFlopsPerPixel = 3e5; ///< decoding with a video VAE of usual width
constexpr double kBytesPerVideoPixel = 0.4; ///< H.264 at the quality takes are kept in
constexpr int64_t kThumbBytes = 16'384;
constexpr int64_t kReceiptBytes = 8'192;
constexpr int64_t kActivationsPerToken = 24;     ///< vectors of the transformer's width alive at once in one block
constexpr int64_t kDecoderBytesPerPixel = 1'600; ///< of one frame, at the widest full-size layer
constexpr int64_t kFloatBytes = 4;

/// Linear layers touch every parameter once per token; attention adds 4 * tokens^2 * width per block, and a block has
/// about 14 * width^2 parameters.
double pass_flops(const ModelFacts& model, int64_t tokens) {
    const auto count = static_cast<double>(tokens);
    const auto parameters = static_cast<double>(model.parameter_count);
    const auto width = static_cast<double>(std::max<int64_t>(1, model.hidden_size));
    return 2.0 * parameters * count + 4.0 * count * count * parameters / (14.0 * width);
}

int64_t pixels(Size size) {
    return size.width * size.height;
}

} // namespace

int64_t token_count(const ModelFacts& model, Size size, int64_t latents) {
    return latents * (size.width / model.size_multiple.width) * (size.height / model.size_multiple.height);
}

Cost estimate_cost(const ShotWork& work,
                   const ModelFacts& model,
                   const TimingHistory& timings,
                   const std::string& device) {
    Cost cost;
    cost.is_measured = true;
    const double passes = work.guidance == 1.0 ? 1.0 : 2.0;
    int64_t most_tokens = 0;
    int64_t fresh_latents = 0;
    for (const StreamWindow& window : work.windows) {
        const int64_t tokens = token_count(model, work.size, window.latents());
        const auto measured = timings.pass_s(model.weights_hash, device, work.size, tokens);
        cost.is_measured = cost.is_measured && measured.has_value();
        cost.seconds +=
            static_cast<double>(work.steps) * passes * measured.value_or(pass_flops(model, tokens) / kModestFlops);
        most_tokens = std::max(most_tokens, tokens);
        fresh_latents += window.fresh;
    }
    const auto frames = static_cast<double>(work.frames);
    const double modest_frame_s = static_cast<double>(pixels(work.size)) * kFrameFlopsPerPixel / kModestFlops;
    const auto frame_s = timings.frame_s(model.weights_hash, device, work.size);
    cost.seconds += frames * frame_s.value_or(modest_frame_s);

    const int64_t activations = most_tokens * model.hidden_size * kActivationsPerToken * kFloatBytes;
    const int64_t decoder = pixels(work.size) * kDecoderBytesPerPixel * model.temporal_compression;
    cost.memory_bytes = model.weight_bytes + std::max(activations, decoder);

    const int64_t latent_pixels = pixels(work.size) / (model.spatial_compression * model.spatial_compression);
    cost.disk_bytes = fresh_latents * latent_pixels * model.latent_channels * kFloatBytes +
                      std::llround(frames * static_cast<double>(pixels(work.size)) * kBytesPerVideoPixel) +
                      kThumbBytes + kReceiptBytes;
    return cost;
}

} // namespace longtake
