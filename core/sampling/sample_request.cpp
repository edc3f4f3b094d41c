// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/sample_request.h"

#include <torch/torch.h>

#include <algorithm>
#include <array>

namespace longtake {

namespace {

std::string shape_text(at::IntArrayRef sizes) {
    std::string text = "[";
    for (const int64_t size : sizes) {
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    }
    return text + "]";
}

Result<void> check_conditions(const SampleRequest& request) {
    const LatentShape& shape = request.shape;
    const int64_t context_frames =
        request.context.defined() && request.context.dim() == 5 ? request.context.size(2) : 0;
    if (request.context.defined()) {
        if (auto checked = check_latents("context", request.context, shape, std::min(context_frames, shape.frames));
            !checked) {
            return checked;
        }
    }
    std::vector<bool> taken(static_cast<size_t>(shape.frames), false);
    std::fill_n(taken.begin(), context_frames, true);
    for (const KeyframeLatent& keyframe : request.keyframes) {
        const std::string what = "keyframe at latent " + std::to_string(keyframe.position);
        if (keyframe.position < 0 || keyframe.position >= shape.frames) {
            return bad_input(what + " lies outside the " + std::to_string(shape.frames) + " latent frames");
        }
        if (taken[static_cast<size_t>(keyframe.position)]) {
            return bad_input(what + " collides with the context or another keyframe");
        }
        taken[static_cast<size_t>(keyframe.position)] = true;
        if (auto checked = check_latents(what, keyframe.latent, shape, 1); !checked) {
            return checked;
        }
    }
    if (std::all_of(taken.begin(), taken.end(), [](bool is_taken) { return is_taken; })) {
        return bad_input("every latent frame is given: there is nothing to sample");
    }
    return {};
}

} // namespace

Result<void> check_request(const SampleRequest& request, const ModelLimits& limits) {
    const LatentShape& shape = request.shape;
    if (std::min({shape.frames, shape.height, shape.width}) < 1 || shape.channels != limits.latent_channels) {
        return bad_input("latents of shape " +
                         shape_text({1, shape.channels, shape.frames, shape.height, shape.width}) +
                         " do not fit this model");
    }
    if (request.steps < 1) {
        return bad_input("steps must be at least 1");
    }
    if (request.noise.defined()) {
        if (auto checked = check_latents("noise", request.noise, shape, shape.frames); !checked) {
            return checked;
        }
    }
    if (request.blend) {
        const auto& share = request.blend->share;
        if (static_cast<int64_t>(share.size()) != shape.frames ||
            !std::all_of(share.begin(), share.end(), [](double value) { return value >= 0 && value <= 1; })) {
            return bad_input("a prompt blend needs one share in [0, 1] per latent frame");
        }
    }
    return check_conditions(request);
}

Result<void>
check_latents(const std::string& what, const torch::Tensor& given, const LatentShape& shape, int64_t frames) {
    const std::array<int64_t, 5> expected = {1, shape.channels, frames, shape.height, shape.width};
    if (given.sizes() != at::IntArrayRef(expected)) {
        return bad_input(what + " has shape " + shape_text(given.sizes()) + ", expected " + shape_text(expected));
    }
    if (given.scalar_type() != torch::kFloat32) {
        return bad_input(what + " must be fp32");
    }
    if (!torch::isfinite(given).all().item<bool>()) {
        return bad_input(what + " holds NaN or infinity");
    }
    return {};
}

KnownLatents KnownLatents::of(const SampleRequest& request, torch::Device device) {
    const LatentShape& shape = request.shape;
    KnownLatents known;
    known.latents = torch::zeros({1, shape.channels, shape.frames, shape.height, shape.width});
    known.mask = torch::zeros({1, 1, shape.frames, 1, 1}, torch::kBool);
    const auto place = [&](int64_t position, const torch::Tensor& latents) {
        known.latents.slice(2, position, position + latents.size(2)).copy_(latents);
        known.mask.slice(2, position, position + latents.size(2)).fill_(true);
        known.any = true;
    };
    if (request.context.defined()) {
        place(0, request.context);
    }
    for (const KeyframeLatent& keyframe : request.keyframes) {
        place(keyframe.position, keyframe.latent);
    }
    known.latents = known.latents.to(device);
    known.mask = known.mask.to(device);
    return known;
}

} // namespace longtake
