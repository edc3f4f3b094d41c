// SPDX-License-Identifier: Apache-2.0
// Numbers -> pixels with torch operations only: affine grids sample the place's layers and the sprite atlas, then
// everything is laid over everything. Runs wherever torch does; the same animation gives the same bytes on one device.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/train/cutout_world/animation.h"

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <tuple>

namespace longtake {

struct RenderedClip {
    torch::Tensor frames; ///< uint8 [F, 3, H, W]
    torch::Tensor mask;   ///< fp32 [F, H/8, W/8], how much of a cell a subject covers at most, 0..1
};

class WorldRenderer {
public:
    /// Reads `folder`/atlas.safetensors. `size` must be a multiple of 8 in both directions.
    static Result<WorldRenderer>
    open(const std::filesystem::path& folder, const Vocabulary& vocabulary, Size size, torch::Device device);

    RenderedClip render(const ClipAnimation& animation);
    Size size() const { return size_; }

private:
    WorldRenderer() = default;

    const torch::Tensor& place_layers(int64_t place, int64_t time, int64_t variant);
    torch::Tensor draw_backdrop(const ClipAnimation& animation, const BackdropSpan& span);
    torch::Tensor sample_layer(const torch::Tensor& layer, const std::vector<CameraPose>& camera, double depth);
    /// Lays `track` over `picture` [F, 3, H, W] and widens `coverage` [F, 1, H, W].
    void add_sprite(const ClipAnimation& animation,
                    const SpriteTrack& track,
                    torch::Tensor& picture,
                    torch::Tensor& coverage);
    void add_weather(const ClipAnimation& animation, torch::Tensor& picture);

    Vocabulary vocabulary_;
    Size size_;
    torch::Device device_ = torch::kCPU;
    double scale_ = 1;                                                      // pixels per stage unit
    torch::Tensor atlas_;                                                   // fp32 [N, 4, S, S] premultiplied
    std::map<std::tuple<int64_t, int64_t, int64_t>, torch::Tensor> places_; // uint8 [3, 4, H, W']
    std::map<int64_t, torch::Tensor> weathers_;
};

} // namespace longtake
