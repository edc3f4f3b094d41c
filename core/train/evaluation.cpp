// SPDX-License-Identifier: Apache-2.0
#include "core/train/evaluation.h"

#include "core/train/contact_sheet.h"
#include "core/train/cutout_world/caption.h"
#include "core/train/training_loop.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

constexpr int64_t kBatch = 8;
constexpr int64_t kShots = 8;
constexpr int64_t kWindow = 12; // differences on either side of a seam
constexpr int64_t kSheetRows = 24;

torch::Tensor to_bytes(const torch::Tensor& frames) { return frames.clamp(-1, 1).add(1).mul(127.5).round().to(torch::kUInt8); }

torch::Tensor decoded(const StarterNetworks& networks, const torch::Tensor& latents) { // [1, C, T, h, w] -> uint8 [F, 3, H, W]
    return to_bytes(networks.vae->decode(latents)[0].transpose(0, 1));
}

double sharpness(const torch::Tensor& frames) {
    const torch::Tensor grey = frames.to(torch::kFloat32).mean(1, true);
    const torch::Tensor kernel = torch::tensor({0.F, 1.F, 0.F, 1.F, -4.F, 1.F, 0.F, 1.F, 0.F}).view({1, 1, 3, 3});
    return torch::conv2d(grey, kernel).var().item<double>();
}

class Evaluation {
public:
    Evaluation(const EvaluationRequest& request, StarterNetworks& networks, const Tokenizer& tokens, const Vocabulary& vocabulary, WorldRenderer& renderer, Judges& judges,
               const EvaluationProgress& progress)
        : request_(request), networks_(networks), tokens_(tokens), vocabulary_(vocabulary), renderer_(renderer), judges_(judges), progress_(progress),
          known_(indices_of(vocabulary, request.tier)) {}

    Result<EvaluationScores> run() {
        const int64_t frames = networks_.vae->config().temporal_factor() * (request_.sampling.latents - 1) + 1;
        scores_.judge_accuracy = judge_accuracy(judges_, vocabulary_, request_.tier, renderer_, 300, frames);
        for (const auto part : {&Evaluation::judge_prompts, &Evaluation::run_chains}) {
            if (auto done = (this->*part)(); !done) {
                return done.error();
            }
        }
        return scores_;
    }

private:
    Error stopped() const { return {ErrorCode::Cancelled, "the evaluation was stopped", {}}; }

    Result<void> judge_prompts() {
        std::vector<torch::Tensor> rows;
        const double begun = monotonic_seconds();
        int64_t frames_made = 0;
        for (int64_t first = 0; first < request_.prompts; first += kBatch) {
            if (!progress_("held-out prompts", static_cast<double>(first) / static_cast<double>(request_.prompts))) {
                return stopped();
            }
            std::vector<std::string> captions;
            std::vector<Traits> wanted;
            for (int64_t i = first; i < std::min(first + kBatch, request_.prompts); ++i) {
                Random random(request_.seed ^ 0xE1, static_cast<uint64_t>(i));
                const SceneAttributes scene = draw_attributes(vocabulary_, request_.tier, true, random);
                captions.push_back(write_caption(vocabulary_, scene, random));
                wanted.push_back(traits_of(known_, scene));
            }
            FlowSampling how = request_.sampling;
            how.seed += static_cast<uint64_t>(first) << 16;
            const torch::Tensor latents = sample_latents(*networks_.text_to_latents, tokens_, captions, how, {}, torch::kCPU);
            for (size_t i = 0; i < captions.size(); ++i) {
                const torch::Tensor frames = decoded(networks_, latents.narrow(0, static_cast<int64_t>(i), 1));
                frames_made += frames.size(0);
                count(judges_.judge(frames), wanted[i]);
                if (static_cast<int64_t>(rows.size()) < kSheetRows) {
                    rows.push_back(spread_frames(frames, 6));
                }
            }
        }
        scores_.frames_per_second = static_cast<double>(frames_made) / (monotonic_seconds() - begun);
        return rows.empty() ? Result<void>() : write_contact_sheet(request_.sheets / "prompts.png", rows);
    }

    void count(const Traits& said, const Traits& wanted) {
        ++scores_.prompts;
        for (size_t t = 0; t < kTraitCount; ++t) {
            scores_.right[t] += ((said[t] == wanted[t] ? 1.0 : 0.0) - scores_.right[t]) / static_cast<double>(scores_.prompts);
        }
    }

    struct Chain {
        std::vector<SceneAttributes> shots;
        torch::Tensor frames;
        std::vector<int64_t> seams;
    };

    Chain make_chain(int64_t number) {
        Random random(request_.seed ^ 0xC4, static_cast<uint64_t>(number));
        Chain chain;
        torch::Tensor latents;
        const int64_t factor = networks_.vae->config().temporal_factor();
        for (int64_t shot = 0; shot < kShots; ++shot) {
            SceneAttributes scene = shot == 0 ? draw_attributes(vocabulary_, request_.tier, false, random) : draw_change(vocabulary_, request_.tier, chain.shots.back(), random);
            while (shot > 0 && traits_of(known_, scene) == traits_of(known_, chain.shots.back())) {
                scene = draw_change(vocabulary_, request_.tier, chain.shots.back(), random);
            }
            chain.shots.push_back(scene);
            FlowSampling how = request_.sampling;
            how.seed = random.next();
            const torch::Tensor context = latents.defined() ? latents.narrow(2, latents.size(2) - request_.context, request_.context) : torch::Tensor();
            const torch::Tensor made = sample_latents(*networks_.text_to_latents, tokens_, {write_caption(vocabulary_, scene, random)}, how, context, torch::kCPU);
            if (latents.defined()) {
                chain.seams.push_back(factor * (latents.size(2) - 1) + 1);
                latents = torch::cat({latents, made.narrow(2, request_.context, made.size(2) - request_.context)}, 2);
            } else {
                latents = made;
            }
        }
        chain.frames = decoded(networks_, latents); // one decoder stream over all shots
        return chain;
    }

    Result<void> run_chains() {
        std::vector<torch::Tensor> rows;
        std::vector<double> drifts, sharp;
        int64_t seams = 0;
        for (int64_t i = 0; i < request_.chains; ++i) {
            if (!progress_("chains of eight shots", static_cast<double>(i) / static_cast<double>(request_.chains))) {
                return stopped();
            }
            const Chain chain = make_chain(i);
            for (const double ratio : seam_ratios(chain.frames, chain.seams)) {
                scores_.seam_ratios.push_back(ratio);
            }
            for (size_t s = 0; s < chain.seams.size(); ++s) {
                const int64_t end = std::min(chain.seams[s] + 16, chain.frames.size(0));
                const Traits said = judges_.judge(chain.frames.narrow(0, std::max<int64_t>(0, end - 16), std::min<int64_t>(16, end)));
                const Traits before = traits_of(known_, chain.shots[s]), after = traits_of(known_, chain.shots[s + 1]);
                bool is_right = true;
                for (size_t t = 0; t < kTraitCount; ++t) {
                    is_right = is_right && (before[t] == after[t] || said[t] == after[t]);
                }
                ++seams;
                scores_.changes_happened += ((is_right ? 1.0 : 0.0) - scores_.changes_happened) / static_cast<double>(seams);
            }
            const auto first = chain.frames.narrow(0, 0, 16), last = chain.frames.narrow(0, chain.frames.size(0) - 16, 16);
            sharp.push_back(sharpness(last) / std::max(1e-6, sharpness(first)));
            if (chain.shots.front().place == chain.shots.back().place && chain.shots.front().time == chain.shots.back().time) {
                const auto a = lab_of(first.to(torch::kFloat32).div(255).mean({0, 2, 3})), b = lab_of(last.to(torch::kFloat32).div(255).mean({0, 2, 3}));
                drifts.push_back(std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
            }
            rows.push_back(spread_frames(chain.frames, 12));
        }
        scores_.sharpness_ratio = sharp.empty() ? 1 : median_value(sharp);
        scores_.colour_drift = drifts.empty() ? 0 : median_value(drifts);
        return rows.empty() ? Result<void>() : write_contact_sheet(request_.sheets / "chains.png", rows);
    }

    const EvaluationRequest& request_;
    StarterNetworks& networks_;
    const Tokenizer& tokens_;
    const Vocabulary& vocabulary_;
    WorldRenderer& renderer_;
    Judges& judges_;
    const EvaluationProgress& progress_;
    TierIndices known_;
    EvaluationScores scores_;
};

} // namespace

double median_value(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> seam_ratios(const torch::Tensor& frames, const std::vector<int64_t>& seams) {
    const torch::Tensor grey = frames.to(torch::kFloat32).mean(1);
    const int64_t pairs = grey.size(0) - 1;
    const torch::Tensor differences = (grey.narrow(0, 1, pairs) - grey.narrow(0, 0, pairs)).abs().mean({1, 2}).contiguous(); // entry i: frame i to i + 1
    std::vector<double> ratios;
    for (const int64_t seam : seams) {
        std::vector<double> near;
        for (int64_t i = std::max<int64_t>(0, seam - 1 - kWindow); i < std::min(pairs, seam + kWindow); ++i) {
            if (i != seam - 1) {
                near.push_back(differences[i].item<double>());
            }
        }
        ratios.push_back(differences[seam - 1].item<double>() / std::max(1e-3, median_value(near)));
    }
    return ratios;
}

std::array<double, 3> lab_of(const torch::Tensor& rgb) {
    std::array<double, 3> linear{};
    for (int64_t c = 0; c < 3; ++c) {
        const auto v = rgb[c].item<double>();
        linear[static_cast<size_t>(c)] = v <= .04045 ? v / 12.92 : std::pow((v + .055) / 1.055, 2.4);
    }
    const auto [r, g, b] = linear;
    const auto f = [](double t) { return t > .008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((.4124 * r + .3576 * g + .1805 * b) / .9505), y = f(.2126 * r + .7152 * g + .0722 * b), z = f((.0193 * r + .1192 * g + .9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Result<EvaluationScores> evaluate(const EvaluationRequest& request, StarterNetworks& networks, const Tokenizer& tokens, const Vocabulary& vocabulary, WorldRenderer& renderer,
                                  Judges& judges, const EvaluationProgress& progress) {
    return guard("evaluating", ErrorCode::Internal, [&] { return Evaluation(request, networks, tokens, vocabulary, renderer, judges, progress).run(); });
}

} // namespace longtake
