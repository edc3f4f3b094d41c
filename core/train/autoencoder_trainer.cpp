// SPDX-License-Identifier: Apache-2.0
#include "core/train/autoencoder_trainer.h"

#include "core/train/contact_sheet.h"
#include "core/train/frame_values.h"
#include "core/train/picture_scores.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace longtake {

namespace {

/// Clips with these numbers are only looked at.
constexpr int64_t kHeldBackClip = int64_t{1} << 40;

bool is_kernel(const std::string& name, const torch::Tensor& parameter) {
    const bool is_edge = name.find("encoder.conv_in") != std::string::npos ||
                         name.find("decoder.conv_out") != std::string::npos ||
                         name.find("quant_conv") != std::string::npos;
    return parameter.dim() > 3 && parameter.numel() > 2000 && !is_edge;
}

torch::Tensor weighted_mean(const torch::Tensor& error, const torch::Tensor& weight) {
    return (error * weight).mean();
}

/// L1 + 2 squares + 0.4 gradients in the plane + 1.5 in time, under `weight` [B, 1, F, H, W]. What an error adds
/// between two frames is seen as a pulse at every latent.
torch::Tensor picture_loss(const torch::Tensor& made, const torch::Tensor& truth, const torch::Tensor& weight) {
    const torch::Tensor error = made - truth;
    const auto edges = [&](int64_t dimension) {
        const int64_t last = error.size(dimension) - 1;
        return weighted_mean((error.narrow(dimension, 1, last) - error.narrow(dimension, 0, last)).abs(),
                             weight.narrow(dimension, 1, last));
    };
    const torch::Tensor loss =
        weighted_mean(error.abs(), weight) + 2 * weighted_mean(error.square(), weight) + .4 * (edges(3) + edges(4));
    return error.size(2) == 1 ? loss : loss + 1.5 * edges(2);
}

} // namespace

AutoencoderTrainer::AutoencoderTrainer(const TrainConfig& config,
                                       const StarterNetworks& networks,
                                       ClipSource& source,
                                       torch::Device device)
    : config_(config)
    , vae_(networks.vae)
    , source_(source)
    , device_(device) {
    if (config.autoencoder.decoder_only) {
        for (auto& item : vae_->named_parameters()) {
            item.value().requires_grad_(!item.key().starts_with("encoder.") && !item.key().starts_with("quant_conv."));
        }
    }
    optimiser_ = std::make_unique<Optimiser>(*vae_, config.autoencoder.optimiser, is_kernel);
}

AutoencoderTrainer::Shape AutoencoderTrainer::shape_of(int64_t step, Random& random) const {
    const int64_t h = config_.size.height, w = config_.size.width, batch = config_.autoencoder.batch;
    const auto part = [](int64_t side, double share) {
        return std::max<int64_t>(16, static_cast<int64_t>(static_cast<double>(side) * share) / 16 * 16);
    };
    if (step < config_.autoencoder.still_steps) {
        return {1, h, w, batch};
    }
    const std::vector<Shape> shapes{{1, h, w, batch},
                                    {5, h, w, 1},
                                    {9, h, part(w, .5), 1},
                                    {9, h, w, 1},
                                    {17, part(h, .7), part(w, .5), 1},
                                    {33, part(h, .5), part(w, .4), 1},
                                    {9, part(h, .7), part(w, .5), 2}};
    return random.pick(shapes);
}

AutoencoderTrainer::Batch AutoencoderTrainer::draw(int64_t step, Random& random) {
    const Shape shape = shape_of(step, random);
    std::vector<torch::Tensor> frames, masks;
    for (int64_t i = 0; i < shape.count; ++i) {
        const RenderedClip clip = source_.clip(static_cast<int64_t>(random.next() >> 24));
        const int64_t start = random.below(clip.frames.size(0) - shape.frames + 1);
        const int64_t y = 8 * random.below((config_.size.height - shape.height) / 8 + 1),
                      x = 8 * random.below((config_.size.width - shape.width) / 8 + 1);
        frames.push_back(clip.frames.narrow(0, start, shape.frames)
                             .narrow(2, y, shape.height)
                             .narrow(3, x, shape.width)
                             .transpose(0, 1));
        masks.push_back(clip.mask.narrow(0, start, shape.frames)
                            .narrow(1, y / 8, shape.height / 8)
                            .narrow(2, x / 8, shape.width / 8));
    }
    const torch::Tensor mask =
        torch::stack(masks).to(device_).repeat_interleave(8, 2).repeat_interleave(8, 3).unsqueeze(1);
    return {to_model_range(torch::stack(frames).to(device_)), 1 + 2 * mask};
}

AutoencoderTrainer::Encoded AutoencoderTrainer::encode(const torch::Tensor& truth, Random& random) const {
    const bool has_gradients = !config_.autoencoder.decoder_only;
    const torch::AutoGradMode mode(has_gradients);
    const WanPosterior posterior = vae_->encode_clip(truth);
    const torch::Tensor mean = posterior.mean.to(torch::kFloat32);
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(random.next());
    const auto noise = [&] { return torch::randn(mean.sizes(), generator, torch::kFloat32).to(device_); };
    const torch::Tensor roughness =
        mean.detach().std({0, 2, 3, 4}, true, true) * (config_.autoencoder.noise * random.uniform());
    if (!has_gradients) {
        return {mean + noise() * roughness,
                torch::zeros({}, mean.options())}; // what a transformer makes is near the mean
    }
    const torch::Tensor log_variance = posterior.log_variance.to(torch::kFloat32).clamp(-12, 2);
    const torch::Tensor kl = .5 * (mean.square() + log_variance.exp() - 1 - log_variance).mean();
    return {mean + noise() * (.5 * log_variance).exp() + noise() * roughness, config_.autoencoder.kl_weight * kl};
}

Result<double> AutoencoderTrainer::learn(int64_t step) {
    Random random(config_.seed ^ 0xA0, static_cast<uint64_t>(step));
    Batch batch = draw(step, random);
    auto [latents, penalty] = encode(batch.truth, random);
    const bool is_half = !config_.autoencoder.decoder_only && random.chance(.2);
    if (is_half) {
        const auto options = torch::nn::functional::AvgPool3dFuncOptions({1, 2, 2});
        latents = torch::nn::functional::avg_pool3d(latents, options);
        batch.truth = torch::nn::functional::avg_pool3d(batch.truth, options);
        batch.weight = torch::nn::functional::avg_pool3d(batch.weight, options);
    }
    const torch::Tensor made = vae_->decode_clip(latents).to(torch::kFloat32);
    const torch::Tensor loss = (is_half ? .5 : 1.0) * picture_loss(made, batch.truth, batch.weight) + penalty;
    loss.backward();
    return loss.item<double>();
}

Result<std::string> AutoencoderTrainer::validate(const std::filesystem::path& sheet) const {
    const torch::NoGradGuard no_gradients;
    std::vector<torch::Tensor> rows;
    double all = 0, first = 0, last = 0;
    constexpr int64_t kClips = 6;
    for (int64_t i = 0; i < kClips; ++i) {
        const torch::Tensor truth = to_model_range(source_.clip(kHeldBackClip + i).frames.narrow(0, 0, 33).to(device_))
                                        .transpose(0, 1)
                                        .unsqueeze(0);
        const torch::Tensor made = vae_->decode_clip(vae_->encode_clip(truth).mean).to(torch::kFloat32).clamp(-1, 1);
        all += psnr(made, truth) / kClips;
        first += psnr(made.narrow(2, 0, 9), truth.narrow(2, 0, 9)) / kClips;
        last += psnr(made.narrow(2, 25, 8), truth.narrow(2, 25, 8)) / kClips;
        rows.push_back(spread_frames(truth[0].transpose(0, 1), 4));
        rows.push_back(spread_frames(made[0].transpose(0, 1), 4));
    }
    if (auto written = write_contact_sheet(sheet, rows); !written) {
        return written.error();
    }
    char text[128];
    std::snprintf(text, sizeof text, "unseen clips %.2f dB (first 9 frames %.2f, last 8 %.2f)", all, first, last);
    return std::string(text);
}

LatentStatistics measure_latents(const WanVae& vae, ClipSource& source, int64_t clips, torch::Device device) {
    const torch::NoGradGuard no_gradients;
    std::vector<torch::Tensor> all;
    for (int64_t i = 0; i < clips; ++i) {
        const torch::Tensor frames =
            to_model_range(source.clip(kHeldBackClip + 1000 + i).frames.narrow(0, 0, 21).to(device))
                .transpose(0, 1)
                .unsqueeze(0);
        all.push_back(vae.encode_clip(frames).mean.to(torch::kFloat32).to(torch::kCPU));
    }
    const torch::Tensor latents = torch::cat(all);
    LatentStatistics statistics;
    const torch::Tensor mean = latents.mean({0, 2, 3, 4}), deviation = latents.std({0, 2, 3, 4});
    for (int64_t c = 0; c < latents.size(1); ++c) {
        statistics.mean.push_back(std::round(mean[c].item<double>() * 1e5) / 1e5);
        statistics.deviation.push_back(std::max(1e-3, std::round(deviation[c].item<double>() * 1e5) / 1e5));
    }
    return statistics;
}

} // namespace longtake
