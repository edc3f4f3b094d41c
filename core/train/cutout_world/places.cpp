// SPDX-License-Identifier: Apache-2.0
// Light and sky shared by all places, and the table that finds a place's function.
#include "core/train/cutout_world/places.h"

#include "core/train/cutout_world/place_drawings.h"

#include <torch/torch.h>

#include <map>

namespace longtake {

namespace {

Colour tint_of(const std::string& time) {
    if (time == "sunset") {
        return {.88F, .66F, .62F};
    }
    if (time == "night") {
        return {.34F, .38F, .56F};
    }
    return time == "morning" ? Colour{.98F, .86F, .84F} : Colour{1, 1, 1};
}

uint64_t name_hash(const std::string& name) {
    uint64_t hash = 1469598103934665603ULL; // FNV-1a
    for (const char letter : name) {
        hash = (hash ^ static_cast<uint8_t>(letter)) * 1099511628211ULL;
    }
    return hash;
}

const std::map<std::string, void (*)(Scenery&)>& place_table() {
    static const std::map<std::string, void (*)(Scenery&)> kTable{
        {"city", draw_city},           {"sea", draw_sea},
        {"desert", draw_desert},       {"forest", draw_forest},
        {"space", draw_space},         {"snow", draw_snow},
        {"meadow", draw_meadow},       {"room", draw_room},
        {"future", draw_future},       {"underwater", draw_underwater},
        {"blue room", draw_blue_room}, {"office", draw_office},
        {"street", draw_street},       {"beach", draw_beach},
        {"mountains", draw_mountains}, {"sky", draw_sky_place},
        {"spaceship", draw_spaceship}, {"stage", draw_stage},
    };
    return kTable;
}

} // namespace

torch::Tensor draw_place(const std::string& place, const std::string& time, int64_t variant, int64_t height) {
    const auto found = place_table().find(place);
    TORCH_CHECK(found != place_table().end(), "[cutout world] there is no drawing of the place '", place, "'");
    Scenery scenery{Canvas(height), Canvas(height), Canvas(height),
                    time,           tint_of(time),  Random(name_hash(place), static_cast<uint64_t>(variant))};
    found->second(scenery);
    return torch::stack({scenery.sky.finish(), scenery.middle.finish(), scenery.near.finish()});
}

torch::Tensor draw_weather(const std::string& weather, int64_t height) {
    Canvas canvas(height);
    Random random(name_hash(weather));
    for (int i = 0; i < (weather == "rain" ? 220 : 130); ++i) {
        const double x = random.uniform(0, kCanvasWidth), y = random.uniform(0, kCanvasHeight);
        for (const double copy : {-kCanvasHeight, 0.0, kCanvasHeight}) {
            if (weather == "rain") {
                canvas.polygon({{x, y + copy}, {x + 2, y + copy}, {x - 3, y + copy + 17}, {x - 5, y + copy + 17}},
                               {.75F, .82F, .95F});
            } else {
                canvas.circle(x, y + copy, 2 + 2 * static_cast<double>(i % 3) / 2, {1, 1, 1});
            }
        }
    }
    return canvas.finish();
}

} // namespace longtake
