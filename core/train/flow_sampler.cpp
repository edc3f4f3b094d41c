// SPDX-License-Identifier: Apache-2.0
#include "core/train/flow_sampler.h"

#include "core/nn/noise.h"

#include <torch/torch.h>

namespace longtake {

WanCondition encode_captions(TextToLatents& model,
                             const Tokenizer& tokens,
                             const std::vector<std::string>& captions,
                             torch::Device device) {
    const TokenBatch batch = tokenise(tokens, captions, device);
    const torch::Tensor encoded = model.text_encoder->forward(batch.ids, batch.mask); // [B, L, D]
    std::vector<torch::Tensor> rows;
    for (size_t i = 0; i < captions.size(); ++i) {
        rows.push_back(encoded[static_cast<int64_t>(i)].narrow(0, 0, batch.lengths[i]));
    }
    return model.transformer->prepare(rows);
}

torch::Tensor sample_latents(TextToLatents& model,
                             const Tokenizer& tokens,
                             const std::vector<std::string>& captions,
                             const FlowSampling& how,
                             const torch::Tensor& context,
                             torch::Device device) {
    const torch::NoGradGuard no_gradients;
    if (how.begins_with_still && !context.defined() && how.latents > 1) {
        FlowSampling still = how;
        still.latents = 1;
        still.seed += 1;
        return sample_latents(model, tokens, captions, how, sample_latents(model, tokens, captions, still, {}, device),
                              device);
    }
    const auto count = static_cast<int64_t>(captions.size());
    const int64_t channels = model.transformer->config().in_channels;
    std::vector<torch::Tensor> noise;
    for (int64_t i = 0; i < count; ++i) {
        noise.push_back(
            latent_noise({how.seed, static_cast<uint64_t>(i), 0}, {1, channels, how.latents, how.height, how.width}));
    }
    torch::Tensor x = torch::cat(noise).to(device);
    const int64_t known = context.defined() ? context.size(2) : 0;
    if (known > 0) {
        x.narrow(2, 0, known).copy_(context);
    }
    const WanCondition prompt = encode_captions(model, tokens, captions, device);
    const WanCondition empty = encode_captions(model, tokens, std::vector<std::string>(captions.size()), device);
    const auto level = [&](int64_t step) {
        const double u = 1 - static_cast<double>(step) / static_cast<double>(how.steps);
        return how.shift * u / (1 + (how.shift - 1) * u);
    };
    for (int64_t step = 0; step < how.steps; ++step) {
        torch::Tensor times = torch::full({count, how.latents}, 1000 * level(step), x.options());
        times.narrow(1, 0, known).zero_();
        torch::Tensor velocity = model.transformer->forward(x, times, prompt).to(torch::kFloat32);
        if (how.guidance != 1) {
            const torch::Tensor unguided = model.transformer->forward(x, times, empty).to(torch::kFloat32);
            velocity = unguided + how.guidance * (velocity - unguided);
        }
        velocity.narrow(2, 0, known).zero_();
        x = x + (level(step + 1) - level(step)) * velocity;
    }
    return x;
}

} // namespace longtake
