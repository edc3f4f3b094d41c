// SPDX-License-Identifier: Apache-2.0
// The small layers transformers are made of. Parameters are registered under their checkpoint names with a shape and no
// memory: a load or initialise_parameters() gives them their data, so that opening a model allocates nothing before its
// files have been checked and never pays for random numbers. Normalisation and modulation compute in fp32 and round
// once, as the diffusers layers do.
#pragma once

#include "core/nn/rope.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace longtake {

/// Registers a parameter of this shape and dtype that has no memory yet (one element with strides 0).
torch::Tensor
add_parameter(torch::nn::Module& owner, const std::string& name, at::IntArrayRef shape, torch::ScalarType dtype);

/// Registers `child` under a dotted checkpoint path ("net.0.proj"), making the modules in between.
void register_at_path(torch::nn::Module& owner, const std::string& path, std::shared_ptr<torch::nn::Module> child);

/// Makes a Layer(arguments...) registered under `path`.
template <typename Layer, typename... Arguments>
std::shared_ptr<Layer> add_layer(torch::nn::Module& owner, const std::string& path, Arguments&&... arguments) {
    auto layer = std::make_shared<Layer>(std::forward<Arguments>(arguments)...);
    register_at_path(owner, path, layer);
    return layer;
}

/// y = x W^T + b. `weight` [out, in], `bias` [out].
struct Linear : torch::nn::Module {
    Linear(int64_t in_features, int64_t out_features, torch::ScalarType dtype);
    /// x [..., in], converted to the weight's dtype -> [..., out].
    torch::Tensor forward(const torch::Tensor& x) const;

    torch::Tensor weight;
    torch::Tensor bias;
};

/// x / rms(x) * weight over the last dimension; `weight` [D] is kept in fp32.
struct RmsNorm : torch::nn::Module {
    RmsNorm(int64_t width, double eps);
    torch::Tensor forward(const torch::Tensor& x) const;
    /// forward(x) for x [B, L, N * d], every head of it rotated -> [B, L, N, d].
    torch::Tensor forward_rotated(const torch::Tensor& x, int64_t heads, const RotaryTable& positions) const;

    torch::Tensor weight;
    double eps;
};

/// LayerNorm with weight and bias [D], computed and kept in fp32; the result has x's dtype.
struct AffineLayerNorm : torch::nn::Module {
    AffineLayerNorm(int64_t width, double eps);
    torch::Tensor forward(const torch::Tensor& x) const;

    torch::Tensor weight;
    torch::Tensor bias;
    double eps;
};

/// LayerNorm(x) * (1 + scale) + shift, without parameters. x [B, G * n, D]; scale and shift [B, G, D] fp32 apply to n
/// consecutive tokens each (G is 1, the latent frames, or all tokens). Result in x's dtype.
torch::Tensor
modulated_norm(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, double eps);

/// x + y * gate with the grouping of modulated_norm. May write into x when no gradient is wanted; use the result.
torch::Tensor add_gated(torch::Tensor x, const torch::Tensor& y, const torch::Tensor& gate);

/// Sinusoids of timesteps [...] -> [..., width] fp32, ordered cos then sin: frequency i is 10000^(-i / (width / 2)).
/// An odd width ends with a zero (diffusers get_timestep_embedding, flip_sin_to_cos, downscale_freq_shift 0).
torch::Tensor timestep_embedding(const torch::Tensor& timesteps, int64_t width);

/// A Conv3d whose kernel equals its stride: one linear layer over non-overlapping patches.
/// `weight` [D, C, pt, ph, pw], `bias` [D].
struct PatchEmbedding : torch::nn::Module {
    PatchEmbedding(int64_t in_channels, int64_t width, std::array<int64_t, 3> patch, torch::ScalarType dtype);
    /// x [B, C, T, h, w], sides divisible by the patch -> tokens [B, L, D], x fastest, then y, then t.
    torch::Tensor forward(const torch::Tensor& x) const;

    torch::Tensor weight;
    torch::Tensor bias;
    std::array<int64_t, 3> patch;
};

/// Tokens [B, L, pt * ph * pw * C] (channel fastest) back to [B, C, T, h, w]; `grid` is (T / pt, h / ph, w / pw).
torch::Tensor unpatchify_tokens(const torch::Tensor& tokens, std::array<int64_t, 3> grid, std::array<int64_t, 3> patch);

enum class Activation { GeluTanh, Gelu };

/// Two linear layers with an activation between, under the paths diffusers gives them ("net.0.proj" and "net.2").
struct FeedForward : torch::nn::Module {
    FeedForward(int64_t width, int64_t inner, int64_t out, Activation activation, torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x) const;

    std::shared_ptr<Linear> in_projection;
    std::shared_ptr<Linear> out_projection;
    Activation activation;
};

} // namespace longtake
