// SPDX-License-Identifier: Apache-2.0
// Judges that say what a clip shows: small networks taught on the cutout world's ground truth. Two pictures' worth: one
// looks at single frames (subject, place, time), one at the whole course of a clip (motion, camera). Their own accuracy
// on real clips they have never seen is part of every result, since a judge that errs judges nothing.
#pragma once

#include "core/base/result.h"
#include "core/train/cutout_world/renderer.h"

#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>
#include <torch/types.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace longtake {

/// What is judged, in this order.
enum class Trait { Subject, Place, Time, Motion, Camera };
inline constexpr size_t kTraitCount = 5;
using Traits = std::array<int64_t, kTraitCount>;
const char* to_string(Trait trait);

/// The traits of a scene as positions among what `known` lists (a tier's indices).
Traits traits_of(const TierIndices& known, const SceneAttributes& scene);
/// What the vocabulary calls the `position`-th of a trait's `known` values.
std::string trait_name(const Vocabulary& vocabulary, const TierIndices& known, Trait trait, int64_t position);

/// What a judged clip is: one scene throughout, or what follows a change of prompt. There the first frames still show
/// what was before, so the last ones say what is there.
enum class WatchedSpan { Scene, AfterChange };

class Judges : public torch::nn::Module {
public:
    explicit Judges(const TierIndices& known);

    /// Logits per trait, each [B, classes], for clips [B, F, 3, H, W] in [-1, 1].
    std::array<torch::Tensor, kTraitCount> forward(const torch::Tensor& clips, WatchedSpan span);

    /// The likeliest class of every trait for one clip uint8 [F, 3, H, W].
    Traits judge(const torch::Tensor& frames, WatchedSpan span);

private:
    torch::nn::Sequential frame_net_{nullptr}, course_net_{nullptr};
    std::vector<torch::nn::Linear> heads_;
};

struct JudgeTraining {
    int64_t steps = 4000;
    int64_t batch = 24;
    int64_t frames = 21;
    uint64_t seed = 77;
};

/// Teaches on endless clips of the tier, scenes and the seconds after changes, blurred, dimmed and noised at random, as
/// generated pictures are. `progress` is told the step and the loss; it returns false to stop.
Result<void> train_judges(Judges& judges,
                          const Vocabulary& vocabulary,
                          WorldTier tier,
                          WorldRenderer& renderer,
                          const JudgeTraining& how,
                          const std::function<bool(int64_t, double)>& progress);

/// Share of `clips` unseen real clips whose trait the judges name.
std::array<double, kTraitCount> judge_accuracy(Judges& judges,
                                               const Vocabulary& vocabulary,
                                               WorldTier tier,
                                               WorldRenderer& renderer,
                                               int64_t clips,
                                               int64_t frames);

Result<void> save_judges(const Judges& judges, const std::filesystem::path& path, const std::string& settings);
/// False when there is no file or it holds other judges.
Result<bool> load_judges(Judges& judges, const std::filesystem::path& path, const std::string& settings);

} // namespace longtake
