// SPDX-License-Identifier: Apache-2.0
#include "core/train/reconstruction.h"

#include "core/train/clip_source.h"
#include "core/train/frame_values.h"
#include "core/train/picture_scores.h"

#include <torch/torch.h>

#include <algorithm>
#include <vector>

namespace longtake {

namespace {

constexpr int64_t kClipFrames = 33;
constexpr int64_t kLongFrames = 129;

torch::Tensor as_clip(const torch::Tensor& frames) {
    return to_model_range(frames).transpose(0, 1).unsqueeze(0);
} // uint8 [F, 3, H, W]

torch::Tensor through(const WanVae& vae, const torch::Tensor& truth) {
    return vae.decode(vae.encode(truth)).clamp(-1, 1);
}

/// The first frames of all latents but the first two.
std::vector<int64_t> latent_starts(int64_t frames, int64_t factor) {
    std::vector<int64_t> starts;
    for (int64_t frame = factor + 1; frame < frames; frame += factor) {
        starts.push_back(frame);
    }
    return starts;
}

} // namespace

SceneAttributes draw_still_scene(const Vocabulary& vocabulary, WorldTier tier, Random& random) {
    SceneAttributes scene = draw_attributes(vocabulary, tier, false, random);
    scene.motion = Vocabulary::find(vocabulary.motions, "still");
    scene.camera = Vocabulary::find(vocabulary.cameras, "static");
    scene.weather = 0;
    return scene;
}

Reconstruction measure_reconstruction(const WanVae& vae,
                                      const Vocabulary& vocabulary,
                                      WorldTier tier,
                                      WorldRenderer& renderer,
                                      int64_t clips,
                                      uint64_t seed) {
    const torch::NoGradGuard no_gradients;
    Reconstruction scores;
    WorldSource source(vocabulary, renderer, tier, seed ^ 0xAE, 17, kClipFrames - 17);
    const std::vector<int64_t> starts = latent_starts(kClipFrames, vae.config().temporal_factor());
    std::vector<double> ratios;
    for (int64_t i = 0; i < clips; ++i) {
        const torch::Tensor truth = as_clip(source.clip(i).frames);
        const torch::Tensor made = through(vae, truth);
        scores.psnr += psnr(made, truth) / static_cast<double>(clips);
        ratios.push_back(median_value(seam_ratios(to_bytes(made[0].transpose(0, 1)), starts)));
    }
    scores.latent_seam_ratio = median_value(ratios);
    std::vector<double> drifts;
    for (int64_t i = 0; i < std::max<int64_t>(1, clips / 6); ++i) {
        Random random(seed ^ 0xDF, static_cast<uint64_t>(i));
        const ClipScript script{random.next(), {{draw_still_scene(vocabulary, tier, random), kLongFrames, {}}}};
        const torch::Tensor made = through(vae, as_clip(renderer.render(animate(vocabulary, script)).frames));
        drifts.push_back(colour_drift(to_bytes(made[0].transpose(0, 1))));
    }
    scores.colour_drift = median_value(drifts);
    return scores;
}

} // namespace longtake
