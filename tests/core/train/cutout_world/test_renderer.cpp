// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/places.h"
#include "tests/core/train/cutout_world/world_fixture.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

using namespace longtake;

namespace {

WorldRenderer open_renderer(Size size = {160, 96}) {
    return *WorldRenderer::open(world_folder(), shipped_vocabulary(), size, torch::kCPU);
}

RenderedClip render(const std::vector<ClipPart>& parts, uint64_t seed = 3) {
    return open_renderer().render(animate(shipped_vocabulary(), ClipScript{seed, parts}));
}

/// The mean column of the mask, in cells, per frame.
torch::Tensor centre_x(const RenderedClip& clip) {
    const torch::Tensor columns = clip.mask.sum(1); // [F, W/8]
    const torch::Tensor index = torch::arange(columns.size(1), torch::kFloat32);
    return (columns * index).sum(1) / columns.sum(1);
}

} // namespace

TEST_SUITE_BEGIN("train.cutout_world.renderer");

TEST_CASE("the same script gives the same bytes, whatever was drawn before") {
    const Vocabulary& words = shipped_vocabulary();
    WorldRenderer used = open_renderer();
    (void)used.render(animate(words, draw_script(words, WorldTier::Full, 1, 9, 8)));
    const ClipAnimation animation = animate(words, draw_script(words, WorldTier::Full, 2, 9, 8));
    const RenderedClip a = used.render(animation), b = open_renderer().render(animation);
    CHECK(torch::equal(a.frames, b.frames));
    CHECK(torch::equal(a.mask, b.mask));
    CHECK(a.frames.sizes() == torch::IntArrayRef({17, 3, 96, 160}));
    CHECK(a.mask.sizes() == torch::IntArrayRef({17, 12, 20}));
}

TEST_CASE("frames before a change do not know of it") {
    const SceneAttributes first = scene_of("lion", "city", "right"),
                          second = scene_of("robot", "sea", "jump", "zoom in");
    const RenderedClip with = render({{first, 10, ""}, {second, 15, ""}}), without = render({{first, 25, ""}});
    const torch::Tensor difference =
        (with.frames.narrow(0, 0, 10).to(torch::kInt) - without.frames.narrow(0, 0, 10).to(torch::kInt)).abs();
    CHECK(difference.max().item<int>() <= 1); // rounding: a sprite is sampled in the box it stays in, which may differ
    CHECK_FALSE(torch::equal(with.frames[24], without.frames[24]));
}

TEST_CASE("frames drawn alone are those of the whole clip") {
    SceneAttributes first = scene_of("lion", "city", "right"), second = scene_of("robot", "sea", "jump", "zoom in");
    first.weather = second.weather = 1;
    const ClipAnimation animation = animate(shipped_vocabulary(), {3, {{first, 10, ""}, {second, 15, ""}}});
    const torch::Tensor whole = open_renderer().render(animation).frames.to(torch::kInt);
    for (const std::vector<int64_t>& kept :
         {std::vector<int64_t>{0, 4, 9, 10, 14, 24}, std::vector<int64_t>{12, 20}, std::vector<int64_t>{24}}) {
        const torch::Tensor alone = open_renderer().render(only_frames(animation, kept)).frames.to(torch::kInt);
        const torch::Tensor same = whole.index_select(0, torch::tensor(kept, torch::kLong));
        CHECK(alone.sizes() == same.sizes());
        CHECK((alone - same).abs().max().item<int>() <= 1); // rounding, as above
    }
}

TEST_CASE("subjects move where the motion says") {
    for (const char* subject : {"lion", "car", "fish"}) {
        const torch::Tensor right = centre_x(render({{scene_of(subject, "meadow", "right"), 17, ""}}));
        const torch::Tensor left = centre_x(render({{scene_of(subject, "meadow", "left"), 17, ""}}));
        CHECK(right[12].item<float>() > right[0].item<float>() + 2);
        CHECK(left[12].item<float>() < left[0].item<float>() - 2);
    }
    const RenderedClip closer = render({{scene_of("panda", "snow", "closer"), 33, ""}});
    CHECK(closer.mask[32].sum().item<float>() > 1.5 * closer.mask[0].sum().item<float>());
    const RenderedClip away = render({{scene_of("panda", "snow", "away"), 33, ""}});
    CHECK(away.mask[32].sum().item<float>() < .7 * away.mask[0].sum().item<float>());
}

TEST_CASE("the camera moves the place") {
    const torch::Tensor still = render({{scene_of("lion", "city", "still"), 17, ""}}).frames.to(torch::kFloat32);
    const torch::Tensor pan =
        render({{scene_of("lion", "city", "still", "pan right"), 17, ""}}).frames.to(torch::kFloat32);
    CHECK((still[0] - still[16]).abs().mean().item<float>() < 2);
    CHECK((pan[0] - pan[16]).abs().mean().item<float>() > 8);
    ClipAnimation empty =
        animate(shipped_vocabulary(), ClipScript{3, {{scene_of("lion", "city", "still", "pan right"), 17, ""}}});
    empty.sprites.clear();
    const torch::Tensor road =
        open_renderer().render(empty).frames.to(torch::kFloat32).narrow(2, 70, 26); // the nearest layer alone
    float best = 1e9F;
    int64_t best_shift = 0;
    for (int64_t shift = 0; shift < 40; ++shift) {
        const float difference =
            (road[0].narrow(2, shift, 100) - road[16].narrow(2, 0, 100)).abs().mean().item<float>();
        if (difference < best) {
            best = difference, best_shift = shift;
        }
    }
    CHECK(best_shift >= 29);
    CHECK(best_shift <= 31);
}

TEST_CASE("every place can be drawn at every time and differs from the others") {
    const Vocabulary& words = shipped_vocabulary();
    std::vector<torch::Tensor> drawn;
    for (const Term& place : words.places) {
        for (const Term& time : words.times) {
            const torch::Tensor layers = draw_place(place.name, time.name, 0, 48);
            REQUIRE(layers.sizes() == torch::IntArrayRef({3, 4, 48, 162}));
            CHECK(layers[0][3].min().item<uint8_t>() == 255); // the sky is opaque
            drawn.push_back(layers);
        }
    }
    for (size_t i = 0; i < drawn.size(); ++i) {
        for (size_t j = i + 1; j < drawn.size(); ++j) {
            CHECK_FALSE(torch::equal(drawn[i], drawn[j]));
        }
    }
}

TEST_CASE("other sizes show the same scene") {
    const ClipScript script{4, {{scene_of("bus", "desert", "right"), 9, ""}}};
    const ClipAnimation animation = animate(shipped_vocabulary(), script);
    const torch::Tensor small = open_renderer().render(animation).frames.to(torch::kFloat32);
    const torch::Tensor large = open_renderer({320, 192}).render(animation).frames.to(torch::kFloat32);
    const torch::Tensor shrunk = torch::avg_pool2d(large, 2);
    CHECK((shrunk - small).abs().mean().item<float>() < 4);
    CHECK_FALSE(WorldRenderer::open(world_folder(), shipped_vocabulary(), {100, 96}, torch::kCPU));
}

TEST_SUITE_END();
