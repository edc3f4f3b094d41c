// SPDX-License-Identifier: Apache-2.0
// How true an autoencoder is to clips of the world that nobody was taught on, whether its latents show as a pulse, and
// whether colours hold over a long still scene.
#pragma once

#include "core/base/result.h"
#include "core/models/wan/wan_vae.h"
#include "core/train/cutout_world/renderer.h"
#include "core/train/random.h"

#include <cstdint>

namespace longtake {

struct Reconstruction {
    double psnr = 0;         ///< dB, mean over clips of 33 frames
    double colour_drift = 0; ///< median over still scenes of 129 frames, see picture_scores.h
    /// Of the same clips, where one latent's frames end and the next one's begin: 1 when nothing shows, see
    /// seam_ratios.
    double latent_seam_ratio = 0;
};

/// A scene in which nothing happens: subject and camera stay where they are, no weather.
SceneAttributes draw_still_scene(const Vocabulary& vocabulary, WorldTier tier, Random& random);

/// `clips` unseen clips and a sixth as many (at least one) still scenes, encoded and decoded as streams.
Reconstruction measure_reconstruction(const WanVae& vae,
                                      const Vocabulary& vocabulary,
                                      WorldTier tier,
                                      WorldRenderer& renderer,
                                      int64_t clips,
                                      uint64_t seed);

} // namespace longtake
