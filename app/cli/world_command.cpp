// SPDX-License-Identifier: Apache-2.0
// longtake world: writes clips of the cutout world with their captions, to look at or to train something else on.
#include "app/cli/world_command.h"

#include "core/base/atomic_file.h"
#include "core/base/program_folders.h"
#include "core/train/contact_sheet.h"
#include "core/train/cutout_world/renderer.h"
#include "core/train/cutout_world/taught.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <chrono>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace longtake {

namespace {

struct WorldRequest {
    std::filesystem::path out;
    WorldTier tier = WorldTier::Small;
    int64_t count = 0, frames = 0;
    uint64_t seed = 0;
    Size size;
    bool writes_frames = false;
};

std::string clip_name(int64_t index) {
    std::ostringstream out;
    out << "clip_" << std::setw(5) << std::setfill('0') << index;
    return out.str();
}

Result<WorldRequest> read_request(const Arguments& arguments) {
    WorldRequest request;
    const auto tier = parse_world_tier(arguments.text_or("--tier", "small"));
    if (!tier) {
        return tier.error();
    }
    const auto count = arguments.whole_or("--n", 16, 1, 10'000'000);
    const auto frames = arguments.whole_or("--frames", 33, 1, 1024);
    const auto seed = arguments.whole_or("--seed", 0, 0, INT64_MAX);
    const auto size = parse_size(arguments.text_or("--size", "160x96"));
    for (const Error* error : {count ? nullptr : &count.error(), frames ? nullptr : &frames.error(),
                               seed ? nullptr : &seed.error(), size ? nullptr : &size.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    if (!arguments.has("--out")) {
        return bad_input("world needs --out DIR");
    }
    request.out = *arguments.text("--out");
    request.tier = *tier;
    request.count = *count;
    request.frames = *frames;
    request.seed = static_cast<uint64_t>(*seed);
    request.size = *size;
    request.writes_frames = arguments.has("--frames-out");
    return request;
}

Result<void> write_clip(const WorldRequest& request, int64_t index, const RenderedClip& clip) {
    const auto path = request.out / clip_name(index);
    if (!request.writes_frames) {
        return write_contact_sheet(path.string() + ".png",
                                   {spread_frames(clip.frames, std::min<int64_t>(8, request.frames))});
    }
    std::filesystem::create_directories(path);
    for (int64_t i = 0; i < request.frames; ++i) {
        std::ostringstream name;
        name << std::setw(5) << std::setfill('0') << i << ".png";
        if (auto written = write_contact_sheet(path / name.str(), {clip.frames.narrow(0, i, 1)}); !written) {
            return written;
        }
    }
    return {};
}

nlohmann::ordered_json describe(const Vocabulary& vocabulary, const ClipScript& script, int64_t index) {
    nlohmann::ordered_json line{
        {"clip", clip_name(index)}, {"seed", script.seed}, {"parts", nlohmann::ordered_json::array()}};
    for (const ClipPart& part : script.parts) {
        const SceneAttributes& scene = part.attributes;
        line["parts"].push_back({{"frames", part.frames},
                                 {"caption", part.caption},
                                 {"subject", vocabulary.subjects[static_cast<size_t>(scene.subject)].name},
                                 {"place", vocabulary.places[static_cast<size_t>(scene.place)].name},
                                 {"time", vocabulary.times[static_cast<size_t>(scene.time)].name},
                                 {"motion", vocabulary.motions[static_cast<size_t>(scene.motion)].name},
                                 {"camera", vocabulary.cameras[static_cast<size_t>(scene.camera)].name}});
    }
    return line;
}

Result<void> make_world(const WorldRequest& request, const std::filesystem::path& folder) {
    const auto vocabulary = load_vocabulary(folder);
    if (!vocabulary) {
        return vocabulary.error();
    }
    auto renderer = WorldRenderer::open(folder, *vocabulary, request.size, torch::kCPU);
    if (!renderer) {
        return renderer.error();
    }
    std::error_code failure;
    std::filesystem::create_directories(request.out, failure);
    if (failure) {
        return bad_input(request.out.string() + " cannot be created: " + failure.message());
    }
    std::ostringstream captions;
    double render_seconds = 0;
    for (int64_t i = 0; i < request.count; ++i) {
        Random random(request.seed, static_cast<uint64_t>(i) + 1);
        const int64_t first =
            request.frames > 8 && random.chance(.7) ? random.below(request.frames - 8) + 4 : request.frames;
        const ClipScript script =
            draw_script(*vocabulary, request.tier, random.next() >> 12, first, request.frames - first);
        const auto begin = std::chrono::steady_clock::now();
        const RenderedClip clip = renderer->render(animate(*vocabulary, script));
        render_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        if (auto written = write_clip(request, i, clip); !written) {
            return written;
        }
        captions << describe(*vocabulary, script, i).dump() << '\n';
    }
    std::cerr << request.count << " clips, " << std::lround(1000 * render_seconds / static_cast<double>(request.count))
              << " ms each\n";
    if (auto written = write_file_atomically(request.out / "captions.jsonl", captions.str()); !written) {
        return written;
    }
    return write_file_atomically(request.out / "vocabulary.yaml", vocabulary_yaml(*vocabulary, request.tier));
}

} // namespace

Command world_command() {
    return {"world",
            "clips of the cutout world with exact captions",
            "--out DIR [--n N] [--tier small|full] [--seed S] [--frames N] [--size WxH] [--frames-out]",
            0,
            0,
            {{"--out", "DIR", "folder for clip_*.png, captions.jsonl and vocabulary.yaml"},
             {"--n", "N", "how many clips (16)"},
             {"--tier", "small|full", "how much of the world (small)"},
             {"--seed", "S", "another seed, other clips (0)"},
             {"--frames", "N", "frames of a clip (33)"},
             {"--size", "WxH", "pixels (160x96)"},
             {"--frames-out", "", "every frame as a PNG instead of a strip of eight"}},
            [](const Arguments& arguments) -> Result<void> {
                const auto request = read_request(arguments);
                if (!request) {
                    return request.error();
                }
                const auto resources = resource_folder();
                if (!resources) {
                    return bad_input("the folder resources/world is not beside the program",
                                     "Set LONGTAKE_RESOURCES to the resources folder.");
                }
                return make_world(*request, *resources / "world");
            }};
}

} // namespace longtake
