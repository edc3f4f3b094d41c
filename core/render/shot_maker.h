// SPDX-License-Identifier: Apache-2.0
// From a recipe to a shot, and from stored takes to the stream it continues: what a render job and `verify --render`
// share. The end of the stream made last is kept in memory, so that a chain does not read back what it just wrote.
#pragma once

#include "core/base/model_facts.h"
#include "core/base/result.h"
#include "core/cache/take_store.h"
#include "core/sampling/shot_renderer.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace longtake {

/// The stream a shot continues, and the take it is read from.
struct StreamEnd {
    TakeId take; ///< empty: the shot begins a stream
    std::string latents_file_sha256;
    StreamHistory history;
    std::optional<CausalCache> decoder;
    std::optional<LatentStatistics> first_window; ///< of the stream's first take
};

/// Keyframe pictures by the hash the recipe names.
using KeyframeFiles = std::map<std::string, std::filesystem::path>;

class ShotMaker {
public:
    ShotMaker(VideoModel& model, TakeStore& store)
        : model_(model)
        , store_(store) {}

    /// The stream behind `take` (empty: a new one). Reads and verifies as many takes as the next shot can depend on.
    /// Errors name the take that is missing or damaged.
    Result<StreamEnd> stream_behind(const TakeId& take, const TakeIndex& takes, int64_t context_latents);

    /// Renders `recipe` behind `stream`. See render_shot().
    Result<RenderedShot> make(const ShotRecipe& recipe,
                              const StreamEnd& stream,
                              const KeyframeFiles& images,
                              const ShotObserver& observer,
                              const std::stop_token& stop,
                              const PartialShot* resume);

    /// Remembers the stream behind a take just made, for the next shot of the chain.
    void remember(const Receipt& take, const StreamEnd& before, RenderedShot shot);

private:
    Result<ShotRequest>
    request_of(const ShotRecipe& recipe, const StreamEnd& stream, const KeyframeFiles& images) const;

    VideoModel& model_;
    TakeStore& store_;
    std::optional<StreamEnd> last_;
};

/// The latents [1, C, T, h, w] fp32 of a take, in memory of their own. Verifies the take first.
Result<torch::Tensor> read_take_latents(TakeStore& store, const TakeId& take);

/// Fresh latents the recipe asks for.
int64_t fresh_latents(const ShotRecipe& recipe, const ModelLimits& limits);

} // namespace longtake
