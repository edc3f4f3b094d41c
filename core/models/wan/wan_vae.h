// SPDX-License-Identifier: Apache-2.0
// The Wan 2.1 and 2.2 video autoencoder; matches diffusers autoencoder_kl_wan.py. One idea: it is a stream. decode_next
// maps one latent to 1 or more frames with all memory of earlier latents in a CausalCache; a whole clip is that in a
// loop, or, where gradients are wanted, one pass of the same layers over all frames at once.
#pragma once

#include "core/models/wan/wan_config.h"
#include "core/models/wan/wan_vae_layers.h"
#include "core/nn/tiles.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <memory>
#include <vector>

namespace longtake {

struct WanEncoder : torch::nn::Module {
    WanEncoder(const WanVaeConfig& config, torch::ScalarType dtype);
    /// [B, in_channels, F, H', W'] (patchified) -> [B, 2 * z_dim, T, h, w]
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const;

    std::shared_ptr<CausalConv3d> conv_in, conv_out;
    std::vector<std::shared_ptr<WanVaeLayer>> down_blocks;
    std::shared_ptr<WanMidBlock> mid_block;
    std::shared_ptr<WanChannelNorm> norm_out;
};

struct WanDecoder : torch::nn::Module {
    WanDecoder(const WanVaeConfig& config, torch::ScalarType dtype);
    /// [B, z_dim, T, h, w] -> [B, out_channels, F, H', W'] (still patchified)
    torch::Tensor forward(const torch::Tensor& z, CausalCache* cache) const;

    std::shared_ptr<CausalConv3d> conv_in, conv_out;
    std::shared_ptr<WanMidBlock> mid_block;
    std::vector<std::shared_ptr<WanUpBlock>> up_blocks;
    std::shared_ptr<WanChannelNorm> norm_out;
};

/// What the encoder says about a clip: normalised mean and log-variance, each [B, z_dim, T, h, w].
struct WanPosterior {
    torch::Tensor mean;
    torch::Tensor log_variance;
};

/// Latents are normalised model space everywhere: (z - latents_mean) / latents_std.
class WanVae : public torch::nn::Module {
public:
    /// Parameters are uninitialised.
    explicit WanVae(const WanVaeConfig& config, torch::ScalarType dtype = torch::kFloat32);

    const WanVaeConfig& config() const { return config_; }

    /// From now on convolutions without gradients run on the CPU by the kernels `choice` says; null: plain ones.
    void use_kernels(const std::shared_ptr<KernelChoice>& choice);

    /// One latent [B, z_dim, 1, h, w] as the next of the stream -> frames [B, 3, f, H, W] fp32 in [-1, 1]; f is 1 for
    /// the first latent of a stream, else temporal_factor().
    torch::Tensor decode_next(const torch::Tensor& latent, CausalCache& cache) const;
    /// Latents [B, z_dim, T, h, w] from the beginning of a stream, one at a time.
    torch::Tensor decode(const torch::Tensor& latents) const;
    /// The same in one pass, differentiable; equal to decode() up to rounding.
    torch::Tensor decode_clip(const torch::Tensor& latents) const;

    /// Frames [B, 3, F, H, W] in [-1, 1] with F = temporal_factor() * n + 1 -> the mean's latents fp32, streamed.
    torch::Tensor encode(const torch::Tensor& frames) const;
    /// The same in one pass, differentiable, with the log-variance (of unnormalised latents, as diffusers has it).
    WanPosterior encode_clip(const torch::Tensor& frames) const;

    /// From now on pictures larger than `side` pixels are decoded and encoded in tiles of at most that, sharing
    /// `overlap` (both multiples of spatial_factor(), 4 * overlap <= side): less memory, more time, pixels that differ
    /// slightly. Streams begun before must be begun again.
    void use_tiles(int64_t side, int64_t overlap);

    /// R: the number of latents after which the decoder's state no longer depends on anything before them.
    int64_t decoder_receptive_latents() const;

private:
    torch::Tensor to_model_space(const torch::Tensor& z) const;
    torch::Tensor to_decoder_space(const torch::Tensor& latents) const;
    torch::Tensor to_frames(const torch::Tensor& decoded) const;
    torch::Tensor encode_chunk(const torch::Tensor& patches, CausalCache* cache) const;
    torch::Tensor encode_stream(const torch::Tensor& frames) const;
    /// Over latents [.., h, w]; one tile unless use_tiles() was called.
    TileGrid tiles_of(int64_t height, int64_t width) const;

    WanVaeConfig config_;
    torch::ScalarType dtype_;
    std::shared_ptr<WanEncoder> encoder;
    std::shared_ptr<WanDecoder> decoder;
    std::shared_ptr<CausalConv3d> quant_conv, post_quant_conv;
    int64_t tile_side_ = 0; ///< in latents; 0: no tiles
    int64_t tile_overlap_ = 0;
    torch::Tensor mean_, deviation_; ///< [1, z_dim, 1, 1, 1] fp32
};

/// [B, 3, F, H, W] <-> [B, 3 * p * p, F, H / p, W / p]; channel = (c * p + x) * p + y.
torch::Tensor patchify_frames(const torch::Tensor& frames, int64_t patch);
torch::Tensor unpatchify_frames(const torch::Tensor& patches, int64_t patch);

} // namespace longtake
