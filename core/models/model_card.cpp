// SPDX-License-Identifier: Apache-2.0
// See model_card.h.
#include "core/models/model_card.h"

#include "core/weights/json.h"

#include <nlohmann/json.hpp>

#include <map>

namespace longtake {
namespace {

const std::map<std::string, Handover> kHandovers = {{"direct", Handover::Direct},
                                                    {"reencoded_first", Handover::ReencodedFirst},
                                                    {"replacement", Handover::Replacement}};

std::string handover_word(Handover handover) {
    for (const auto& [word, value] : kHandovers) {
        if (value == handover) {
            return word;
        }
    }
    return "replacement";
}

} // namespace

Result<void> apply_model_card(const std::filesystem::path& folder, ModelLimits& limits) {
    const std::filesystem::path path = folder / "longtake.json";
    if (!std::filesystem::exists(path)) {
        return {};
    }
    const auto json = read_json_file(path);
    if (!json) {
        return json.error();
    }
    ConfigReader reader(*json, path.string());
    limits.native_frames.value = reader.whole("native_frames", limits.native_frames.value, 1, 100000);
    limits.default_steps = reader.whole("steps", limits.default_steps, 1, 1000);
    limits.default_guidance = reader.number("guidance", limits.default_guidance, 0.0, 100.0);
    limits.context_latents = reader.whole("context_latents", limits.context_latents, 1, 10000);
    limits.blend_latents = reader.whole("blend_latents", limits.blend_latents, 0, 8);
    limits.has_first_keyframe = reader.boolean("first_keyframe", limits.has_first_keyframe);
    limits.has_any_keyframe = reader.boolean("any_keyframe", limits.has_any_keyframe);
    limits.begins_with_still = reader.boolean("begins_with_still", limits.begins_with_still);
    limits.handover = kHandovers.at(
        reader.text("handover", handover_word(limits.handover), {"direct", "reencoded_first", "replacement"}));

    const auto rate = parse_frame_rate(reader.text("fps", to_string(limits.frame_rate)));
    reader.require(static_cast<bool>(rate), "fps must be frames per second as text, like \"24\" or \"24000/1001\"");
    const auto size = parse_size(reader.text("size", to_string(limits.default_size)));
    reader.require(size && size->is_multiple(limits.size_multiple),
                   "size must be \"WxH\" with sides divisible by " + multiple_text(limits.size_multiple));
    const FrameGrid grid{limits.temporal_compression};
    reader.require(grid.contains(limits.native_frames), "native_frames must be " + std::to_string(grid.step) + "n + 1");
    if (auto read = reader.finish(); !read) {
        return read;
    }
    limits.frame_rate = *rate;
    limits.default_size = *size;
    return {};
}

} // namespace longtake
