// SPDX-License-Identifier: Apache-2.0
#include "core/media/encoder_options.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace longtake {

namespace {

/// 0 for the fastest preset, 8 for the slowest.
int64_t preset_rank(const std::string& preset) {
    return std::ranges::find(encoder_presets(), preset) - encoder_presets().begin();
}

} // namespace

EncoderSettings segment_settings() {
    EncoderSettings settings;
    settings.codec = "h264";
    settings.crf = 14;
    return settings;
}

Result<void> check_settings(const EncoderSettings& settings, const VideoCodec& codec) {
    if (std::ranges::find(encoder_presets(), settings.preset) == encoder_presets().end()) {
        return bad_input("there is no encoder preset '" + settings.preset + "'",
                         "Choose one from ultrafast to veryslow; medium is usual.");
    }
    if (settings.crf >= 0 && codec.largest_crf < 0) {
        return bad_input("the codec " + codec.name + " has no crf setting", "Leave --crf out.");
    }
    if (settings.crf > codec.largest_crf && codec.largest_crf >= 0) {
        return bad_input("crf " + std::to_string(settings.crf) + " is above " + std::to_string(codec.largest_crf) +
                             ", the largest of " + codec.name,
                         "Smaller is better and larger in bytes; the default is " + std::to_string(codec.default_crf) +
                             ".");
    }
    return {};
}

std::map<std::string, std::string>
encoder_options(const EncoderSettings& settings, const VideoCodec& codec, const std::string& encoder, FrameRate rate) {
    const std::string crf = std::to_string(settings.crf < 0 ? codec.default_crf : settings.crf);
    const auto lookahead = std::to_string(std::clamp<int64_t>(std::llround(rate.per_second() / 2.0), 4, 40));
    const int64_t rank = preset_rank(settings.preset);
    if (encoder == "libx264") {
        // The AVX-512 code of x264's macroblock tree lets memory nobody wrote to decide (seen in version 164), and the
        // same frames must be the same bytes.
        return {{"preset", settings.preset},
                {"crf", crf},
                {"rc-lookahead", lookahead},
                {"x264-params", "open-gop=0:sync-lookahead=0:mbtree=0"}};
    }
    if (encoder == "libx265") {
        return {{"preset", settings.preset},
                {"crf", crf},
                {"x265-params", "open-gop=0:log-level=error:rc-lookahead=" + lookahead}};
    }
    if (encoder == "libsvtav1") {
        return {{"preset", std::to_string(12 - rank)}, {"crf", crf}};
    }
    if (encoder == "libaom-av1") {
        return {{"cpu-used", std::to_string(std::min<int64_t>(8, 9 - rank))},
                {"crf", crf},
                {"row-mt", "1"},
                {"lag-in-frames", lookahead}};
    }
    if (encoder == "libvpx-vp9") {
        return {{"deadline", "good"},
                {"cpu-used", std::to_string(std::max<int64_t>(0, 5 - rank / 2))},
                {"crf", crf},
                {"row-mt", "1"}};
    }
    if (encoder == "prores_ks") {
        return {{"profile", "hq"}, {"vendor", "apl0"}};
    }
    return {};
}

int encoder_threads(const EncoderSettings& settings, FrameRate rate) {
    if (settings.threads > 0) {
        return settings.threads;
    }
    const int useful = std::max(1, static_cast<int>(rate.per_second() / 8.0));
    return std::min(useful, static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
}

} // namespace longtake
