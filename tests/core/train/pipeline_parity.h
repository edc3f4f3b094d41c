// SPDX-License-Identifier: Apache-2.0
// A model directory, run by our networks and by diffusers.WanPipeline from the same noise.
#pragma once

#include "core/base/atomic_file.h"
#include "core/schedule/make_scheduler.h"
#include "core/train/caption_tokens.h"
#include "core/train/flow_sampler.h"
#include "core/train/starter_networks.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <string>

namespace longtake {

/// Frames [F, 3, H, W] in 0..1 of `noise` [1, C, T, h, w], in four steps with guidance 4.
inline torch::Tensor
frames_by_us(const std::filesystem::path& model, const std::string& prompt, const torch::Tensor& noise) {
    const torch::NoGradGuard no_gradients;
    auto networks = load_networks(model, {torch::kCPU, torch::kFloat32});
    REQUIRE(networks);
    const auto tokens = open_caption_tokenizer(model / "tokenizer" / "spiece.model");
    REQUIRE(tokens);
    const auto scheduler =
        make_scheduler(*read_json_file(model / "scheduler" / "scheduler_config.json"), "scheduler_config.json");
    REQUIRE(scheduler);
    TextToLatents& net = *networks->text_to_latents;
    (*scheduler)->set_steps(4, net.transformer->token_count(noise.size(2), noise.size(3), noise.size(4)));
    const WanCondition said = encode_captions(net, *tokens, {prompt}, torch::kCPU),
                       silent = encode_captions(net, *tokens, {""}, torch::kCPU);
    torch::Tensor x = noise;
    for (int64_t i = 0; i < 4; ++i) {
        const torch::Tensor time =
            torch::full({1, noise.size(2)}, (*scheduler)->timesteps()[static_cast<size_t>(i)], torch::kFloat32);
        const torch::Tensor guided = net.transformer->forward(x, time, said),
                            unguided = net.transformer->forward(x, time, silent);
        x = (*scheduler)->step(unguided + 4 * (guided - unguided), x, i);
    }
    return networks->vae->decode(x)[0].transpose(0, 1).add(1).div(2).clamp(0, 1);
}

inline torch::Tensor
frames_by_diffusers(const std::filesystem::path& model, const std::string& prompt, const torch::Tensor& noise) {
    const TemporaryFolder folder;
    const auto in = folder.path() / "noise.safetensors", out = folder.path() / "frames.safetensors";
    REQUIRE(save_tensors(in, {{"noise", noise}}));
    REQUIRE(run_reference("starter_pipeline.py", {model.string(), in.string(), prompt, out.string()}) == 0);
    const auto frames = load_tensors(out);
    REQUIRE(frames);
    return frames->front().second;
}

inline void check_against_diffusers(const std::filesystem::path& model, const torch::Tensor& noise) {
    const std::string prompt = "a lion moves to the right in the city";
    const torch::Tensor ours = frames_by_us(model, prompt, noise), theirs = frames_by_diffusers(model, prompt, noise);
    REQUIRE(ours.sizes() == theirs.sizes());
    CHECK((ours - theirs).abs().max().item<float>() < 1e-3F);
}

} // namespace longtake
