// SPDX-License-Identifier: Apache-2.0
// See layers.h.
#include "core/nn/layers.h"

#include "core/nn/fused.h"
#include "core/nn/fused_gradients.h"

#include <torch/torch.h>

#include <cmath>

namespace longtake {
namespace {

/// [B, G * n, D] -> [B, G, n, D], so that a [B, G, 1, D] modulation broadcasts over the tokens of its group.
torch::Tensor grouped(const torch::Tensor& x, const torch::Tensor& modulation) {
    TORCH_CHECK(x.size(1) % modulation.size(1) == 0, "[nn.layers] expected tokens in ", modulation.size(1),
                " equal groups, got ", x.size(1));
    return x.unflatten(1, {modulation.size(1), -1});
}

} // namespace

torch::Tensor
add_parameter(torch::nn::Module& owner, const std::string& name, at::IntArrayRef shape, torch::ScalarType dtype) {
    torch::Tensor placeholder = torch::zeros({1}, dtype);
    // Not expand(): the parameter must not be an autograd view of anything.
    placeholder.unsafeGetTensorImpl()->set_sizes_and_strides(shape, std::vector<int64_t>(shape.size(), 0));
    return owner.register_parameter(name, placeholder);
}

void register_at_path(torch::nn::Module& owner, const std::string& path, std::shared_ptr<torch::nn::Module> child) {
    const size_t dot = path.find('.');
    if (dot == std::string::npos) {
        owner.register_module(path, std::move(child));
        return;
    }
    const std::string head = path.substr(0, dot);
    const auto children = owner.named_children();
    const auto* known = children.find(head);
    register_at_path(known != nullptr ? **known : *owner.register_module(head, std::make_shared<torch::nn::Module>()),
                     path.substr(dot + 1), std::move(child));
}

Linear::Linear(int64_t in_features, int64_t out_features, torch::ScalarType dtype)
    : weight(add_parameter(*this, "weight", {out_features, in_features}, dtype))
    , bias(add_parameter(*this, "bias", {out_features}, dtype)) {}

torch::Tensor Linear::forward(const torch::Tensor& x) const {
    return torch::linear(x.to(weight.scalar_type()), weight, bias);
}

RmsNorm::RmsNorm(int64_t width, double eps_in)
    : weight(add_parameter(*this, "weight", {width}, torch::kFloat32))
    , eps(eps_in) {}

torch::Tensor RmsNorm::forward(const torch::Tensor& x) const {
    if (can_fuse(x) && x.dim() == 3) {
        return fused_rms_norm(x.contiguous(), weight, eps, nullptr, 1);
    }
    if (can_fuse_gradients(x) && x.dim() == 3) {
        return taught_rms_norm(x, weight, eps, nullptr, 1);
    }
    const torch::Tensor wide = x.to(torch::kFloat32);
    return (wide * torch::rsqrt(wide.square().mean(-1, /*keepdim=*/true) + eps) * weight).to(x.scalar_type());
}

torch::Tensor RmsNorm::forward_rotated(const torch::Tensor& x, int64_t heads, const RotaryTable& positions) const {
    if (can_fuse(x)) {
        return fused_rms_norm(x.contiguous(), weight, eps, &positions, heads).unflatten(2, {heads, -1});
    }
    if (can_fuse_gradients(x)) {
        return taught_rms_norm(x, weight, eps, &positions, heads).unflatten(2, {heads, -1});
    }
    return apply_rotary(forward(x).unflatten(2, {heads, -1}), positions);
}

AffineLayerNorm::AffineLayerNorm(int64_t width, double eps_in)
    : weight(add_parameter(*this, "weight", {width}, torch::kFloat32))
    , bias(add_parameter(*this, "bias", {width}, torch::kFloat32))
    , eps(eps_in) {}

torch::Tensor AffineLayerNorm::forward(const torch::Tensor& x) const {
    if (can_fuse_gradients(x)) {
        const torch::Tensor rows = x.reshape({1, -1, x.size(-1)});
        return taught_layer_norm(rows, weight.view({1, 1, -1}), bias.view({1, 1, -1}), eps).view(x.sizes());
    }
    return torch::layer_norm(x.to(torch::kFloat32), weight.sizes(), weight, bias, eps).to(x.scalar_type());
}

torch::Tensor
modulated_norm(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, double eps) {
    if (can_fuse(x)) {
        return fused_layer_norm(x.contiguous(), (scale + 1).contiguous(), shift.contiguous(), eps);
    }
    if (can_fuse_gradients(x)) {
        return taught_layer_norm(x, scale + 1, shift, eps);
    }
    const torch::Tensor normed = torch::layer_norm(x.to(torch::kFloat32), {x.size(-1)}, {}, {}, eps);
    const torch::Tensor modulated = torch::addcmul(shift.unsqueeze(2), grouped(normed, scale), scale.unsqueeze(2) + 1);
    return modulated.flatten(1, 2).to(x.scalar_type());
}

torch::Tensor add_gated(torch::Tensor x, const torch::Tensor& y, const torch::Tensor& gate) {
    if (can_fuse(x) && x.is_contiguous() && y.scalar_type() == x.scalar_type()) {
        fused_add_gated(x, y.contiguous(), gate.contiguous());
        return x;
    }
    if (can_fuse_gradients(x) && y.scalar_type() == x.scalar_type()) {
        return taught_add_gated(x, y, gate);
    }
    const torch::Tensor sum =
        torch::addcmul(grouped(x, gate).to(torch::kFloat32), grouped(y, gate).to(torch::kFloat32), gate.unsqueeze(2));
    return sum.flatten(1, 2).to(x.scalar_type());
}

torch::Tensor timestep_embedding(const torch::Tensor& timesteps, int64_t width) {
    const int64_t half = width / 2;
    const torch::Tensor index = torch::arange(half, timesteps.options().dtype(torch::kFloat32));
    const torch::Tensor frequencies = torch::exp(index * (-std::log(10000.0)) / static_cast<double>(half));
    const torch::Tensor angles = timesteps.to(torch::kFloat32).unsqueeze(-1) * frequencies; // [..., width / 2]
    const torch::Tensor waves = torch::cat({angles.cos(), angles.sin()}, -1);
    return width % 2 == 0 ? waves : torch::constant_pad_nd(waves, {0, 1});
}

PatchEmbedding::PatchEmbedding(int64_t in_channels,
                               int64_t width,
                               std::array<int64_t, 3> patch_in,
                               torch::ScalarType dtype)
    : weight(add_parameter(*this, "weight", {width, in_channels, patch_in[0], patch_in[1], patch_in[2]}, dtype))
    , bias(add_parameter(*this, "bias", {width}, dtype))
    , patch(patch_in) {}

torch::Tensor PatchEmbedding::forward(const torch::Tensor& x) const {
    const auto [pt, ph, pw] = patch;
    TORCH_CHECK(x.dim() == 5 && x.size(1) == weight.size(1) && x.size(2) % pt == 0 && x.size(3) % ph == 0 &&
                    x.size(4) % pw == 0,
                "[nn.patch_embedding] expected [B, ", weight.size(1), ", T, h, w] in patches of ", pt, "x", ph, "x", pw,
                ", got ", x.sizes());
    torch::Tensor patches =
        x.to(weight.scalar_type()).unflatten(4, {-1, pw}).unflatten(3, {-1, ph}).unflatten(2, {-1, pt});
    patches = patches.permute({0, 2, 4, 6, 1, 3, 5, 7}).flatten(4).flatten(1, 3); // -> [B, L, C * pt * ph * pw]
    return torch::linear(patches, weight.flatten(1), bias);
}

torch::Tensor
unpatchify_tokens(const torch::Tensor& tokens, std::array<int64_t, 3> grid, std::array<int64_t, 3> patch) {
    torch::Tensor x = tokens.reshape({tokens.size(0), grid[0], grid[1], grid[2], patch[0], patch[1], patch[2], -1});
    x = x.permute({0, 7, 1, 4, 2, 5, 3, 6}); // [B, C, T', pt, h', ph, w', pw]
    return x.reshape({x.size(0), x.size(1), grid[0] * patch[0], grid[1] * patch[1], grid[2] * patch[2]});
}

FeedForward::FeedForward(int64_t width, int64_t inner, int64_t out, Activation activation_in, torch::ScalarType dtype)
    : in_projection(add_layer<Linear>(*this, "net.0.proj", width, inner, dtype))
    , out_projection(add_layer<Linear>(*this, "net.2", inner, out, dtype))
    , activation(activation_in) {}

torch::Tensor FeedForward::forward(const torch::Tensor& x) const {
    torch::Tensor inner = in_projection->forward(x);
    const char* kind = activation == Activation::GeluTanh ? "tanh" : "none";
    return out_projection->forward(inner.requires_grad() ? torch::gelu(inner, kind) : torch::gelu_(inner, kind));
}

} // namespace longtake
