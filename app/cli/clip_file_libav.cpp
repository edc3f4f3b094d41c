// SPDX-License-Identifier: Apache-2.0
#include "app/cli/clip_file.h"

#include "core/media/video_encoder.h"
#include "core/safety/provenance.h"

#include <utility>

namespace longtake {

namespace {

class LibavClipFile final : public ClipFile {
public:
    LibavClipFile(VideoEncoder encoder, Size size)
        : encoder_(std::move(encoder))
        , size_(size) {}

    Result<void> write(std::span<const uint8_t> rgb) override {
        return encoder_.write(Frame(size_, {rgb.begin(), rgb.end()}));
    }
    Result<void> finish() override { return encoder_.finish(); }

private:
    VideoEncoder encoder_;
    Size size_;
};

} // namespace

Result<std::unique_ptr<ClipFile>>
ClipFile::create(const std::filesystem::path& target, Size size, FrameRate rate, const ClipRecipe& recipe) {
    ShotProvenance shot;
    shot.id = "clip";
    shot.frames = recipe.frames;
    shot.seam = "cut";
    shot.prompt = recipe.prompt;
    shot.negative = recipe.negative;
    shot.seed = recipe.seed;
    shot.steps = recipe.steps;
    shot.guidance = recipe.guidance;
    shot.sampler = recipe.sampler;
    shot.memory_savings = recipe.memory_savings;
    Provenance provenance;
    provenance.program = std::string("Longtake ") + LONGTAKE_VERSION;
    provenance.model = recipe.model;
    provenance.shots = {shot};
    EncoderSettings settings;
    add_provenance(settings, provenance);
    auto encoder = VideoEncoder::create(target, size, rate, settings);
    if (!encoder) {
        return encoder.error();
    }
    return std::unique_ptr<ClipFile>(std::make_unique<LibavClipFile>(std::move(*encoder), size));
}

} // namespace longtake
