// SPDX-License-Identifier: Apache-2.0
#include "core/train/judges.h"

#include "core/train/contact_sheet.h"
#include "core/train/frame_values.h"
#include "core/train/optimiser.h"
#include "core/train/picture_scores.h"
#include "core/weights/state_dict.h"

#include <torch/torch.h>

#include <algorithm>

namespace longtake {

namespace {

constexpr int64_t kCourseFrames = 8; // of a clip, at half the size, one after the other in the channels
constexpr uint64_t kUnseenStream = 0x0E5EED;
constexpr double kAfterChange = .4; // share of the steps that learn from what follows a change

torch::nn::Conv2d convolution(int64_t in, int64_t out, int64_t stride) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, 3).stride(stride).padding(1));
}

/// Five strided stages, then the mean and the largest value of every channel.
torch::nn::Sequential make_net(int64_t in, int64_t width) {
    torch::nn::Sequential net;
    int64_t channels = in;
    for (const int64_t factor : {1, 2, 3, 4}) {
        net->push_back(convolution(channels, width * factor, 2));
        net->push_back(torch::nn::GroupNorm(4, width * factor));
        net->push_back(torch::nn::SiLU());
        channels = width * factor;
    }
    net->push_back(convolution(channels, channels, 1));
    net->push_back(torch::nn::SiLU());
    return net;
}

torch::Tensor pooled(const torch::Tensor& features) { // [B, C, h, w] -> [B, 2C]
    return torch::cat({features.mean({2, 3}), features.amax({2, 3})}, 1);
}

int64_t position(const std::vector<int64_t>& indices, int64_t index) {
    const auto found = std::find(indices.begin(), indices.end(), index);
    return found == indices.end() ? 0 : found - indices.begin();
}

/// What generated pictures suffer from: softness, shifted brightness, a little noise.
torch::Tensor roughened(torch::Tensor clips, Random& random) {
    if (random.chance(.5)) {
        const auto options = torch::nn::functional::AvgPool2dFuncOptions(random.chance(.5) ? 3 : 5)
                                 .stride(1)
                                 .padding(0)
                                 .count_include_pad(false);
        const int64_t pad = options.kernel_size()->at(0) / 2;
        const torch::Tensor padded = torch::replication_pad2d(clips.flatten(0, 1), {pad, pad, pad, pad});
        clips = torch::nn::functional::avg_pool2d(padded, options).view_as(clips);
    }
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(random.next());
    return clips * random.uniform(.85, 1.1) + random.uniform(-.1, .1) +
           random.uniform(0, .08) * torch::randn(clips.sizes(), generator, torch::kFloat32);
}

struct Examples {
    torch::Tensor clips; // [B, kCourseFrames, 3, H, W]
    std::array<torch::Tensor, kTraitCount> classes;
};

ClipScript
draw_example(const Vocabulary& vocabulary, WorldTier tier, WatchedSpan span, int64_t frames, Random& random) {
    // Judges learn held-out combinations too: only the model must not have seen them.
    const SceneAttributes scene = draw_attributes(vocabulary, tier, random.chance(.1), random);
    if (span == WatchedSpan::Scene) {
        return {random.next(), {{scene, frames, {}}}};
    }
    const int64_t before = 5 + random.below(kSecond);
    const SceneAttributes changed = draw_change(vocabulary, tier, scene, random);
    return {random.next(), {{scene, before, {}}, {changed, kSecond, {}}}};
}

Examples draw_examples(const Vocabulary& vocabulary,
                       WorldTier tier,
                       WorldRenderer& renderer,
                       WatchedSpan span,
                       int64_t count,
                       int64_t frames,
                       Random& random) {
    const TierIndices known = indices_of(vocabulary, tier);
    std::vector<torch::Tensor> clips;
    std::array<std::vector<int64_t>, kTraitCount> classes;
    for (int64_t i = 0; i < count; ++i) {
        const ClipScript script = draw_example(vocabulary, tier, span, frames, random);
        const int64_t judged = script.parts.back().frames;
        const torch::Tensor index = spread_indices(judged, kCourseFrames) + script.frame_count() - judged;
        const auto* first = index.data_ptr<int64_t>();
        clips.push_back(
            renderer.render(only_frames(animate(vocabulary, script), {first, first + kCourseFrames})).frames);
        const Traits traits = traits_of(known, script.parts.back().attributes);
        for (size_t t = 0; t < kTraitCount; ++t) {
            classes[t].push_back(traits[t]);
        }
    }
    Examples examples{to_model_range(torch::stack(clips)), {}};
    for (size_t t = 0; t < kTraitCount; ++t) {
        examples.classes[t] = torch::tensor(classes[t], torch::kLong);
    }
    return examples;
}

} // namespace

const char* to_string(Trait trait) {
    constexpr const char* kNames[] = {"subject", "place", "time", "motion", "camera"};
    return kNames[static_cast<size_t>(trait)];
}

Traits traits_of(const TierIndices& known, const SceneAttributes& scene) {
    return {position(known.subjects, scene.subject), position(known.places, scene.place),
            position(known.times, scene.time), position(known.motions, scene.motion),
            position(known.cameras, scene.camera)};
}

std::string trait_name(const Vocabulary& vocabulary, const TierIndices& known, Trait trait, int64_t position) {
    const auto at = static_cast<size_t>(position);
    const auto name = [at](const std::vector<Term>& terms, const std::vector<int64_t>& indices) {
        return terms[static_cast<size_t>(indices[at])].name;
    };
    switch (trait) {
    case Trait::Subject: return vocabulary.subjects[static_cast<size_t>(known.subjects[at])].name;
    case Trait::Place: return name(vocabulary.places, known.places);
    case Trait::Time: return name(vocabulary.times, known.times);
    case Trait::Motion: return name(vocabulary.motions, known.motions);
    case Trait::Camera: return name(vocabulary.cameras, known.cameras);
    }
    return {};
}

Judges::Judges(const TierIndices& known) {
    constexpr int64_t kWidth = 32;
    frame_net_ = register_module("frame", make_net(3, kWidth));
    course_net_ = register_module("course", make_net(3 * kCourseFrames, kWidth));
    const std::array<size_t, kTraitCount> counts{known.subjects.size(), known.places.size(), known.times.size(),
                                                 known.motions.size(), known.cameras.size()};
    for (size_t t = 0; t < kTraitCount; ++t) {
        heads_.push_back(register_module("head_" + std::to_string(t),
                                         torch::nn::Linear(8 * kWidth, static_cast<int64_t>(counts[t]))));
    }
}

std::array<torch::Tensor, kTraitCount> Judges::forward(const torch::Tensor& clips, WatchedSpan span) {
    const int64_t batch = clips.size(0);
    const torch::Tensor chosen = clips.index_select(1, spread_indices(clips.size(1), kCourseFrames)); // [B, 8, 3, H, W]
    // Several frames vote on what is there: a subject may be outside the picture in some.
    const auto voters =
        span == WatchedSpan::Scene ? torch::tensor({0, 2, 5, 7}, torch::kLong) : torch::tensor({6, 7}, torch::kLong);
    const torch::Tensor looked_at = chosen.index_select(1, voters).flatten(0, 1);
    const torch::Tensor seen = pooled(frame_net_->forward(looked_at)).view({batch, voters.size(0), -1}).amax(1);
    const torch::Tensor small = torch::avg_pool2d(chosen.flatten(0, 1), 2)
                                    .view({batch, 3 * kCourseFrames, clips.size(3) / 2, clips.size(4) / 2});
    const torch::Tensor course = pooled(course_net_->forward(small));
    return {heads_[0]->forward(seen), heads_[1]->forward(seen), heads_[2]->forward(seen), heads_[3]->forward(course),
            heads_[4]->forward(course)};
}

Traits Judges::judge(const torch::Tensor& frames, WatchedSpan span) {
    const torch::NoGradGuard no_gradients;
    const auto logits = forward(to_model_range(frames).unsqueeze(0), span);
    Traits traits{};
    for (size_t t = 0; t < kTraitCount; ++t) {
        traits[t] = logits[t].argmax(1).item<int64_t>();
    }
    return traits;
}

Result<void> train_judges(Judges& judges,
                          const Vocabulary& vocabulary,
                          WorldTier tier,
                          WorldRenderer& renderer,
                          const JudgeTraining& how,
                          const std::function<bool(int64_t, double)>& progress) {
    OptimiserConfig config;
    config.weight_decay = 0;
    Optimiser optimiser(judges, config, [](const std::string&, const torch::Tensor& parameter) {
        return parameter.dim() == 4 && parameter.size(1) > 24;
    });
    for (int64_t step = 0; step < how.steps; ++step) {
        Random random(how.seed, static_cast<uint64_t>(step));
        const WatchedSpan span = random.chance(kAfterChange) ? WatchedSpan::AfterChange : WatchedSpan::Scene;
        const Examples examples = draw_examples(vocabulary, tier, renderer, span, how.batch, how.frames, random);
        const auto logits = judges.forward(roughened(examples.clips, random), span);
        torch::Tensor loss = torch::zeros({});
        for (size_t t = 0; t < kTraitCount; ++t) {
            loss = loss + torch::nn::functional::cross_entropy(logits[t], examples.classes[t]);
        }
        loss.backward();
        const double done = static_cast<double>(step) / static_cast<double>(how.steps);
        optimiser.step(std::min(1.0, (static_cast<double>(step) + 1) / 50) * std::max(.02, 1 - done));
        if (!progress(step + 1, loss.item<double>())) {
            return Error{ErrorCode::Cancelled, "the judges' training was stopped", {}};
        }
    }
    optimiser.use_average();
    return {};
}

std::array<double, kTraitCount> judge_accuracy(Judges& judges,
                                               const Vocabulary& vocabulary,
                                               WorldTier tier,
                                               WorldRenderer& renderer,
                                               int64_t clips,
                                               int64_t frames) {
    const TierIndices known = indices_of(vocabulary, tier);
    std::array<double, kTraitCount> right{};
    for (int64_t i = 0; i < clips; ++i) {
        Random random(kUnseenStream, static_cast<uint64_t>(i));
        const SceneAttributes scene = draw_attributes(vocabulary, tier, true, random);
        const Traits truth = traits_of(known, scene);
        const ClipScript script{random.next(), {{scene, frames, {}}}};
        const Traits said = judges.judge(renderer.render(animate(vocabulary, script)).frames, WatchedSpan::Scene);
        for (size_t t = 0; t < kTraitCount; ++t) {
            right[t] += truth[t] == said[t] ? 1.0 / static_cast<double>(clips) : 0;
        }
    }
    return right;
}

Result<void> save_judges(const Judges& judges, const std::filesystem::path& path, const std::string& settings) {
    NamedTensors tensors;
    for (const auto& [name, tensor] : named_parameters(judges)) {
        tensors.emplace_back(name, tensor.detach());
    }
    return save_tensors(path, tensors, {{"settings", settings}});
}

Result<bool> load_judges(Judges& judges, const std::filesystem::path& path, const std::string& settings) {
    if (!std::filesystem::exists(path)) {
        return false;
    }
    auto files = WeightFiles::open({path});
    if (!files) {
        return files.error();
    }
    const auto& facts = files->files().front().metadata();
    if (!facts.contains("settings") || facts.at("settings") != settings) {
        return false;
    }
    if (auto loaded = load_parameters(judges, *files, {torch::kCPU, true}, "judges"); !loaded) {
        return loaded.error();
    }
    return true;
}

} // namespace longtake
